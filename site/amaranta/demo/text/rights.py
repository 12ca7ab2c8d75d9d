"""Rights, each with its law; what a lawyer has still to read is marked in square brackets."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from home.models import HelpPage, RightsPage

from .markup import Block, Draft, callout, contact, prose, questions, steps, table

# Reckoned from the day of the build: a page that has expired is refused, and the demonstration must not age.
VERIFIED_ON = dt.datetime.now(tz=ZoneInfo("Europe/Rome")).date()
EXPIRES_ON = VERIFIED_ON + dt.timedelta(days=180)
# Nobody has checked these texts, but a page past its day may not be published: so the words say it.
UNCHECKED = callout(
    "warn",
    "Questa pagina va ricontrollata",
    """<p>Il testo è un esempio e nessuna avvocata l’ha ancora riletto: la data di verifica in fondo è solo un
    esempio. Prima di decidere chiedi a uno sportello o a un’avvocata.</p>""",
)


def _right(slug: str, title: str, intro: str, body: list[Block], word: str, laws: str) -> Draft:
    fields: dict[str, Any] = {
        "plain_word": word,
        "law_reference": laws,
        "verified_on": VERIFIED_ON,
        "expires_on": EXPIRES_ON,
    }
    return Draft(RightsPage, slug, title, intro, [UNCHECKED, *body], fields)


COMPLAINT = _right(
    "termini",
    "Denuncia e querela",
    "Puoi raccontare alle forze dell’ordine quello che è successo. Decidi tu se e quando, ma ci sono "
    "scadenze.",
    [
        prose("""
            <h2>Che differenza c’è</h2>
            <p>La <b>querela</b> è la richiesta di punire chi ti ha fatto del male. Per alcuni reati senza la
            tua querela il processo non comincia. La <b>denuncia</b> racconta un fatto. Per altri reati lo
            Stato procede comunque.</p>
            <p>I maltrattamenti in famiglia si perseguono anche senza querela.</p>
        """),
        table(
            "Entro quando si può presentare la querela",
            ("Per che cosa", "Entro", "Legge"),
            ("Violenza sessuale", "12 mesi", "art. 609-septies c.p."),
            ("Atti persecutori (stalking)", "6 mesi", "art. 612-bis c.p."),
            ("Regola generale", "3 mesi da quando sai del fatto", "art. 124 c.p."),
            ("Maltrattamenti", "non serve querela", "art. 572 c.p."),
        ),
        prose("""
            <p>In alcuni casi si procede anche senza querela, per esempio se il fatto è legato ai
            maltrattamenti: anche se il termine è passato, chiedi.</p>
        """),
        callout(
            "warn",
            "Prima di decidere",
            """<p>La querela per violenza sessuale non si può ritirare (art. 609-septies c.p.). Parla prima
            con un’avvocata o con uno sportello: ti aiutano a capire che cosa succede dopo e come
            proteggerti.</p>""",
        ),
        steps(
            "Come si fa",
            (
                "Dove",
                """<p>In una caserma dei Carabinieri o in un ufficio di Polizia. Chiedi allo
                sportello chi può accompagnarti.</p>""",
            ),
            (
                "Che cosa portare",
                """<p>Un documento, se ce l’hai. Referti, messaggi, foto, nomi di chi ha visto. Se non hai
                niente di questo puoi raccontare lo stesso.</p>""",
            ),
            (
                "Chiedi una copia",
                "<p>Rileggi prima di firmare e chiedi la copia di quello che hai firmato.</p>",
            ),
            (
                "Dopo",
                """<p>Per molti di questi reati il pubblico ministero di regola ti ascolta entro tre giorni
                da quando la notizia di reato è registrata (art. 362, comma 1-ter, c.p.p.).</p>""",
            ),
        ),
    ],
    "Termini",
    """Artt. 124, 572, 609-septies, 612-bis del codice penale
    Art. 362, comma 1-ter, del codice di procedura penale (legge 69/2019)""",
)

WARNING = _right(
    "questura",
    "Ammonimento del questore",
    "Un avvertimento ufficiale: le autorità gli dicono di smettere. Non è un processo.",
    [
        prose("""
            <h2>Che cosa è</h2>
            <p>Il questore sente le persone informate e, se ritiene fondato il racconto, avverte lui di
            cambiare comportamento. Può prendere provvedimenti sulle armi.</p>
            <h2>Quando si può chiedere</h2>
            <ul><li>Per atti persecutori (stalking), se non hai ancora presentato querela.</li>
            <li>Per violenza domestica il questore può muoversi anche su una segnalazione, senza querela. Il
            nome di chi segnala non compare negli atti.</li></ul>
            <h2>Che cosa cambia</h2>
            <p>Se dopo l’ammonimento lui continua con gli atti persecutori, si procede anche senza la tua
            querela e la pena è più alta.</p>
        """),
        callout(
            "note",
            "Non è adatto a tutte",
            """<p>In alcuni casi un avvertimento può farlo arrabbiare. Prima di chiederlo valuta il rischio
            con uno sportello.</p>""",
        ),
        steps(
            "Come si chiede",
            ("Vai da Polizia o Carabinieri", "<p>Chiedi allo sportello chi può accompagnarti.</p>"),
            ("Racconti i fatti", "<p>Con le date, se le ricordi, e con ciò che hai: messaggi, referti.</p>"),
            ("Il questore decide", "<p>Se lo ammonisce si scrive un verbale. Una copia è per te.</p>"),
        ),
    ],
    "Questura",
    """Art. 8 del decreto-legge 11/2009 (legge 38/2009): atti persecutori
    Art. 3 del decreto-legge 93/2013 (legge 119/2013): violenza domestica
    Legge 168/2023""",
)

LEGAL_AID = _right(
    "avvocata",
    "Un’avvocata gratis",
    "Per molti di questi reati lo Stato paga l’avvocata, qualunque sia il tuo reddito.",
    [
        prose("""
            <h2>A chi spetta</h2>
            <p>Si chiama patrocinio a spese dello Stato. Di solito dipende dal reddito. Per chi ha subito
            maltrattamenti, violenza sessuale o atti persecutori vale anche <b>oltre i limiti di
            reddito</b>.</p>
            <p>Per la separazione, l’affidamento dei figli e le altre cause civili valgono invece le regole
            comuni sul reddito. [Da far rileggere a un’avvocata.]</p>
        """),
        steps(
            "Come si chiede",
            (
                "Scegli un’avvocata",
                """<p>Deve essere iscritta nell’elenco per il patrocinio a spese dello Stato: lo tiene
                l’Ordine degli avvocati. Chiedi allo sportello se offre una prima consulenza gratuita.</p>""",
            ),
            ("Firmi la domanda", "<p>L’avvocata ti aiuta a prepararla e a presentarla.</p>"),
            (
                "Non paghi",
                "<p>Se la domanda è accolta, l’avvocata la paga lo Stato e non può chiederti altro.</p>",
            ),
        ),
    ],
    "Avvocata",
    "Art. 76, comma 4-ter, d.P.R. 115/2002\nArtt. 80, 81 e 85, d.P.R. 115/2002",
)

INCOME = _right(
    "reddito",
    "Reddito di libertà",
    "Un contributo per l’autonomia: fino a 500 euro al mese, per non più di 12 mesi.",
    [
        prose("""
            <h2>A chi spetta</h2>
            <p>Alle donne che hanno subito violenza, in difficoltà economica, seguite da un centro
            antiviolenza riconosciuto e dai servizi sociali. Serve per la casa, per i figli, per
            ricominciare. [Da far rileggere a un’avvocata.]</p>
        """),
        steps(
            "Come si chiede",
            (
                "Parlane con il centro antiviolenza",
                "<p>Ti spiega quali dichiarazioni servono, e chi le prepara.</p>",
            ),
            (
                "Vai nel Comune che ti segue",
                "<p>La domanda si presenta lì, con il modulo SR208 dell’INPS.</p>",
            ),
            ("Risponde l’INPS", "<p>I fondi sono limitati: chiedi al Comune se ce ne sono ancora.</p>"),
        ),
        callout(
            "note",
            "Il conto",
            """<p>Se il contributo arriva su un conto o su una carta, usane uno <b>solo tuo</b>, che lui non
            può vedere.</p>""",
        ),
    ],
    "Contributi",
    "Art. 105-bis del decreto-legge 34/2020 (legge 77/2020)",
)

LEAVE = _right(
    "lavoro",
    "Permessi dal lavoro",
    "Se lavori come dipendente puoi assentarti fino a 90 giorni in tre anni, pagata.",
    [
        prose("""
            <h2>Come funziona</h2>
            <ul><li>Sono al massimo 90 giorni di lavoro in tre anni, a giorni o a ore.</li>
            <li>Ricevi un’indennità pari alla tua ultima retribuzione.</li>
            <li>Serve essere in un percorso di protezione certificato dai servizi sociali, da un centro
            antiviolenza o da una casa rifugio.</li>
            <li>Avvisa il datore di lavoro almeno sette giorni prima, salvo che sia impossibile.</li>
            <li>Puoi chiedere il passaggio a tempo parziale, se c’è posto, e poi tornare al tempo
            pieno.</li></ul>
        """),
        questions(
            "Domande",
            (
                "Devo raccontare tutto al lavoro?",
                """<p>Serve il certificato del percorso, non il racconto dei fatti. Chiedi che lo veda solo
                chi se ne deve occupare. [Da far rileggere a un’avvocata.]</p>""",
            ),
            (
                "Sulla busta paga si vede?",
                """<p>Può comparire una voce che parla del congedo. Se qualcuno controlla la tua busta paga,
                chiedi prima all’ufficio del personale e allo sportello.</p>""",
            ),
        ),
    ],
    "Lavoro",
    "Art. 24 del decreto legislativo 80/2015",
)

NEW_LAW = _right(
    "novita",
    "Che cosa è cambiato alla fine del 2025",
    "La legge 181/2025 è in vigore dal 17 dicembre 2025. Ecco alcuni punti.",
    [
        prose("""
            <ul><li>Il <b>femminicidio</b> è un reato a sé: articolo 577-bis del codice penale.</li>
            <li>Si può parlare di <b>maltrattamenti</b> anche quando non si vive più insieme: in alcuni casi,
            per esempio se ci sono figli in comune.</li>
            <li>È rafforzato l’aiuto per avere un’<b>avvocata pagata dallo Stato</b>.</li>
            <li>È più forte il dovere di <b>ascoltare</b> la persona che ha subito i reati.</li></ul>
            <p>Vedi anche <a href="page:per-me/diritti/termini">denuncia e querela</a> e
            <a href="page:per-me/diritti/questura">ammonimento</a>.</p>
            <p>Una legge nuova si applica in modi diversi ai fatti di prima e di dopo. Per il tuo caso chiedi
            a un’avvocata.</p>
        """),
    ],
    "Novità",
    "Legge 181/2025, in vigore dal 17 dicembre 2025",
)

RIGHTS = Draft(
    HelpPage,
    "diritti",
    "I tuoi diritti",
    "Conoscerli non ti obbliga a usarli. Ogni pagina dice la legge, e se va ricontrollata.",
    [
        prose("""
            <p>Se denunci hai diritto a essere informata in una lingua che capisci (art. 90-bis c.p.p.). Hai
            diritto alle cure urgenti ed essenziali, anche senza documenti (art. 35 del decreto legislativo
            286/1998). Non devi dire tutto subito.</p>
            <p>Uno sportello ti ascolta anche se non denunci.</p>
        """),
        contact("Chiedi per il tuo caso", emergency=False),
    ],
    {"plain_word": "Diritti"},
    (WARNING, COMPLAINT, LEGAL_AID, INCOME, LEAVE, NEW_LAW),
)
