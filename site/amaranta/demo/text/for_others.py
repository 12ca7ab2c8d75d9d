"""What friends, professionals and those who use violence read."""

from home.models import HelpPage

from .markup import Draft, callout, checklist, contact, prose, questions, steps, table

FOR_OTHERS = Draft(
    HelpPage,
    "per-altri",
    "Sono in pensiero per qualcuno",
    "Amica, sorella, vicino, collega: puoi fare molto, anche senza avere le parole giuste.",
    [
        callout(
            "bad",
            "Se senti o vedi che succede adesso",
            """<p>Chiama il <a href="tel:112">112</a>. Non metterti in mezzo da solo: rischi tu e rischia
            lei.</p>""",
        ),
        prose("""
            <h2>Che cosa puoi notare</h2>
            <ul><li>Non esce più, risponde poco, chiede sempre il permesso.</li>
            <li>Ha paura di fare tardi o di non rispondere a un messaggio.</li>
            <li>Si copre, ha lividi, racconta cadute che non convincono.</li>
            <li>Non ha soldi suoi. Qualcuno parla sempre al posto suo.</li></ul>
            <p>Nessun segno è una prova. È un buon motivo per starle vicino.</p>
        """),
        steps(
            "Come parlarne",
            (
                "Scegli un momento in cui è sola",
                """<p>Di persona è meglio. Un messaggio può leggerlo lui: chiedile prima come è sicuro
                scriverle.</p>""",
            ),
            ("Di’ quello che hai visto", "<p>«Ti vedo spaventata. Sono qui, se vuoi parlarne.»</p>"),
            ("Credile", "<p>Non chiedere prove, e non chiedere perché resta.</p>"),
            (
                "Lascia che decida lei",
                "<p>Conosce i rischi meglio di te. Se non è pronta, resta. Può volerci tempo.</p>",
            ),
            (
                "Offri cose concrete",
                """<p>Una borsa da tenere, un posto per una notte, i bambini per un’ora, un telefono da cui
                chiamare.</p>""",
            ),
        ),
        table(
            "Le parole",
            ("Aiuta", "Fa male"),
            ("«Ti credo.»", "«Sei sicura?»"),
            ("«Non è colpa tua.»", "«Che cosa gli hai detto?»"),
            ("«Che cosa ti serve?»", "«Io lo avrei già lasciato.»"),
            ("«Ne parliamo quando vuoi.»", "«Se non lo lasci, non ti aiuto più.»"),
        ),
        prose("""
            <h2>Che cosa evitare</h2>
            <ul><li>Parlare con lui per «farlo ragionare»: può vendicarsi su di lei.</li>
            <li>Fare da paciere: tra chi ha paura e chi fa paura non si media.</li>
            <li>Denunciare di nascosto da lei, se non c’è un pericolo immediato.</li>
            <li>Raccontare ad altri quello che ti ha detto.</li></ul>
        """),
        questions(
            "Domande",
            (
                "Posso chiamare io uno sportello?",
                """<p>Sì. Puoi chiedere consiglio senza dire il suo nome. Lo sportello non la cerca se lei non
                vuole. Se chi ti ascolta ha dei doveri, te lo spiega prima.</p>""",
            ),
            (
                "Come le faccio avere il numero?",
                """<p>A voce. Il 1522 si impara subito. Un biglietto o un messaggio possono essere trovati. Se
                glielo scrivi, non scrivere che cosa è.</p>""",
            ),
            (
                "E io?",
                """<p>Stare accanto a chi ha paura è faticoso. Anche tu puoi parlarne con uno
                sportello.</p>""",
            ),
        ),
        contact("Chiedi consiglio"),
    ],
    {"plain_word": "Per gli altri", "show_in_menus": True},
)

DUTY = callout(
    "warn",
    "Il dovere di segnalare",
    """<p>Pubblici ufficiali e incaricati di pubblico servizio che nel loro servizio vengono a conoscenza di
    un reato perseguibile d’ufficio devono farne denuncia (art. 331 c.p.p.; artt. 361 e 362 c.p.). I
    maltrattamenti
    (art. 572 c.p.) sono perseguibili d’ufficio. Il segreto professionale (art. 622 c.p.) e le norme della tua
    professione possono pesare in modo diverso. Nel dubbio chiedi al tuo ente o a un legale, prima di
    promettere il segreto. [Testo da far approvare al legale della rete.]</p>""",
)

DOCTORS = Draft(
    HelpPage,
    "medici",
    "Per chi cura",
    "Medici di base, pediatri, pronto soccorso, consultori: spesso siete i primi, a volte gli unici.",
    [
        steps(
            "In ambulatorio",
            (
                "Da sola con lei",
                """<p>Chi la accompagna aspetta fuori. Se serve un interprete, che non sia un
                familiare.</p>""",
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
                """<p>Offrite di chiamare insieme lo sportello o il 1522, dal vostro telefono. Il materiale
                scritto può essere pericoloso: chiedete se può portarlo a casa.</p>""",
            ),
        ),
        prose("""
            <h2>In pronto soccorso</h2>
            <p>Le linee guida nazionali (d.P.C.M. 24 novembre 2017) prevedono un percorso dedicato per le
            donne che subiscono violenza: accoglienza riservata, cure, documentazione, contatto con il centro
            antiviolenza.</p>
            <h2>Referto</h2>
            <p>Chi esercita una professione sanitaria ha anche l’obbligo di referto per i delitti perseguibili
            d’ufficio (art. 365 c.p.; art. 334 c.p.p.).</p>
        """),
        DUTY,
        contact("Un dubbio su un caso", "Puoi chiedere consiglio senza dire chi è."),
    ],
    {"plain_word": "Per chi cura"},
)

POLICE = Draft(
    HelpPage,
    "divise",
    "Per le forze dell’ordine e la polizia locale",
    "Il primo ascolto decide se tornerà a chiedere aiuto.",
    [
        checklist(
            "Quando arriva o quando intervenite",
            "Ascoltarla da sola, in una stanza chiusa, con tempo",
            "Separare le persone: mai farle parlare insieme per «chiarire»",
            "Un interprete che non sia un familiare né un vicino",
            "Chiedere di armi, minacce di morte, strangolamento, separazione, figli",
            "Scrivere le sue parole, non riassunti; annotare i bambini presenti",
            "Dirle quali misure esistono e che cosa succede dopo",
            "Darle il numero dello sportello e il 1522; se vuole, chiamare insieme",
            "Chiedere dove è sicuro mandarle atti e comunicazioni",
        ),
        prose("""
            <p>Non è una «lite di coppia» quando una delle due persone ha paura. Niente mediazione e niente
            «tornate a casa e parlatene».</p>
            <p>Alle persone offese da questi reati vanno date informazioni sui centri antiviolenza del
            territorio e, se lo chiedono, va facilitato il contatto (art. 11 del decreto-legge 11/2009).</p>
        """),
        contact("Lo sportello più vicino", emergency=False, write=False),
    ],
    {"plain_word": "Per chi è in divisa"},
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
                "Parlane con la dirigente",
                """<p>Subito, lo stesso giorno. Non chiamare la famiglia prima di aver capito chi è al sicuro
                e chi no.</p>""",
            ),
        ),
        DUTY,
        prose("""
            <h2>In classe</h2>
            <p>Una lezione sul rispetto può far parlare qualcuno. Prima di cominciare decidi a chi rivolgerti.
            Dillo anche alla classe: «se qualcosa vi tocca, io ci sono dopo la lezione».</p>
            <p>Il numero 114 Emergenza Infanzia è per bambini e ragazzi in pericolo.</p>
        """),
        contact("Chiedi un incontro o un consiglio"),
    ],
    {"plain_word": "Per la scuola"},
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
            "Valutare il rischio con strumenti per cui si è formati, e rivalutarlo quando qualcosa cambia",
            "Guardare ai figli: anche chi assiste alla violenza la subisce",
            "Non chiederle di scegliere tra protezione e figli",
            "Relazioni che nominano la violenza: non «conflitto»",
        ),
        prose("""
            <h2>Con la rete</h2>
            <p>Un protocollo dice chi fa che cosa, come si passa un caso e quali dati non si scambiano. Allo
            sportello bastano poche informazioni, e solo con il consenso di lei. L’indirizzo di una casa
            rifugio non si scrive in nessun documento che altri possono leggere.</p>
            <p>Per il congedo dal lavoro e per il Reddito di libertà serve una dichiarazione dei servizi: vedi
            <a href="page:per-me/diritti">i diritti</a>.</p>
        """),
        DUTY,
        contact("Parlare con lo sportello"),
    ],
    {"plain_word": "Per i servizi"},
)

FOR_WORK = Draft(
    HelpPage,
    "per-lavoro",
    "Lavoro con le persone",
    "Incontrare qualcuno che ha paura fa parte del tuo lavoro. Ecco che cosa aiuta e che cosa evitare.",
    [
        prose("""
            <p>Tre cose valgono per tutti: <b>ascoltare da sola</b>, <b>credere</b>, <b>non decidere al posto
            suo</b> se non c’è un pericolo immediato.</p>
        """),
    ],
    {"plain_word": "Per chi lavora", "show_in_menus": True},
    (DOCTORS, POLICE, SCHOOL, SOCIAL),
)

CHANGE = Draft(
    HelpPage,
    "cambiare",
    "Uso violenza e voglio smettere",
    "Se hai paura di quello che fai, o di quello che potresti fare, si può chiedere aiuto. La scelta è tua.",
    [
        callout(
            "bad",
            "Se senti che stai per farlo",
            """<p>Esci. Allontanati da lei e dai bambini. Cammina, telefona a qualcuno, non bere. Se qualcuno
            è in pericolo chiama il <a href="tel:112">112</a>.</p>""",
        ),
        prose("""
            <h2>Di che cosa parliamo</h2>
            <p>Spingere, colpire, minacciare, controllare il telefono o i soldi, costringere a un rapporto,
            rompere le cose, spaventare i figli. È violenza anche se poi chiedi scusa, anche se eri
            arrabbiato, anche se avevi bevuto.</p>
            <p>Nessuno ti fa perdere il controllo. Con altre persone, al lavoro o per strada, spesso lo
            mantieni. Vuol dire che puoi scegliere.</p>
            <h2>Chi può aiutarti</h2>
            <p>I CUAV, centri per uomini autori o potenziali autori di violenza, lavorano con chi vuole
            cambiare. Hanno un telefono e una sede loro. Sono separati dai luoghi che aiutano le donne: gli
            sportelli di questo sito non fanno parte di quel percorso e non possono riceverti.</p>
            <p>Ecco <a href="/percorsi/">i centri che lavorano con chi vuole cambiare</a>. Se non sai dove
            andare, chiedi al tuo medico o ai servizi sociali del Comune.</p>
        """),
        questions(
            "Domande",
            (
                "Che cosa si fa in un CUAV?",
                """<p>Colloqui e gruppi con persone formate. Si parla di quello che hai fatto, di chi ne ha
                sofferto, di come fermarsi.</p>""",
            ),
            (
                "È una «terapia di coppia»?",
                "<p>No. Non si fa mediazione e lei non deve venire. Non serve a farla tornare.</p>",
            ),
            (
                "Mi denunceranno?",
                """<p>Non ti possiamo promettere il segreto su reati o su pericoli per altri. Chiedilo al
                primo colloquio: te lo spiegano subito.</p>""",
            ),
            (
                "Se comincio, lei mi perdonerà?",
                """<p>Non si comincia per questo. Lei può non volerti più vedere, e questo va
                rispettato.</p>""",
            ),
        ),
    ],
    {"plain_word": "Cambiare", "show_in_menus": True},
)
