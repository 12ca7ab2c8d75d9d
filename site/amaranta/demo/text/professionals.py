"""What those read who meet women at work: doctors, police, schools, social services."""

from amaranta.demo.text.markup import Draft, callout, checklist, contact, prose, steps
from home.models import HelpPage, Readers

DUTY = callout(
    "warn",
    "Il dovere di segnalare",
    """<p>Il dovere è dei pubblici ufficiali e degli incaricati di pubblico servizio. Se nel loro lavoro
    vengono a sapere di un reato perseguibile d’ufficio, devono denunciarlo per iscritto e senza ritardo (art.
    331 c.p.p.; artt. 361 e 362 c.p.). I maltrattamenti (art. 572 c.p.) sono perseguibili d’ufficio. Il
    segreto professionale (art. 622 c.p.) e le norme della tua professione possono pesare in modo diverso. Nel
    dubbio chiedi al tuo ente o a un legale, prima di promettere il segreto.</p>
    <p>Se devi segnalare, dillo prima a chi si è confidata, se puoi. Una segnalazione può aumentare il
    pericolo: pensate insieme a come proteggerla.</p>""",
)

DOCTORS = Draft(
    HelpPage,
    "medici",
    "Per chi cura",
    "Medici di base, pediatri, pronto soccorso, consultori: spesso i primi a sapere, a volte gli unici.",
    [
        steps(
            "In ambulatorio",
            (
                "Vederla da sola",
                """<p>Chi la accompagna aspetta fuori. Se serve un’interprete, mai una persona di
                famiglia.</p>""",
            ),
            (
                "Chiedere",
                """<p>«Lo chiedo a tutte: a casa si sente al sicuro?» Una domanda semplice e diretta è meglio
                di un sospetto.</p>""",
            ),
            (
                "Ascoltare e credere",
                "<p>Non serve sapere tutto. Niente domande sul perché non se n’è andata.</p>",
            ),
            (
                "Curare e scrivere",
                """<p>Le sue parole tra virgolette, le lesioni descritte con precisione, le foto se
                acconsente. La cartella può servirle anche tra anni.</p>""",
            ),
            (
                "Valutare il pericolo",
                """<p>Gli strumenti di valutazione del rischio sono per personale formato. Un segnale basta
                per non lasciarla sola: strangolamento, armi, minacce di morte, gravidanza,
                separazione.</p>""",
            ),
            (
                "Mettere in contatto",
                """<p>Offri di chiamare insieme lo sportello o il {{antiviolenza}}, dal tuo telefono. Il
                materiale scritto può essere pericoloso: chiedi se può portarlo a casa.</p>""",
            ),
        ),
        prose("""
            <h2>In pronto soccorso</h2>
            <p>Le linee guida nazionali (d.P.C.M. 24 novembre 2017) prevedono un percorso dedicato alle donne
            che subiscono violenza. Comprende accoglienza riservata, cure, documentazione e, se lei lo vuole,
            il contatto con il centro antiviolenza.</p>
            <p>Se una paziente ti racconta uno di questi reati, devi informarla sui centri antiviolenza del
            territorio. Se lo chiede, devi metterla in contatto (art. 11 del decreto-legge 11/2009).</p>
            <h2>Referto</h2>
            <p>Chi esercita una professione sanitaria ha anche l’obbligo di referto per i delitti perseguibili
            d’ufficio, entro 48 ore, subito se c’è pericolo (art. 365 c.p.; art. 334 c.p.p.). Non vale se il
            referto esporrebbe la persona assistita a un procedimento penale.</p>
            <h2>Senza permesso di soggiorno</h2>
            <p>L’accesso alle cure non può portare a una segnalazione, salvo il referto alle stesse condizioni
            di tutti (art. 35, comma 5, del decreto legislativo 286/1998). Dillo: molte non lo sanno.</p>
        """),
        DUTY,
        contact("Un dubbio su un caso", "Puoi chiedere consiglio senza dire chi è."),
    ],
    {"readers": Readers.WORKERS},
)

POLICE = Draft(
    HelpPage,
    "divise",
    "Per le forze dell’ordine e la polizia locale",
    "Il primo ascolto decide se tornerà a chiedere aiuto.",
    [
        checklist(
            "Quando arriva, o durante un intervento",
            "Ascoltarla da sola, in una stanza chiusa, con tempo",
            "Separare le persone: mai farle parlare insieme per «chiarire»",
            "Un’interprete: mai una persona di famiglia o del vicinato",
            "Chiedere di armi, minacce di morte, strangolamento, separazione, figli",
            "Scrivere le sue parole, non riassunti; annotare i bambini presenti",
            "Dirle quali misure esistono e che cosa succede dopo",
            "Darle il numero dello sportello e il {{antiviolenza}}; se vuole, chiamare insieme",
            "Chiedere dove è sicuro mandarle atti e comunicazioni",
            "Se chi la minaccia è un collega: passare subito la cosa a un altro ufficio",
        ),
        prose("""
            <p>Non è una «lite di coppia» quando una delle due persone ha paura. Niente mediazione e niente
            «tornate a casa e parlatene».</p>
            <p>Alle persone offese da questi reati vanno date informazioni sui centri antiviolenza del
            territorio. Se lo chiedono, vanno messe in contatto (art. 11 del decreto-legge 11/2009).</p>
            <p>Con il «codice rosso» (legge 69/2019) la notizia di questi reati si riferisce subito al
            pubblico ministero, anche a voce (art. 347, comma 3, c.p.p.).</p>
        """),
        contact("Lo sportello più vicino", emergency=False, write=False),
    ],
    {"readers": Readers.WORKERS},
)

SCHOOL = Draft(
    HelpPage,
    "scuola",
    "Per la scuola",
    "Insegnanti, educatrici, personale: che cosa fare se una ragazza, un ragazzo o una madre si confida.",
    [
        steps(
            "Se qualcuno si confida",
            ("Ascolta", "<p>In un posto tranquillo, senza altri. Non interrogare e non far ripetere.</p>"),
            ("Di’ che ha fatto bene", "<p>«Grazie di avermelo detto. Non è colpa tua.»</p>"),
            (
                "Non promettere il segreto",
                """<p>«Non lo racconto in giro. Devo però parlarne con chi può aiutarti, e ti dico prima con
                chi.»</p>""",
            ),
            ("Annota", "<p>Le sue parole, la data, che cosa hai visto. Senza interpretare.</p>"),
            (
                "Parlane con chi dirige la scuola",
                """<p>Subito, lo stesso giorno. Non chiamare la famiglia prima di aver capito chi è al sicuro
                e chi no.</p>""",
            ),
            (
                "Segnala per iscritto",
                """<p>Solo i fatti e le sue parole: niente indagini, niente confronti. Il dovere è di chi lo
                viene a sapere: se chi dirige non c’è o non lo fa, tocca a te. Se il fatto viene da casa non
                avvisare la famiglia della denuncia.</p>""",
            ),
        ),
        DUTY,
        prose("""
            <h2>In classe</h2>
            <p>Una lezione sul rispetto può far parlare qualcuno. Prima di cominciare decidi a chi rivolgerti.
            Dillo anche alla classe: «se qualcosa vi tocca, io ci sono dopo la lezione».</p>
            <p>Il 114 Emergenza Infanzia è per bambini e ragazzi in pericolo: può chiamare chiunque, a ogni
            ora. Il 19696 ascolta chi ha meno di 18 anni, e gli adulti che se ne occupano.</p>
        """),
        contact("Chiedi un incontro o un consiglio"),
    ],
    {"readers": Readers.WORKERS},
)

SOCIAL = Draft(
    HelpPage,
    "servizi-sociali",
    "Per i servizi sociali",
    "Proteggere lei e i figli, insieme allo sportello.",
    [
        checklist(
            "Nel colloquio",
            "Vederla da sola; appuntamenti separati da quelli di lui",
            "Chiedere come e quando è sicuro chiamarla, ogni volta di nuovo",
            "Nessuna mediazione familiare e nessun incontro congiunto dove c’è violenza",
            "Valutare il rischio con strumenti che si sanno usare, e di nuovo quando qualcosa cambia",
            "Guardare ai figli: anche chi assiste alla violenza la subisce",
            "Non chiederle di scegliere tra protezione e figli",
            "Relazioni che nominano la violenza: non «conflitto»",
        ),
        prose("""
            <h2>Con la rete</h2>
            <p>Un protocollo dice chi fa che cosa, come si passa un caso e quali dati non si scambiano. Allo
            sportello bastano poche informazioni, e solo con il consenso di lei. L’indirizzo di una casa
            rifugio non si scrive in nessun documento che altri possono leggere.</p>
            <h2>Che cosa dice la legge</h2>
            <p>Dove sono allegate violenze è vietato cominciare una mediazione (art. 473-bis.43 c.p.c.; art.
            48 della Convenzione di Istanbul, legge 77/2013). Chi ha meno di 18 anni e assiste ai
            maltrattamenti è persona offesa (art. 572 c.p.). I servizi che ricevono da lei notizia di questi
            reati devono informarla sui centri antiviolenza (art. 11 del decreto-legge 11/2009).</p>
            <p>Per il congedo dal lavoro e per il Reddito di libertà serve una dichiarazione dei servizi: vedi
            <a href="page:per-me/diritti">i diritti</a>.</p>
        """),
        DUTY,
        contact("Parlare con lo sportello"),
    ],
    {"readers": Readers.WORKERS},
)

FOR_WORK = Draft(
    HelpPage,
    "per-lavoro",
    "Lavoro con le persone",
    "Incontrare qualcuno che ha paura fa parte del tuo lavoro. Ecco che cosa aiuta e che cosa evitare.",
    [
        prose("""
            <p>Tre cose valgono in ogni mestiere: <b>ascoltarla da sola</b>, <b>crederle</b>, <b>non decidere
            al posto suo</b> se non c’è un pericolo immediato.</p> """),
    ],
    {"readers": Readers.WORKERS, "show_in_menus": True},
    (DOCTORS, POLICE, SCHOOL, SOCIAL),
)
