"""Rights of every day, each with its law: home and children, money, work, papers."""

from amaranta.demo.text.markup import callout, prose, questions, steps
from amaranta.demo.text.right import right

SAFE_HOME = right(
    "casa",
    "La casa e i figli",
    "Un giudice può ordinare a lui di andarsene. E se vai via tu per metterti al sicuro, la legge lo "
    "riconosce.",
    [
        prose("""
            <h2>L’ordine di protezione</h2>
            <p>Si chiede al tribunale civile. Vale contro il marito o chi vive con te, anche se non vivete più
            insieme. Vale anche contro un figlio adulto, un genitore, un fratello. Non serve avere denunciato.
            Puoi chiederlo <b>anche senza avvocata</b>. Se è urgente il giudice può decidere subito, e sentire
            lui dopo. Lo sportello ti dice come fare.</p>
            <p>Il giudice può ordinargli di:</p>
            <ul><li>smettere</li><li>uscire di casa</li>
            <li>stare lontano da te, dal tuo lavoro, dalla casa dei tuoi e dalla scuola dei figli</li>
            <li>pagarti un assegno, se senza di lui non hai mezzi.</li></ul>
            <p>Dura al massimo un anno. Si può allungare solo per motivi gravi.</p>
            <h2>Se c’è un procedimento penale</h2>
            <p>Dopo una denuncia anche il giudice penale può mandarlo via di casa o vietargli di avvicinarsi.
            Quando lo fa per questi reati, ordina sempre anche il braccialetto elettronico e una distanza da
            rispettare, se gli strumenti funzionano in quel posto. Se lui rifiuta il braccialetto o lo toglie,
            la misura diventa più severa.</p>
            <h2>Se te ne vai tu</h2>
            <p>Andare via per mettersi al sicuro non è «abbandono». La violenza è una giusta causa (art. 146
            del codice civile). Se hai figli, senti presto un’avvocata: ti dice che cosa chiedere al
            giudice.</p>
            <p>Lo sportello può cercare un posto in una casa rifugio, anche con i figli. Non sempre c’è
            subito. Chiedi che cosa si può fare stanotte.</p>
        """),
        questions(
            "In tribunale, per i figli",
            (
                "Devo incontrarlo per metterci d’accordo?",
                """<p>Di’ subito al giudice che c’è stata violenza. In questo caso non si può cominciare un
                percorso di mediazione con lui (art. 473-bis.43 c.p.c.).</p>""",
            ),
            (
                "I figli che hanno visto contano?",
                """<p>Sì. Chi ha meno di 18 anni e assiste ai maltrattamenti è persona offesa dal reato (art.
                572 c.p.).</p>""",
            ),
            (
                "Me li tolgono?",
                """<p>Nessuno può dirti prima come deciderà un giudice. Chiedere aiuto è un modo di
                proteggerli. Fatti accompagnare da un’avvocata e dallo sportello.</p>""",
            ),
        ),
    ],
    "Artt. 473-bis.69, .70 e .71 del codice di procedura civile (prima: artt. 342-bis e 342-ter c.c.)",
    "Artt. 473-bis.40 e 473-bis.43 del codice di procedura civile (d.lgs. 149/2022)",
    "Artt. 275-bis, 276, 282-bis e 282-ter del codice di procedura penale (art. 12 della legge 168/2023)",
    "Art. 146 del codice civile; art. 572, ultimo comma, del codice penale",
)

INCOME = right(
    "reddito",
    "Reddito di libertà",
    "Un contributo per l’autonomia: fino a 530 euro al mese, per non più di 12 mesi.",
    [
        prose("""
            <h2>A chi spetta</h2>
            <p>Alle donne che hanno subito violenza, in difficoltà economica, seguite da un centro
            antiviolenza riconosciuto e dai servizi sociali. Con o senza figli. Serve per la casa, per i
            figli, per ricominciare.</p>
            <p>Devi essere residente in Italia. Se non sei cittadina dell’Unione europea serve un permesso di
            soggiorno.</p>
        """),
        steps(
            "Come si chiede",
            (
                "Parlane con il centro antiviolenza",
                "<p>Ti spiega quali dichiarazioni servono, e chi le prepara.</p>",
            ),
            (
                "Vai in Comune",
                """<p>La domanda passa da lì, con il modulo SR208 dell’INPS. Se hai cambiato città, chiedi al
                centro in quale Comune andare.</p>""",
            ),
            ("Risponde l’INPS", "<p>I fondi sono limitati: chiedi al Comune se ce ne sono ancora.</p>"),
        ),
        callout(
            "note",
            "Il conto",
            """<p>Se il contributo arriva su un conto o su una carta, usane uno <b>solo tuo</b>, che lui non
            può vedere. Chiedi che le lettere della banca non arrivino a casa.</p>""",
        ),
        questions(
            "Domande",
            (
                "Ci sono altri aiuti?",
                """<p>Puoi ricevere anche l’Assegno di inclusione. Chi è in un percorso di protezione può
                chiederlo come famiglia a sé, senza contare lui. Chiedi al Comune o a un patronato.</p>""",
            ),
        ),
    ],
    "Art. 105-bis del decreto-legge 34/2020 (legge 77/2020)",
    "Decreto 2 dicembre 2024 (Gazzetta Ufficiale n. 52 del 4 marzo 2025); circolare INPS 54/2025",
    "Legge 207/2024 (bilancio 2025) e decreto di attuazione del 2025: da 500 a 530 euro",
    "Decreto-legge 48/2023 (legge 85/2023): Assegno di inclusione",
)

LEAVE = right(
    "lavoro",
    "Permessi dal lavoro",
    "Puoi assentarti dal lavoro fino a tre mesi, nell’arco di tre anni. Se sei dipendente, sei pagata.",
    [
        prose("""
            <h2>Come funziona</h2>
            <ul><li>Sono al massimo tre mesi, cioè 90 giorni di lavoro, in tre anni. A giorni o a ore.</li>
            <li>Serve essere in un percorso di protezione certificato dai servizi sociali, da un centro
            antiviolenza o da una casa rifugio.</li>
            <li>Avvisa il datore di lavoro almeno sette giorni prima, salvo che sia impossibile.</li>
            <li>Puoi chiedere il passaggio a tempo parziale, se c’è posto, e poi tornare al tempo
            pieno.</li></ul>
            <h2>Quanto si prende</h2>
            <ul><li><b>Dipendente</b>, pubblica o privata: quanto la tua ultima retribuzione, per le voci
            fisse.</li>
            <li><b>Colf, badante, baby-sitter</b>: spetta anche a te.</li>
            <li><b>Lavoratrice autonoma</b>: un’indennità più bassa. Chiedi all’INPS o a un patronato.</li>
            <li><b>Collaboratrice</b>: puoi sospendere il contratto per lo stesso tempo.</li></ul>
        """),
        questions(
            "Domande",
            (
                "Devo raccontare tutto al lavoro?",
                """<p>La legge chiede il certificato del percorso, non il racconto dei fatti. Chiedi che lo
                veda solo chi se ne deve occupare.</p>""",
            ),
            (
                "Sulla busta paga si vede?",
                """<p>Può comparire una voce che parla del congedo. Se qualcuno controlla la tua busta paga,
                chiedi prima all’ufficio del personale e allo sportello.</p>""",
            ),
        ),
    ],
    "Art. 24 del decreto legislativo 80/2015",
    "Art. 1, comma 241, della legge 232/2016: lavoratrici autonome",
    "Legge 205/2017: lavoro domestico, dal 2018",
)

PERMIT = right(
    "documenti",
    "Il permesso di soggiorno",
    "Puoi chiedere aiuto anche senza documenti. In alcuni casi c’è un permesso per te.",
    [
        prose("""
            <h2>Prima di tutto</h2>
            <p>Per parlare con uno sportello o con il {{antiviolenza}} non serve un permesso. Se non ce l’hai
            e vuoi andare in questura, parla prima con uno sportello o con un’avvocata. Ti spiegano che cosa
            può succedere.</p>
            <h2>Se vivi violenza in casa</h2>
            <p>C’è un permesso che si chiama «casi speciali». Lo dà il questore, dopo che un magistrato ha
            dato il suo parere. Dura un anno e si può rinnovare. Con questo permesso puoi lavorare, studiare e
            usare i servizi. Alla fine puoi cambiarlo in un permesso per lavoro o per studio, se hai i
            requisiti.</p>
            <p>La violenza deve risultare da un’indagine, da un processo, da un centro antiviolenza o dai
            servizi sociali. E deve esserci un pericolo concreto per te. Non è sicuro che arrivi: conviene
            chiederlo con un’avvocata.</p>
            <h2>Se il tuo permesso dipende dal matrimonio</h2>
            <p>Lui può dirti che, se lo lasci, lo perdi. Dopo la separazione legale puoi chiedere un altro
            permesso, per lavoro o per studio, se hai i requisiti. Informati prima.</p>
            <h2>Se sei cittadina dell’Unione europea</h2>
            <p>Non ti serve un permesso. Puoi chiedere questo aiuto anche tu, e così i familiari di chi è
            cittadino europeo (art. 18-bis). Per la residenza e le cure chiedi allo sportello.</p>
            <h2>Se ti sfruttano</h2>
            <p>Se ti obbligano a prostituirti o a lavorare senza paga c’è un altro permesso. Chiama il
            <a href="tel:800290290">800 290 290</a>: è gratis, a ogni ora, in molte lingue. Leggi
            <a href="page:per-me/diritti/scelte">che cosa puoi fare</a>.</p>
            <h2>Le cure</h2>
            <p>In ospedale e in consultorio ti curano anche senza permesso, se è urgente o essenziale. Chi ti
            cura non può segnalarti perché sei senza permesso. Il referto per un reato è un’altra cosa, e vale
            per tutte.</p>
        """),
        callout(
            "note",
            "Se ti tiene i documenti",
            """<p>Nasconderti il passaporto o il permesso è un modo di controllarti. Dillo allo sportello. Se
            riesci, tieni una foto dei documenti da una persona fidata.</p>""",
        ),
    ],
    "Artt. 18 e 18-bis del decreto legislativo 286/1998 (sfruttamento, violenza domestica)",
    "Art. 30, comma 5, del decreto legislativo 286/1998 (separazione)",
    "Art. 35, commi 3 e 5, del decreto legislativo 286/1998 (cure)",
)
