"""What a woman reads for herself."""

from home.models import HelpPage, PrivatePage

from .markup import Draft, callout, checklist, contact, prose, questions, steps
from .rights import RIGHTS

UNDERSTAND = Draft(
    HelpPage,
    "capire",
    "Che cos’è la violenza",
    "La violenza non è solo botte. Se qualcosa che vivi ti fa paura o ti spegne, ha un nome.",
    [
        prose("""
            <p>Un litigio può capitare a tutti. In un litigio ci sono due persone che possono parlare, e che
            possono dire di no. Nella violenza una persona comanda e l’altra ha paura.</p>
            <p>Non serve essere sposati o vivere insieme. Può succedere con un marito, un fidanzato, un ex, un
            padre, un fratello, un figlio, un collega. Può succedere a ogni età, con o senza documenti, con
            molti o pochi soldi.</p>
            <h2>Le forme che può avere</h2>
            <h3>Psicologica</h3>
            <p>Ti insulta, ti umilia davanti agli altri, dice che sei pazza. Controlla con chi parli, come ti
            vesti, dove vai. Ti allontana dalla famiglia e dalle amiche. Minaccia di farsi del male se lo
            lasci.</p>
            <h3>Fisica</h3>
            <p>Ti spinge, ti tira i capelli, ti colpisce, ti stringe il collo, ti impedisce di uscire. Rompe
            le cose o fa male agli animali per spaventarti. Conta anche se non lascia segni.</p>
            <h3>Economica</h3>
            <p>Ti prende lo stipendio, ti nega i soldi per la spesa, ti impedisce di lavorare, fa debiti a tuo
            nome.</p>
            <h3>Sessuale</h3>
            <p>Ti costringe, ti ricatta, insiste finché cedi, non si ferma quando dici basta. Anche nel
            matrimonio: un rapporto senza il tuo consenso è violenza.</p>
            <h3>Persecuzione</h3>
            <p>Ti segue, ti aspetta sotto casa, ti chiama e ti scrive di continuo, ti fa sentire osservata.
            Spesso comincia, o peggiora, quando una storia finisce.</p>
            <h3>Con il telefono e in rete</h3>
            <p>Pretende le tue password, legge i tuoi messaggi, sa sempre dove sei, minaccia di diffondere
            foto intime o lo fa.</p>
            <h3>Davanti ai figli</h3>
            <p>I bambini che vedono o sentono la violenza ne soffrono, anche quando nessuno li tocca.</p>
        """),
        callout(
            "calm",
            "Non è colpa tua",
            """<p>Qualunque cosa tu abbia detto o fatto, chi usa violenza <b>sceglie</b> di usarla. Non la
            provochi tu: né con le parole, né con i vestiti, né restando.</p>""",
        ),
        questions(
            "Dubbi che vengono a molte",
            (
                "«Però a volte è gentile»",
                """<p>Capita spesso: dopo la violenza vengono le scuse e un periodo tranquillo, poi la
                tensione risale. I momenti belli sono veri. Non cancellano gli altri.</p>""",
            ),
            (
                "«Forse esagero»",
                """<p>Se cambi quello che fai o dici per paura di come reagirà, non esageri. Puoi parlarne
                anche se non sai che nome dare a quello che vivi.</p>""",
            ),
            (
                "«Non mi ha mai picchiata»",
                """<p>Controllo, minacce, umiliazioni e ricatti sono violenza anche senza botte.</p>""",
            ),
            (
                "«Non posso andarmene adesso»",
                """<p>Restare può essere, per ora, la scelta più prudente. Solo tu conosci i rischi. Chiedere
                aiuto non ti obbliga a lasciare la casa né a denunciare.</p>""",
            ),
            (
                "«E se mi tolgono i figli?»",
                """<p>È una paura che lui può usare contro di te. Chiedere aiuto è un modo di proteggerli.
                Parlane con lo sportello, anche senza dire il tuo nome: ti spiegano che cosa può succedere
                nel tuo caso.</p>""",
            ),
        ),
        contact("Parlane con qualcuno", "È gratuito. Puoi anche solo fare una domanda."),
        prose("""
            <h2>Da qui</h2>
            <ul><li><a href="page:per-me/domande">Domande per capire se sei in pericolo</a></li>
            <li><a href="page:per-me/piano">Prepararsi: un piano per te</a></li>
            <li><a href="page:per-me/diritti">I tuoi diritti</a></li></ul>
        """),
    ],
    {"plain_word": "Capire"},
)

DANGER = Draft(
    PrivatePage,
    "domande",
    "Sono in pericolo?",
    "Leggi con calma. Non c’è niente da compilare: le risposte restano nella tua testa.",
    [
        callout(
            "bad",
            "Se succede adesso",
            """<p>Chiama il <a href="tel:112">112</a>. Se non puoi parlare, prova a uscire o a raggiungere una
            stanza da cui si esce. Evita la cucina e il bagno.</p>""",
        ),
        checklist(
            "Negli ultimi mesi",
            "Ti ha minacciata di morte, o ha minacciato i tuoi figli?",
            "Ti ha stretto il collo o ti ha impedito di respirare?",
            "Ha un’arma, o ti ha minacciata con un oggetto?",
            "La violenza è più frequente o più pesante di prima?",
            "Ti segue, ti spia, compare dove sei?",
            "Vi state lasciando, o gli hai detto che vuoi andartene?",
            "Ti ha colpita mentre eri incinta?",
            "Ha minacciato di uccidersi se lo lasci?",
            "Ti costringe ad avere rapporti?",
            "Beve molto o usa droghe, e allora diventa più violento?",
            "Ha fatto del male ad altre persone o ad animali?",
            "Pensi che potrebbe ucciderti?",
        ),
        prose("""
            <h2>Se anche una sola risposta è sì</h2>
            <p>Parla con qualcuno <b>oggi</b>, anche se non hai deciso niente. Il 1522 risponde sempre, di
            giorno e di notte. Uno sportello può aiutarti a capire quanto rischi e che cosa fare.</p>
            <p>Più di un sì, o la paura che ti uccida, vuol dire che il rischio può essere alto. Fidati di
            quello che senti: sei tu che lo conosci.</p>
            <h2>Se tutte le risposte sono no</h2>
            <p>Queste domande non vedono tutto e non sono una diagnosi. Se hai paura, la paura basta per
            chiedere aiuto.</p>
        """),
        contact("Con chi parlare"),
        prose('<p>Poi, se vuoi: <a href="page:per-me/piano">prepararsi, un piano per te</a>.</p>'),
    ],
)

PLAN = Draft(
    PrivatePage,
    "piano",
    "Prepararsi: un piano per te",
    "Un piano ti aiuta a essere più protetta se resti, se te ne vai, e dopo. Non devi fare tutto, né subito.",
    [
        callout(
            "note",
            "Dove tenere il piano",
            """<p>Questa pagina non salva niente. Il posto più prudente è la tua memoria. Se lo stampi, escono
            solo gli elenchi, senza titolo e senza il nome di questo sito. Il browser può aggiungere la data e
            l’indirizzo della pagina ai margini: nella finestra di stampa puoi toglierli. Tieni il foglio dove
            lui non lo trova, per esempio da un’amica.</p>""",
        ),
        prose("<h2>Se per ora resti</h2>"),
        checklist(
            "In casa",
            "So da quali porte o finestre si può uscire",
            "So quali stanze evitare quando la tensione sale",
            "Il telefono è carico e a portata di mano",
            "Ho imparato a memoria due numeri",
            "Una parola in codice con una persona fidata: se la dico, chiama aiuto",
            "I bambini sanno come uscire e da chi andare",
        ),
        prose("""
            <p>Ai bambini non chiedere di difenderti. Insegna a uscire, a nascondersi, a chiamare il 112.</p>
            <h2>Se stai pensando di andartene</h2>
            <p>Il momento in cui si lascia qualcuno è spesso il più pericoloso. Se puoi, prepara l’uscita con
            uno sportello e non annunciarla.</p>
        """),
        checklist(
            "Da avere pronto",
            "Documenti miei e dei figli, o una copia",
            "Permesso di soggiorno, tessera sanitaria",
            "Chiavi di casa e dell’auto, anche una copia",
            "Un po’ di soldi, carte",
            "Medicine e ricette",
            "Caricatore, un telefono di riserva se c’è",
            "Vestiti per qualche giorno, un gioco dei bambini",
            "Referti, messaggi, foto: al sicuro fuori casa",
        ),
        checklist(
            "Persone e luoghi",
            "A chi posso telefonare a ogni ora",
            "Dove posso andare stanotte",
            "Chi può tenere una borsa per me",
            "Come ci arrivo senza la mia auto",
        ),
        prose("<h2>Dopo</h2>"),
        checklist(
            "Da cambiare",
            "Password di posta, telefono, banca: da un dispositivo sicuro",
            "Posizione condivisa e account in comune",
            "Strade e orari di ogni giorno",
            "Chi avvisare a scuola e al lavoro",
        ),
        contact("Farlo insieme", "Un’operatrice può costruire il piano con te."),
    ],
)

WRITING = Draft(
    HelpPage,
    "come-funziona",
    "Che cosa succede quando scrivi",
    "Decidi tu che cosa dire, se dare un nome e come vuoi essere ricontattata.",
    [
        steps(
            "Passo per passo",
            (
                "Scegli lo sportello",
                "<p>Non devi scegliere quello del tuo Comune. Vedi quali ricevono richieste adesso.</p>",
            ),
            (
                "Scrivi quello che vuoi",
                """<p>Bastano poche parole. Puoi usare un nome inventato. Non chiediamo cognome, indirizzo,
                data di nascita o codice fiscale.</p>""",
            ),
            (
                "Dici come è sicuro risponderti",
                """<p>Telefono, messaggio, posta: con giorni e orari. Oppure scegli «vi contatto io». Decidi
                anche se si può lasciare un messaggio, e quale.</p>""",
            ),
            (
                "Il testo parte chiuso a chiave",
                """<p>Il tuo telefono lo chiude prima di spedirlo, e solo lo sportello che hai scelto ha la
                chiave. Se nel tuo browser gli script sono spenti, lo chiude il nostro server, senza
                conservarlo.</p>""",
            ),
            (
                "Ricevi un riferimento",
                """<p>Se telefoni allo sportello puoi dirlo al posto del nome. Su questo sito non apre niente.
                Non mandiamo conferme per posta o per messaggio. Tienilo a mente: scritto può essere una
                traccia.</p>""",
            ),
            (
                "Lo sportello legge e risponde",
                """<p>Nei suoi orari, nel modo che hai scelto. Se hai scelto «vi contatto io», chiama tu
                quando puoi e di’ il riferimento. Se qualcun altro chiede di te, lo sportello non conferma che
                lo hai cercato; se ha dei doveri di legge, te li spiega.</p>""",
            ),
        ),
        callout(
            "warn",
            "Non è un servizio di emergenza",
            """<p>Nessuno legge le richieste di notte o quando lo sportello è chiuso. Se sei in pericolo
            adesso chiama il <a href="tel:112">112</a>. Il 1522 risponde sempre.</p>""",
        ),
        questions(
            "Domande che ci fate spesso",
            ("Quanto costa?", "<p>Niente.</p>"),
            (
                "Devo denunciare?",
                "<p>No. Puoi parlare con uno sportello senza denunciare, oggi o mai. Decidi tu.</p>",
            ),
            (
                "Chi legge?",
                """<p>Le operatrici dello sportello che hai scelto. [Da completare dal titolare: chi sono, per
                quale ente lavorano.]</p>""",
            ),
            (
                "Resta tutto segreto?",
                """<p>Le operatrici sono tenute alla riservatezza. Non possiamo però prometterti un segreto
                assoluto: chi lavora per un ente pubblico può avere il dovere di segnalare alcuni reati quando
                ne viene a conoscenza. Se prima vuoi solo capire, scrivi senza nomi e chiedi: ti spiegano che
                cosa sono tenute a fare. [Testo da far approvare al legale della rete.]</p>""",
            ),
            (
                "Quando mi rispondono?",
                "<p>[Da completare dal titolare: in quanti giorni di apertura.] Sempre nei tuoi orari.</p>",
            ),
            (
                "Posso scrivere per un’altra persona?",
                '<p>Sì. Leggi prima <a href="page:per-altri">che cosa puoi fare per lei</a>.</p>',
            ),
        ),
        contact("Pronta, o anche no"),
    ],
    {"plain_word": "Come funziona"},
)

FOR_ME = Draft(
    HelpPage,
    "per-me",
    "Per me",
    "Prenditi il tempo che ti serve. Puoi uscire da questa pagina in ogni momento con il tasto «Esci».",
    fields={"plain_word": "Informazioni", "show_in_menus": True},
    children=(UNDERSTAND, DANGER, PLAN, RIGHTS, WRITING),
)
