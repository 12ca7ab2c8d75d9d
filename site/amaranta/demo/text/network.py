"""The network, its two projects of the past, and what journalists need."""

from amaranta.demo.text.markup import Draft, callout, checklist, prose, questions, steps, table
from home.models import ArchivePage, InformationPage

AMARANTA = Draft(
    ArchivePage,
    "amaranta-2013-2015",
    "Amaranta. Rinascere dopo la violenza",
    "Due centri, a Cinisello Balsamo e a Bresso, e un protocollo a cui hanno aderito venticinque enti.",
    [
        prose("""
            <h2>Chi l’ha fatto</h2>
            <p>Il Comune di Cinisello Balsamo, capofila, con il Comune di Bresso, l’associazione Mittatron di
            Bresso, il Centro della Famiglia – Fondazione Edith Stein di Cinisello Balsamo, i Gruppi di
            Volontariato Vincenziano di Cinisello Balsamo, l’associazione Amici casa dell’Accoglienza e la
            Fondazione Guzzetti di Milano.</p>
        """),
        steps(
            "Le tappe",
            ("Autunno 2013", "<p>Il bando della Regione.</p>"),
            ("Primavera 2014", "<p>Dopo alcune revisioni il progetto è approvato.</p>"),
            ("Settembre 2014", "<p>Apre il centro di Cinisello Balsamo.</p>"),
            ("Maggio 2015", "<p>Il progetto finisce, un mese dopo il previsto.</p>"),
            ("Luglio 2015", "<p>Il rendiconto.</p>"),
        ),
        prose("""
            <h2>Che cosa voleva</h2>
            <p>Accompagnare una donna in ogni fase dell’uscita dalla violenza, con un percorso suo e con
            servizi che lavorano insieme.</p>
            <ul><li>Provare due centri «Donne Insieme», uno a Cinisello Balsamo e uno a Bresso, sul modello
            dei
            <i>Family Justice Center</i>.</li>
            <li>Mettere a sistema gli aiuti di più Comuni: pratiche uguali, un solo modo di segnalare e di
            raccogliere i dati, strumenti di comunicazione comuni.</li>
            <li>Far incontrare tra loro donne che hanno subito violenza.</li></ul>
            <h2>Che cosa ha fatto</h2>
            <ul><li>Due centri aperti, per venti ore alla settimana in tutto, con orari che si
            completavano.</li>
            <li>Un protocollo tra Comuni per segnalare e seguire le situazioni: vi hanno aderito 25 enti.</li>
            <li>La formazione di una squadra di operatori.</li>
            <li>Un tavolo di confronto tra Comuni.</li>
            <li>Gruppi di confronto con donne (la relazione li chiama <i>focus group</i>).</li>
            <li>La rete si è allargata a Cusano Milanino; sono cominciati i contatti con Sesto San Giovanni e
            Cormano.</li>
            <li>Sono nati altri progetti sullo stesso tema, con più enti nel governo della rete. Si è
            partecipato ad altri bandi, perché il lavoro continuasse.</li></ul>
        """),
        table(
            "Quante donne, per centro",
            ("Che cosa", "Cinisello Balsamo", "Bresso"),
            ("Durata progetto in mesi", "8", "13"),
            ("Donne prese in carico", "32", "73"),
            ("Media al mese", "4", "5,6"),
        ),
        prose("""
            <p>La relazione chiama la media «accessi mensili»: è calcolata sulle prese in carico. A Cinisello
            Balsamo 17 donne hanno deciso di denunciare <b>dopo</b> essere andate al centro.</p>
            <p>La relazione conteneva anche grafici sul tipo di violenza, sulle denunce e su chi la commette.
            I loro valori non sono arrivati fino a noi, e non li ricostruiamo.</p>
        """),
        callout(
            "note",
            "Che cosa si è imparato",
            """<p>I risultati sono stati un po’ sotto le attese. La relazione dice perché: i servizi erano
            poco conosciuti, soprattutto a Cinisello Balsamo. Per questo farsi trovare è una parte
            dell’aiuto.</p>""",
        ),
    ],
    {
        "period": "2013–2015",
        "places": "Cinisello Balsamo, Bresso, Cusano Milanino",
        "source": "«Esiti di progetto», Comune di Cinisello Balsamo, luglio 2015",
    },
)

AL_TUO_FIANCO = Draft(
    ArchivePage,
    "al-tuo-fianco",
    "Al tuo fianco",
    "Uno sportello di primo ascolto e una rete informata, negli otto Comuni dell’ambito di Garbagnate "
    "Milanese.",
    [
        prose("""
            <h2>Chi l’ha fatto</h2>
            <p>Comuni Insieme, dall’inizio del 2012, nell’ambito territoriale di Garbagnate Milanese.</p>
            <h2>Che cosa voleva</h2>
            <p>Aiutare le persone, soprattutto donne, che vivono violenza in casa o persecuzioni. Offrire un
            luogo libero e anonimo anche a chi di solito ai servizi pubblici non arriva.</p>
            <ul><li><b>Informare</b>: i cittadini, chi lavora nei servizi, le forze dell’ordine, perché ognuno
            sappia riconoscere i segnali e indicare una strada.</li>
            <li><b>Ascoltare</b>: un numero di telefono per il primo contatto, sempre attivo.</li>
            <li><b>Sostenere</b>: consulenza psicologica e legale gratuita, e qualcuno accanto nei passi
            difficili, se la persona lo vuole.</li></ul>
            <h2>Come funzionava</h2>
            <p>Uno sportello di primo ascolto a Cesate, una mattina alla settimana, solo su appuntamento.</p>
        """),
        callout(
            "note",
            "Oggi",
            "<p>Il telefono, la posta e la sede di allora non sono riportati qui: non sono più da usare.</p>",
        ),
    ],
    {
        "period": "dal 2012",
        "places": "Baranzate, Bollate, Cesate, Garbagnate Milanese, Novate Milanese, Paderno Dugnano, "
        "Senago, Solaro",
        "source": "Pagina di presentazione del progetto, Comuni Insieme",
    },
)

PRESS = Draft(
    InformationPage,
    "stampa",
    "Per la stampa",
    "Le parole di un articolo arrivano anche a chi ha paura. Ecco come aiutare senza fare danni.",
    [
        checklist(
            "Scrivendo",
            "Non «raptus», «troppo amore», «lite finita male»: è violenza, e ha un autore",
            "Raccontare che cosa ha fatto lui, non che cosa faceva o indossava lei",
            "Nessun dettaglio che faccia riconoscere una donna, i figli, la casa, la scuola",
            "Mai il nome o la zona di una casa rifugio",
            "Niente foto di donne con lividi o nell’angolo: meglio un’immagine di persone che aiutano",
            "In fondo a ogni articolo: {{emergenza}} in pericolo, {{antiviolenza}} per parlare, gratuito e "
            "sempre attivo",
        ),
        questions(
            "Che cosa possiamo darvi",
            (
                "Dati",
                """<p>I dati della rete, quando sono pubblicati, sono aperti. Non diamo numeri così piccoli
                da far riconoscere qualcuno.</p>""",
            ),
            (
                "Interviste",
                """<p>A chi coordina la rete. Non mettiamo in contatto con donne seguite dagli sportelli, né
                con operatrici che le seguono.</p>""",
            ),
            ("Contatto per la stampa", "<p>{{stampa}}</p>"),
        ),
    ],
)

PROTOCOL = Draft(
    InformationPage,
    "protocollo",
    "Il protocollo",
    "Un accordo scritto: chi fa che cosa, come si passa un caso, che cosa non si dice mai.",
    [
        prose("""
            <h2>Da dove viene</h2>
            <p>Il progetto Amaranta, chiuso nel 2015, ha lasciato un <b>protocollo operativo
            sovracomunale</b>. Serviva a segnalare e a seguire le donne che subivano maltrattamenti. Lo hanno
            firmato 25 enti. La relazione non ne riporta il testo, né i 25 nomi: non li ricostruiamo. I sette
            enti del progetto sono nella <a href="page:chi-siamo/amaranta-2013-2015">sua storia</a>.</p>
            <h2>A che cosa serve</h2>
            <ul><li><b>Pratiche uguali</b>: la stessa accoglienza, a qualunque porta si bussi.</li>
            <li><b>Un solo modo di segnalare</b> un caso, da un ente all’altro, con il consenso di lei.</li>
            <li><b>Un solo modo di contare</b>, senza nomi: i totali si pubblicano.</li>
            <li><b>Parole e strumenti comuni</b> per farsi conoscere.</li></ul>
            <h2>Che cosa non si scambia</h2>
            <p>Nessun nome senza il suo consenso. Nessun indirizzo di una casa rifugio. Niente che non serva a
            chi deve aiutarla adesso.</p>
            <h2>Chi aderisce oggi</h2>
            <p>La scheda di ogni ente dice se ha firmato, e quando: ecco <a href="/rete/">gli enti della
            rete</a>. Per aderire si scrive al Comune capofila.</p>
        """),
    ],
)

TABLE = Draft(
    InformationPage,
    "tavolo",
    "Il tavolo e la formazione",
    "Comuni e servizi si incontrano per decidere insieme, e chi accoglie continua a imparare.",
    [
        prose("""
            <h2>Il tavolo tra Comuni</h2>
            <p>Il progetto Amaranta (2013–2015) ha avviato un tavolo di confronto tra più Comuni. È il posto
            dove si guarda che cosa funziona, dove gli orari si completano, chi manca. Più enti sono entrati,
            più il governo della rete si è allargato.</p>
            <h2>La formazione</h2>
            <p>Il progetto ha formato una squadra di operatori. Da allora vale una regola semplice: nessuna
            ascolta da sola senza essere stata preparata. Un incontro si può chiedere per una scuola, un
            ambulatorio, un comando di polizia locale: vedi <a href="page:per-lavoro">chi lavora con le
            persone</a>.</p>
            <h2>Le donne che ci sono passate</h2>
            <p>I gruppi di confronto con donne hanno fatto parte del progetto. Chi ha vissuto violenza sa che
            cosa manca a un servizio. Oggi si entra in un gruppo passando da uno sportello: leggi
            <a href="page:per-me/situazioni/incontri">parlare con altre donne</a>.</p>
        """),
        callout(
            "note",
            "Storia e presente",
            """<p>Quello che qui si dice del 2013–2015 viene dalla relazione di allora. Quello che si fa
            oggi lo
            scrive chi coordina la rete.</p>""",
        ),
    ],
)

NETWORK = Draft(
    InformationPage,
    "chi-siamo",
    "La rete",
    "Comuni, servizi e associazioni che lavorano insieme perché una donna non debba bussare a molte porte.",
    [
        prose("""
            <h2>Che cosa facciamo</h2>
            <p>Gli sportelli ascoltano, informano, orientano. Lavorano con consultori, ospedali, forze
            dell’ordine, servizi sociali, scuole, avvocate e associazioni. Chi ha bisogno entra da una porta
            qualsiasi: trova qualcuno che conosce le altre.</p>
            <h2>Come lavoriamo</h2>
            <ul><li>Gratis, per ogni donna, di ogni età, con o senza documenti.</li>
            <li>Decide lei: che cosa dire, che cosa fare, quando.</li>
            <li>Orari che si completano. Quando gli sportelli sono chiusi c’è il
            <a href="tel:{{antiviolenza}}">{{antiviolenza}}</a>, a ogni ora.</li>
            <li>Un solo modo di segnalare e di contare, senza schedare nessuna.</li></ul>
            <h2>Da dove veniamo</h2>
            <p>Da due progetti nati a nord di Milano. La loro storia è qui sotto.</p>
            <h2>Chi c’è, e quanto facciamo</h2>
            <p>Vedi <a href="/rete/">gli enti della rete</a> e <a href="/numeri/">i numeri</a>.</p>
        """),
    ],
    {"show_in_menus": True},
    (PROTOCOL, TABLE, AMARANTA, AL_TUO_FIANCO, PRESS),
)
