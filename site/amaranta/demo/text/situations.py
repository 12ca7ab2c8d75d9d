"""What has just happened, and who does it: pages for those whom the general ones do not fit."""

from amaranta.demo.text.markup import Draft, callout, contact, prose, questions, steps
from home.models import HelpPage, Readers

FIRST_HOURS = Draft(
    HelpPage,
    "prime-ore",
    "Dopo una violenza sessuale: le prime ore",
    "Non è colpa tua. Qui trovi che cosa si può fare adesso. Ogni passo lo decidi tu.",
    [
        callout(
            "bad",
            "Se non sei al sicuro",
            """<p>Vai dove ci sono altre persone. Chiama il
            <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>""",
        ),
        steps(
            "Se te la senti",
            (
                "Vai in un pronto soccorso",
                """<p>Di giorno e di notte, anche senza documenti. Basta dire: «Ho subito violenza». C’è un
                percorso riservato: chiedi di non aspettare con gli altri.</p>""",
            ),
            (
                "Non andarci da sola, se puoi",
                """<p>Chiama un’amica, o chi vuoi tu. Il {{antiviolenza}} ti dice dove andare, a ogni
                ora.</p>""",
            ),
            (
                "Prima della visita",
                """<p>Se riesci, non lavarti. Metti i vestiti in un sacchetto di carta e portali. Se ti sei
                già
                lavata, vai lo stesso: serve comunque.</p>""",
            ),
            (
                "Durante la visita decidi tu",
                """<p>Ti spiegano ogni esame e ti chiedono se vuoi. Puoi dire di no. Puoi fermarti quando
                vuoi. Puoi chiedere una dottoressa.</p>""",
            ),
        ),
        prose("""
            <h2>Perché è meglio andare presto</h2>
            <ul><li>Le cure contro alcune infezioni funzionano se cominciano entro poche ore, al più tardi
            entro due o tre giorni.</li>
            <li>La pillola del giorno dopo funziona meglio se la prendi subito.</li>
            <li>Le prove si trovano bene nelle prime 72 ore. A volte anche più tardi.</li></ul>
            <p>Se è passato più tempo, vai lo stesso. Ti curano e ti ascoltano.</p>
            <h2>Denunciare non è obbligatorio</h2>
            <p>Non devi deciderlo oggi. Per la querela hai dodici mesi (art. 609-septies c.p.). Chiedi in
            ospedale se le prove si possono tenere da parte, e per quanto.</p>
            <p>In alcuni casi chi ti cura deve avvisare la giustizia, anche se tu non vuoi. Succede per
            esempio se hai meno di 18 anni. Chiedilo prima di raccontare.</p>
            <h2>Un ospedale che fa solo questo</h2>
            <p>A Milano, alla clinica Mangiagalli, c’è il Soccorso Violenza Sessuale e Domestica. È aperto a
            ogni ora. Accoglie donne, ragazze, bambini e anche uomini.</p>
        """),
        questions(
            "Dubbi",
            (
                "«È stato mio marito»",
                """<p>Conta allo stesso modo. Un rapporto che non volevi è violenza, anche in una
                coppia.</p>""",
            ),
            (
                "«Non ho urlato e non sono scappata»",
                """<p>Capita a molte. Il corpo si blocca per la paura. Non vuol dire che eri
                d’accordo.</p>""",
            ),
            (
                "«Non ricordo bene»",
                """<p>Può succedere. Se pensi a una droga nel bicchiere, dillo subito: l’esame va fatto nelle
                prime ore.</p>""",
            ),
            (
                "«È successo tempo fa»",
                "<p>Puoi parlarne oggi. Uno sportello ti ascolta anche dopo anni.</p>",
            ),
        ),
        contact("Parla con qualcuno", "Anche solo per sapere dove andare."),
    ],
    {"readers": Readers.CASE},
)

THROAT = Draft(
    HelpPage,
    "visita",
    "Se ti ha stretto il collo",
    "Fatti vedere da un medico oggi, anche se stai bene e non hai segni.",
    [
        callout(
            "bad",
            "Chiama subito il {{emergenza}}",
            """<p>Se respiri male, se parli o mandi giù a fatica, se hai perso i sensi, se vedi male, se ti
            gira la testa, se sei incinta: <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>""",
        ),
        prose("""
            <h2>Vai anche senza segni</h2>
            <p>Spesso sul collo non si vede niente. Il danno può essere dentro. Può farsi sentire dopo ore, o
            dopo giorni. In un pronto soccorso lo possono cercare.</p>
            <p><b>Di’ proprio così:</b> «Mi ha stretto il collo». Se dici solo che ti ha aggredita, chi ti
            visita può non guardare lì.</p>
            <p>Chiedi che lo scrivano nel referto. Se hai paura che lui lo veda, chiedi dove tenerlo.</p>
            <h2>Nei giorni dopo</h2>
            <p>Torna subito se hai la voce roca, male al collo, un forte mal di testa, confusione, un braccio
            o una gamba deboli. Per la prima notte, se puoi, non stare da sola.</p>
            <h2>È un segnale serio</h2>
            <p>Chi stringe il collo una volta può farlo ancora. Non è colpa tua, e non devi decidere tutto
            adesso. Parla oggi con qualcuno: uno sportello, o il
            <a href="tel:{{antiviolenza}}">{{antiviolenza}}</a>.</p>
            <p>Vedi anche <a href="page:per-me/domande">le domande sul pericolo</a>.</p>
        """),
        contact("Parla con qualcuno oggi"),
    ],
    {"readers": Readers.CASE},
)

CHAT = Draft(
    HelpPage,
    "chat",
    "Scrivere in chat, senza parlare",
    "Il numero nazionale {{antiviolenza}} ha anche una chat: gratis, a ogni ora, senza dire il tuo nome.",
    [
        callout(
            "warn",
            "Prima di aprirla",
            """<p>La chat è un altro sito, e il suo indirizzo si capisce. Resta nella cronologia. Qui non
            possiamo evitarlo. Usa un telefono che nessuno controlla, o una finestra privata.</p>""",
        ),
        prose("""
            <p><a href="https://www.1522.eu/">la chat del numero antiviolenza</a></p>
            <h2>Come funziona</h2>
            <p>Ti risponde una persona preparata. Puoi scrivere poche parole. Puoi chiudere quando vuoi. Ci
            sono più lingue.</p>
            <h2>Dopo</h2>
            <p>Chiudi la finestra. Togli dalla cronologia solo quella voce: trovi i passi in
            <a href="page:tracce">lasciare meno tracce</a>.</p>
            <h2>Se sei sorda, o non puoi parlare</h2>
            <p>Con la chat non devi telefonare. In pericolo c’è l’app «112 Where ARE U»: chiama in silenzio, o
            con una chat. Un’app resta sul telefono e si vede.</p>
            <p>Se non è urgente puoi scrivere alla Polizia con l’app YouPol. È su
            <a href="https://www.poliziadistato.it/">il sito della Polizia di Stato</a>.</p>
            <h2>Oppure scrivi a uno sportello</h2>
            <p>Il messaggio parte da questo sito ed è chiuso a chiave. Non è una chat: la risposta arriva
            quando lo sportello è aperto. Ecco <a href="page:per-me/come-funziona">che cosa succede</a>.</p>
        """),
        contact("Scegli tu come", desks=False),
    ],
    {"readers": Readers.CASE},
)

FAMILY = Draft(
    HelpPage,
    "in-famiglia",
    "Se è un figlio o un genitore",
    "Può farti del male chi hai cresciuto, o chi ti ha cresciuta. Chiedere aiuto non è tradire.",
    [
        callout(
            "bad",
            "Se succede adesso",
            """<p>Vai in un’altra stanza o da un vicino. Chiama il
            <a href="tel:{{emergenza}}">{{emergenza}}</a>. Puoi dire che è tuo figlio: mandano aiuto per
            tutti e due.</p>""",
        ),
        prose("""
            <h2>Se è tuo figlio o tua figlia</h2>
            <p>Ti insulta. Ti spinge. Rompe le cose. Ti prende i soldi. Non vuol dire che hai sbagliato a
            crescerlo. Vuol dire che serve aiuto, a te e a lui.</p>
            <ul><li>Se ha meno di 18 anni: parlane con il consultorio, il pediatra, i servizi sociali.</li>
            <li>Se usa droghe o sta male: il medico di base ti dice quale servizio vi può seguire. Ti ascolta
            anche se lui non vuole venire.</li>
            <li>Se hai paura per i fratelli più piccoli: il 114 risponde a ogni ora.</li></ul>
            <p>Non devi scegliere tra volergli bene e proteggerti.</p>
            <h2>Un giudice può mandarlo via di casa</h2>
            <p>L’ordine di protezione vale anche per un figlio adulto, un fratello, un genitore. Dura per un
            tempo. Puoi chiederlo anche senza avvocata: leggi
            <a href="page:per-me/diritti/casa">la casa e i figli</a>.</p>
            <h2>Se è tuo padre, tua madre o un fratello</h2>
            <p>Decide chi puoi vedere. Ti chiude in casa. Ti picchia. Vuole farti sposare qualcuno. È violenza
            anche se dice che lo fa per te.</p>
            <p>Se hai meno di 18 anni chiama il <a href="tel:19696">19696</a> o il
            <a href="tel:114">114</a>. Sono gratis, a ogni ora.</p>
            <h2>Se dipendi da chi ti cura</h2>
            <p>Toglierti la pensione, le medicine o il telefono è violenza. Non importa se lo fa un figlio che
            ti aiuta ogni giorno. Dillo al medico, da sola.</p>
        """),
        contact("Parlane con qualcuno", "Puoi chiedere consiglio senza dire il suo nome."),
    ],
    {"readers": Readers.CASE},
)

BY_A_WOMAN = Draft(
    HelpPage,
    "coppia",
    "Se a farti del male è una donna",
    "Succede anche tra donne. Quello che vivi conta allo stesso modo.",
    [
        prose("""
            <p>Può essere la tua compagna, una ex, una sorella, un’amica, una collega. Ti insulta, ti
            controlla, ti colpisce, ti costringe. È violenza, anche se siete forti uguali.</p>
            <h2>Cose che pesano di più</h2>
            <ul><li>Minaccia di dire a tutti che ami una donna.</li>
            <li>Dice che nessuno ti crederà.</li>
            <li>Avete le stesse amiche, e sta dalla sua parte chi ti è vicino.</li>
            <li>I figli per la legge sono solo suoi, o solo tuoi.</li></ul>
            <h2>La legge vale anche per lei</h2>
            <p>Querela, ammonimento e ordine di protezione non guardano se chi fa del male è uomo o donna.
            Leggi <a href="page:per-me/diritti">i tuoi diritti</a>.</p>
            <h2>Allo sportello</h2>
            <p>Puoi dire «la mia compagna», o non dirlo. Nessuna ti chiede di spiegarti. Se lei può venire
            allo stesso sportello, dillo subito: trovate insieme un altro posto.</p>
        """),
        contact("Parlane con qualcuno"),
    ],
    {"readers": Readers.CASE},
)

EVERYONE = Draft(
    HelpPage,
    "per-tutti",
    "Se sei un uomo, o un’altra persona",
    "Queste pagine parlano spesso a una donna. Se qualcuno ti fa del male, conta anche per te.",
    [
        prose("""
            <p>Può succedere a un uomo, a una persona trans, a chi non si sente né uomo né donna. Può farlo
            una
            moglie, un compagno, un padre, un figlio. Vergognarsi è normale. Non è colpa tua.</p>
            <h2>Chi ti può aiutare</h2>
            <ul><li>In pericolo: <a href="tel:{{emergenza}}">{{emergenza}}</a>. Vale per tutti.</li>
            <li>In un pronto soccorso ti curano e ti ascoltano. A Milano il Soccorso Violenza della clinica
            Mangiagalli accoglie anche uomini.</li>
            <li>Uno sportello di primo ascolto ti dice dove andare. I centri antiviolenza lavorano soprattutto
            con le donne: se non possono seguirti, ti dicono chi può.</li>
            <li>Il <a href="tel:{{antiviolenza}}">{{antiviolenza}}</a> è per la violenza e lo stalking. Puoi
            chiedere chi c’è vicino a te.</li>
            <li>Il medico di base e i servizi sociali del Comune.</li></ul>
            <h2>La legge vale anche per te</h2>
            <p>Puoi denunciare. Puoi chiedere un <a href="page:per-me/diritti/questura">ammonimento</a> o un
            <a href="page:per-me/diritti/casa">ordine di protezione</a>. I tempi sono gli stessi per tutti:
            leggi <a href="page:per-me/diritti/termini">denuncia e querela</a>.</p>
            <h2>Leggi anche</h2>
            <p>Le <a href="page:per-me/domande">domande sul pericolo</a> e
            <a href="page:per-me/piano">il piano</a> servono a chiunque. Cambia tu «lui» con chi è nel tuo
            caso.</p>
        """),
        contact("Chiedi dove andare"),
    ],
    {"readers": Readers.CASE},
)
