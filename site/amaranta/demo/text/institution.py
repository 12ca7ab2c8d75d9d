"""Privacy and accessibility: what only the controller can say stands in the site's settings."""

from amaranta.demo.text.markup import Draft, callout, contact, prose, questions, table
from home.models import HelpPage, Readers

PRIVACY = Draft(
    HelpPage,
    "riservatezza",
    "Riservatezza",
    "In breve: questo sito non sa chi sei. Se scrivi a uno sportello, solo lo sportello può leggere.",
    [
        callout(
            "calm",
            "In poche parole",
            """<ul><li>Nessun cookie, nessun conteggio delle visite, nessun altro sito coinvolto.</li>
            <li>Non registriamo indirizzi, dispositivi, ricerche o pagine visitate.</li>
            <li>Le richieste sono chiuse a chiave prima di essere conservate: le apre solo lo sportello.</li>
            <li>Non chiediamo il tuo nome.</li></ul>""",
        ),
        prose("""
            <h2>Che cosa non possiamo evitare</h2>
            <p>Il tuo browser ricorda l’indirizzo delle pagine che apri, e chi fornisce la connessione può
            vedere il nome del sito. Se qualcuno controlla il tuo telefono, usa un altro dispositivo.</p>
            <h2>L’informativa completa</h2>
            <p>Articolo 13 del regolamento (UE) 2016/679.</p>
        """),
        questions(
            "",
            (
                "Chi è il titolare",
                "<p>{{titolare}}</p>",
            ),
            (
                "Il responsabile della protezione dei dati",
                "<p>{{dpo}}</p>",
            ),
            (
                "Quali dati, e perché",
                """<p>Solo quello che scegli di scrivere: un nome anche inventato, come contattarti, il testo.
                Può contenere dati sulla salute, sulla vita sessuale (art. 9) o su reati (art. 10). Servono
                per risponderti e aiutarti, e per nient’altro. Accanto alla busta il server annota lo
                sportello, l’ora di arrivo senza i minuti e l’esito della consegna.</p>""",
            ),
            (
                "Su quale base",
                "<p>{{base-giuridica}}</p>",
            ),
            (
                "Devo darli per forza?",
                "<p>No. Puoi scrivere senza nome, o telefonare.</p>",
            ),
            (
                "Chi li vede",
                """<p>Le persone dello sportello che hai scelto. Chi gestisce il server conserva solo una
                busta chiusa. {{fornitori}} Chi lavora
                per un ente pubblico può avere il dovere di segnalare alcuni reati.</p>""",
            ),
            (
                "Dove e per quanto tempo",
                """<p>La busta chiusa resta sul server fino a 30 giorni dopo la consegna, con quelle poche
                note. Poi viene cancellata. La risposta non passa da questo sito: arriva nel modo che hai
                scelto, o telefoni tu. {{luogo-dei-dati}}</p>""",
            ),
            (
                "I tuoi diritti",
                """<p>Accesso, correzione, cancellazione, limitazione, opposizione. Se hai scritto senza nome
                possiamo trovare la tua richiesta solo con il riferimento che hai ricevuto (artt. 11 e 15-21).
                Puoi fare reclamo al <a href="https://www.garanteprivacy.it/">Garante per la protezione dei
                dati
                personali</a> (art. 77).</p>""",
            ),
            ("Decisioni automatiche", "<p>Nessuna. Legge e risponde sempre una persona.</p>"),
        ),
    ],
    {"plain_word": "Riservatezza", "readers": Readers.SITE},
)

ACCESSIBILITY = Draft(
    HelpPage,
    "accessibilita",
    "Dichiarazione di accessibilità",
    "Questo sito è per chiunque: con la tastiera, con la voce, con un telefono vecchio.",
    [
        prose("""
            <p>{{ente}} si impegna a rendere accessibile questo sito
            secondo la legge 9 gennaio 2004, n. 4.</p>
            <h2>Stato di conformità</h2>
            <p>Il sito è progettato secondo la norma UNI CEI EN 301549 e le WCAG 2.1 AA; l’obiettivo è WCAG
            2.2 AA. {{conformita}}</p>
            <p>{{dichiarazione}}</p>
        """),
        table(
            "Che cosa abbiamo fatto",
            ("Per chi", "Che cosa"),
            ("Usa la tastiera", "Ogni comando si raggiunge, e nessuno resta coperto dal pulsante «Esci»"),
            ("Usa uno screen reader", "Titoli, etichette e stati sono scritti, non solo disegnati"),
            ("Ingrandisce", "Le pagine si leggono fino al 400% senza scorrere di lato"),
            (
                "Ha gli script spenti o poca rete",
                "Tutto l’essenziale funziona; ogni pagina pesa pochi kilobyte",
            ),
            ("Si affatica a leggere", "Frasi corte, parole comuni, tema chiaro e scuro"),
        ),
        prose("""
            <h2>Titoli che non dicono l’argomento</h2>
            <p>Il titolo nella scheda del browser resta nella cronologia: chi controlla il telefono lo legge.
            Per questo le pagine di aiuto si chiamano «Amaranta» e un luogo, una parola neutra o un numero,
            come «Pagina 12». Il titolo vero è il primo della pagina. È una scelta di sicurezza che si scosta
            dal criterio 2.4.2 delle WCAG.</p>
        """),
        questions(
            "",
            (
                "Segnala un problema",
                """<p>{{segnalazioni}} Non scrivere lì della tua situazione: per quella ci sono gli
                sportelli.</p>""",
            ),
            (
                "Se non rispondiamo",
                """<p>Se la risposta non arriva entro 30 giorni, o non basta, puoi rivolgerti al Difensore
                civico per il digitale, presso <a href="https://www.agid.gov.it/">AgID</a>.</p>""",
            ),
            (
                "Non puoi o non vuoi telefonare",
                """<p>In emergenza l’app «112 Where ARE U» chiama il {{emergenza}} anche in silenzio o con
                una chat. Se non è un’emergenza puoi scrivere alla Polizia con l’app YouPol, anche senza
                nome. Il numero {{antiviolenza}} ha anche <a href="page:per-me/situazioni/chat">una
                chat</a>. Un’app resta sul telefono: se qualcuno lo controlla, può vederla.</p>""",
            ),
        ),
        contact("Hai bisogno di parlare?", write=True, emergency=False, desks=False),
    ],
    {"plain_word": "Accessibilità", "readers": Readers.SITE},
)
