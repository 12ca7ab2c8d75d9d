"""What people type who need a page, by its path: Italian phrases and English ones, parted by commas."""

from amaranta.demo.text.markup import squash

TERMS: dict[str, tuple[str, str]] = {
    "per-me/capire": (
        """
            gaslighting, violenza psicologica, mi umilia, mi insulta, mi controlla, geloso, è
            geloso, gelosia, relazione tossica, manipola, mi spia il telefono, mi legge i
            messaggi, mi chiude in casa, forse esagero, è violenza
        """,
        """
            gaslighting, emotional abuse, he insults me, jealous, toxic relationship, controls
            me, reads my messages
        """,
    ),
    "per-me/domande": (
        "mi ammazza, mi vuole uccidere, sono in pericolo, ha una pistola, ha un coltello",
        "am i in danger, he will kill me, he has a gun",
    ),
    "per-me/piano": (
        """
            piano di fuga, borsa pronta, preparare la fuga, localizzatore,
            airtag, gps, posizione del telefono, sa dove sono
        """,
        "safety plan, airtag, tracker, he knows where i am",
    ),
    "per-me/come-funziona": (
        "è anonimo, anonimato, restare anonima, chi legge, è segreto, senza dire il nome",
        "is it anonymous, stay anonymous, who reads",
    ),
    "per-me/situazioni/prime-ore": (
        """
            stuprata, stupro, stupro ieri, mi ha stuprata, mi ha violentata, sono stata
            violentata, abusata, violenza sessuale, abuso sessuale, pillola del giorno dopo,
            pronto
            soccorso, droga dello stupro, mangiagalli, molestata sessualmente, rapporto senza
            consenso, mi ha costretta a fare sesso, mi ha toccata
        """,
        """
            rape, raped, i was raped, sexual assault, sexually assaulted, morning after pill,
            emergency room, he forced me to have sex, drugged
        """,
    ),
    "per-me/situazioni/visita": (
        """
            strozzata, mi ha strozzata, mi strozza, strangolata, mi ha strangolata, stretto il
            collo, mani al collo, mani sul collo, soffocata, mi ha soffocata, cuscino in faccia
        """,
        """
            strangled, choked, he choked me, choking, by the throat, hands around my neck,
            suffocated
        """,
    ),
    "per-me/situazioni/chat": (
        """
            chat, chattare, messaggio whatsapp, whatsapp, scrivere senza parlare, sorda,
            sordomuta, non posso parlare, lis, youpol, app polizia
        """,
        "chat, live chat, deaf, cannot speak, whatsapp, text instead of call",
    ),
    "per-me/situazioni/in-famiglia": (
        """
            mio figlio mi picchia, figlio violento, mio figlio mi minaccia, mia figlia mi
            picchia, mio padre mi picchia, padre violento, mia madre mi picchia, mio fratello mi
            picchia, genitori violenti, i miei genitori mi picchiano, mio nipote mi picchia,
            figlio tossico, mio figlio mi chiede soldi, mio figlio, badante mi maltratta, mio
            figlio ruba
        """,
        """
            my son hits me, my daughter hits me, violent son, my father hits me, my brother hits
            me, my parents hit me, my mother hits me, my son
        """,
    ),
    "per-me/situazioni/coppia": (
        """
            lesbica, la mia compagna mi picchia, la mia ragazza mi picchia, la mia ex, mia
            moglie, una donna mi picchia, lei mi picchia, gay, bisessuale, lgbt, omosessuale
        """,
        "lesbian, my girlfriend hits me, she hits me, gay, bisexual, lgbt, same sex",
    ),
    "per-me/situazioni/per-tutti": (
        """
            sono un uomo, un uomo vittima, uomini vittime, vittima maschio, mia moglie mi
            picchia, sono trans, transgender, non binario, non binaria, anche agli uomini
        """,
        "i am a man, male victim, men too, my wife hits me, trans, transgender, non binary",
    ),
    "per-me/situazioni/soldi": (
        """
            soldi, denaro, senza soldi, conto corrente, conto cointestato, bancomat, stipendio,
            debiti, mutuo, prestito, mi toglie i soldi, mi controlla i soldi, mi controlla le
            spese, mantenimento, non paga il mantenimento, alimenti, assegno di mantenimento,
            assegno unico, violenza economica, dipendo economicamente
        """,
        """
            money, no money, bank account, debts, loan, he takes my money, my salary, child
            support, alimony, maintenance, economic abuse
        """,
    ),
    "per-me/situazioni/abitare": (
        """
            affitto, casa popolare, case popolari, alloggio, dove dormire, non so dove andare,
            dove vado stanotte, stanotte, posto letto, aler, bando casa, casa rifugio, trovare
            casa, cerco casa, sfratto, residenza, senza casa
        """,
        """
            rent, housing, where to sleep, tonight, shelter, refuge, public housing, find a
            home, homeless, eviction
        """,
    ),
    "per-me/situazioni/incontri": (
        """
            gruppo di donne, gruppi, auto aiuto, parlare con altre donne, gruppo di ascolto,
            focus group, sentirmi meno sola
        """,
        "support group, talk to other women, group of women",
    ),
    "per-me/diritti/termini": (
        """
            denuncia, denunciare, come si denuncia, fare denuncia, querela, ritirare la querela,
            ritirare la denuncia, quanto tempo ho, revenge porn, foto intime, video intimi, foto
            nuda, foto nude, mie foto, deepfake, ha diffuso, codice rosso, prove, referto
        """,
        """
            report, report him, press charges, complaint, withdraw the complaint, revenge porn,
            intimate pictures, nudes, deepfake, how long do i have, evidence
        """,
    ),
    "per-me/diritti/questura": (
        """
            ammonimento, questore, diffida, stalking, stalker, mi chiama di continuo, messaggi continui
        """,
        "warning, stalking, stalker, keeps calling me, restraining",
    ),
    "per-me/diritti/casa": (
        """
            figli, bambini, affidamento, mi tolgono i figli, portare via i figli, assistenti
            sociali, separazione, separarmi, divorzio, divorziare, mandarlo via di casa,
            allontanamento, ordine di protezione, ordine restrittivo, braccialetto elettronico,
            divieto di avvicinamento, abbandono del tetto coniugale, minori
        """,
        """
            custody, take my children, children, separation, divorce, protection order,
            restraining order, electronic tag, kick him out
        """,
    ),
    "per-me/diritti/avvocata": (
        """
            gratuito patrocinio, patrocinio, avvocato gratis, avvocata gratis, avvocato,
            avvocata, legale gratis, consulenza legale, quanto costa un avvocato
        """,
        "free lawyer, lawyer, legal aid, cannot afford a lawyer",
    ),
    "per-me/diritti/reddito": (
        """
            reddito di libertà, contributo, bonus donne, sussidio, inps, assegno di inclusione,
            aiuto economico, aiuti economici
        """,
        "income, benefits, financial help, allowance",
    ),
    "per-me/diritti/lavoro": (
        """
            congedo, permessi dal lavoro, congedo inps, assentarmi dal lavoro, ferie, part time,
            perdere il lavoro
        """,
        "leave from work, time off work, part time",
    ),
    "per-me/diritti/ufficio": (
        """
            molestie sul lavoro, molestie, molestata al lavoro, il mio capo mi tocca, il capo,
            mobbing, collega mi tocca, consigliera di parità, datore di lavoro
        """,
        "harassment, harassed at work, sexual harassment, my boss touches me, my boss",
    ),
    "per-me/diritti/documenti": (
        """
            permesso di soggiorno, documenti, senza documenti, clandestina, irregolare, immigrata,
            passaporto, mi ha preso i documenti, mi ha nascosto il passaporto, cittadina
            straniera, ricongiungimento, rumena, espulsione
        """,
        """
            residence permit, undocumented, no papers, visa, passport, immigrant, he took my
            passport, deported
        """,
    ),
    "per-me/diritti/scelte": (
        """
            matrimonio forzato, nozze forzate, matrimonio combinato, mi vogliono sposare, non
            voglio sposarmi, mutilazione genitale, mutilazioni, infibulazione, circoncisione,
            tratta, prostituzione, prostituirmi, sfruttata, sfruttamento, 800290290, 800 290 290
        """,
        """
            forced marriage, arranged marriage, fgm, mutilation, cut, trafficking, prostitution,
            exploited
        """,
    ),
    "per-me/diritti/crescere": (
        """
            orfani, orfani di femminicidio, femminicidio, mia sorella è stata uccisa, mamma
            uccisa, nipoti orfani
        """,
        "orphans, femicide, my sister was killed, my mother was killed",
    ),
    "per-me/diritti/indennizzo": (
        "risarcimento, indennizzo, fondo vittime, danni, prefettura",
        "compensation, damages, victims fund",
    ),
    "per-me/diritti/novita": (
        "legge 181, nuova legge, legge femminicidio, nuove leggi",
        "new law, law 181",
    ),
    "per-altri": (
        """
            amica, aiutare un’amica, un’amica, mia sorella, mia figlia, vicina di casa, vicini
            urlano, sento urlare, collega picchiata, come aiutare
        """,
        "friend, help a friend, neighbour, my sister, how to help",
    ),
    "chi-siamo/protocollo": (
        "protocollo, venticinque enti, enti aderenti, segnalazione dei casi",
        "",
    ),
    "chi-siamo/tavolo": (
        "tavolo, formazione operatori, corso di formazione, governance",
        "",
    ),
}


def terms_of(path: str, language: str) -> str:
    """Return the phrases of a page in a language, one to a line; none where there is nothing to say."""
    italian, english = TERMS.get(path, ("", ""))
    phrases = english if language == "en" else italian
    return "\n".join(squash(phrase) for phrase in phrases.split(",") if phrase.strip())
