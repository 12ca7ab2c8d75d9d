"""What a woman needs to go on: money, a place to live, other women. And the page above them all."""

from amaranta.demo.text.markup import Draft, callout, checklist, contact, prose, steps
from amaranta.demo.text.situations import BY_A_WOMAN, CHAT, EVERYONE, FAMILY, FIRST_HOURS, THROAT
from home.models import HelpPage, Readers

MONEY = Draft(
    HelpPage,
    "soldi",
    "Se comanda con i soldi",
    "Controllare i soldi di una persona è violenza, anche se nessuno alza la voce.",
    [
        checklist(
            "Può succedere così",
            "Devi chiedere i soldi per ogni cosa e mostrare gli scontrini",
            "Prende il tuo stipendio, la pensione o l’assegno dei figli",
            "Non vuole che lavori, o ti fa perdere il posto",
            "Ti fa firmare carte che non hai letto",
            "Fa debiti o prestiti a tuo nome",
            "Non paga il mantenimento dei figli",
        ),
        steps(
            "Cose da fare con calma",
            (
                "Guarda che cosa è a tuo nome",
                """<p>Conti, prestiti, garanzie, contratti. Uno sportello o un’avvocata ti dicono come
                chiederlo senza lettere a casa.</p>""",
            ),
            (
                "Apri un conto solo tuo",
                """<p>In un’altra banca. Chiedi di non mandare posta a casa e non mettere l’app su un telefono
                che lui guarda.</p>""",
            ),
            ("Non firmare in fretta", "<p>Puoi dire: «Prima lo faccio leggere».</p>"),
            (
                "Metti al sicuro le carte",
                "<p>Busta paga, contratti, estratti conto: una copia da una persona fidata.</p>",
            ),
            (
                "Prima di svuotare un conto in comune",
                "<p>Senti un’avvocata: ti dice quanto puoi prendere senza rischi.</p>",
            ),
        ),
        prose("""
            <h2>Aiuti che puoi chiedere</h2>
            <ul><li><a href="page:per-me/diritti/reddito">Reddito di libertà</a>: un contributo ogni
            mese.</li>
            <li><a href="page:per-me/diritti/lavoro">Permessi dal lavoro</a>, pagati.</li>
            <li><a href="page:per-me/diritti/avvocata">Un’avvocata gratis</a>.</li>
            <li><a href="page:per-me/situazioni/abitare">Un posto dove stare</a>, anche per l’affitto.</li>
            <li><a href="page:per-me/diritti/indennizzo">Un indennizzo dallo Stato</a>, dopo il
            processo.</li></ul>
            <h2>Se non paga per i figli</h2>
            <p>Se un giudice ha deciso un assegno e lui non lo paga, può essere un reato (art. 570-bis c.p.).
            Parlane con un’avvocata. Per l’assegno unico dei figli chiedi a un patronato come farlo arrivare
            sul tuo conto.</p>
        """),
        contact("Parlane con qualcuno", "È gratis. Puoi portare le carte e guardarle insieme."),
    ],
    {"readers": Readers.CASE},
)

HOUSING = Draft(
    HelpPage,
    "abitare",
    "Un posto dove stare",
    "Per stanotte, per qualche mese, per ricominciare: ecco le strade, e chi ti aiuta a trovarle.",
    [
        callout(
            "bad",
            "Stanotte",
            """<p>Chiama il <a href="tel:{{antiviolenza}}">{{antiviolenza}}</a> o uno sportello aperto:
            cercano
            un posto con te. In pericolo chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a>. Puoi anche
            andare in un pronto soccorso: è aperto e non sei sola.</p>""",
        ),
        prose("""
            <h2>Restare nella tua casa</h2>
            <p>Un giudice può ordinare a lui di uscire, anche se la casa è sua. Leggi
            <a href="page:per-me/diritti/casa">la casa e i figli</a>.</p>
            <h2>Una casa rifugio</h2>
            <p>È un posto protetto, anche con i figli. L’indirizzo è segreto. Ci si entra passando da uno
            sportello. Non sempre c’è posto subito: chiedi che cosa si può fare intanto.</p>
            <h2>L’affitto</h2>
            <ul><li>Guarda di chi è il nome sul contratto. Non disdire prima di averne parlato.</li>
            <li>Se paghi tu e lui resta, chiedi a un’avvocata come uscirne.</li>
            <li>Il Comune può avere contributi per l’affitto: chiedi ai servizi sociali.</li></ul>
            <h2>Una casa popolare</h2>
            <p>Se la casa è assegnata a lui e viene condannato per violenza in famiglia, può perderla. Tu puoi
            restare (art. 12 della legge 4/2018). In Lombardia la Regione paga alcuni alloggi per chi esce
            dalla violenza. Si chiedono attraverso un centro antiviolenza.</p>
            <h2>Il nuovo indirizzo</h2>
            <p>Prima di cambiare la residenza parlane con lo sportello. Il nuovo indirizzo può comparire in
            carte che lui può leggere.</p>
        """),
        contact("Cerchiamo insieme"),
    ],
    {"readers": Readers.CASE},
)

MEETING = Draft(
    HelpPage,
    "incontri",
    "Parlare con altre donne",
    "In un gruppo nessuna deve spiegare da capo. Si ascolta, si parla se si vuole, ci si ride anche su.",
    [
        prose("""
            <h2>Che cosa sono</h2>
            <p>Sono piccoli gruppi di donne che hanno vissuto violenza. C’è sempre una persona preparata.
            Quello
            che si dice resta lì. Non devi dire il tuo cognome. Puoi venire una volta sola.</p>
            <h2>Come si entra</h2>
            <p>Chiedi a uno sportello. Prima fate un colloquio: serve a capire se è il momento giusto e se è
            sicuro per te. Se un’altra donna del gruppo conosce lui, si trova un altro gruppo.</p>
            <p>Ecco <a href="/rete/?servizio=gruppi">chi nella rete ha gruppi di incontro</a>.</p>
            <h2>Da dove viene</h2>
            <p>Gruppi così c’erano già nel progetto Amaranta, tra il 2013 e il 2015: la loro
            <a href="page:chi-siamo/amaranta-2013-2015">storia</a>.</p>
        """),
        contact("Chiedi di un gruppo", emergency=False),
    ],
    {"readers": Readers.CASE},
)

SITUATIONS = Draft(
    HelpPage,
    "situazioni",
    "Per il tuo caso",
    "Pagine brevi, una per ogni situazione. Leggi solo quella che ti serve.",
    fields={},
    children=(FIRST_HOURS, THROAT, CHAT, FAMILY, BY_A_WOMAN, EVERYONE, MONEY, HOUSING, MEETING),
)

WAYS = prose("""
    <p>Qui scriviamo spesso «lui», perché succede più spesso. Vale anche se è una donna, un figlio, un
    genitore
    o un’altra persona.</p>
    <h2>È appena successo</h2>
    <ul><li><a href="page:per-me/situazioni/prime-ore">Dopo una violenza sessuale: le prime ore</a></li>
    <li><a href="page:per-me/situazioni/visita">Se ti ha stretto il collo</a></li>
    <li><a href="page:per-me/domande">Sono in pericolo?</a></li>
    <li><a href="page:per-me/situazioni/chat">Scrivere in chat, senza parlare</a></li></ul>
    <h2>Chi ti fa del male</h2>
    <ul><li><a href="page:per-me/situazioni/in-famiglia">Un figlio o un genitore</a></li>
    <li><a href="page:per-me/situazioni/coppia">Una donna</a></li>
    <li><a href="page:per-me/diritti/ufficio">Qualcuno al lavoro</a></li>
    <li><a href="page:per-me/diritti/scelte">Chi vuole farti sposare, o sfruttarti</a></li>
    <li><a href="page:per-me/situazioni/per-tutti">Se sei un uomo, o un’altra persona</a></li></ul>
    <h2>Che cosa ti serve</h2>
    <ul><li><a href="page:per-me/situazioni/soldi">Soldi</a></li>
    <li><a href="page:per-me/situazioni/abitare">Un posto dove stare</a></li>
    <li><a href="page:per-me/diritti/avvocata">Un’avvocata gratis</a></li>
    <li><a href="page:per-me/diritti/documenti">Il permesso di soggiorno</a></li>
    <li><a href="page:per-me/situazioni/incontri">Parlare con altre donne</a></li>
    <li><a href="page:per-me/diritti/indennizzo">Un indennizzo dallo Stato</a></li>
    <li><a href="page:per-me/diritti/crescere">Per i figli di una donna che non c’è più</a></li></ul>
    <h2>Leggi con calma</h2>
""")
