"""Two lessons of an hour for lower secondary school: consent in everyday life, and before forwarding."""

from amaranta.demo.schools.markup import material, phases, sheet
from amaranta.demo.text.markup import callout, prose, table
from home.schools.terms import Level, Nucleus

CONSENT = material(
    "si-no-forse",
    "Sì, no, forse: il consenso di ogni giorno",
    "Un’ora per capire che un sì vale solo se è libero, e che un no non ha bisogno di scuse.",
    level=Level.SECONDARIA_1,
    ages=(11, 13),
    minutes=60,
    nucleus=Nucleus.CONSTITUTION,
    aims=[
        "Dire con parole proprie che cosa rende libero un sì",
        "Riconoscere un no anche quando non viene detto con la parola «no»",
        "Allenare due frasi: una per dire di no, una per accettare un no",
        "Sapere a chi rivolgersi quando un no non viene rispettato",
    ],
    needs=[
        "Tre fogli grandi con scritto SÌ, NO, FORSE, appesi a tre pareti",
        "La scheda 1, una copia ogni tre persone",
        "La scheda 2, una copia a testa",
        "Una scatola con un taglio e foglietti per le domande senza nome",
    ],
    content_note=(
        "Si parla di merende, cellulari, abbracci, foto: situazioni di ogni giorno, senza nessun racconto di "
        "violenza. Qualcuno può comunque riconoscere qualcosa che vive. Nessuno è obbligato a parlare di sé: "
        "ditelo all’inizio, e lasciate sempre la possibilità di passare. Avvisate le famiglie secondo le "
        "regole della vostra scuola."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                5,
                "Il patto",
                """<p>Scrivete alla lavagna tre regole e chiedete se mancano: <b>si parla di storie, non di
                compagni e compagne</b>; <b>si può passare</b>; <b>quello che si dice non diventa uno
                scherzo</b>.</p><p>Mostrate la scatola: durante l’ora ci si può mettere una domanda senza
                nome.</p>""",
            ),
            (
                15,
                "Tre pareti",
                """<p>Leggete una frase alla volta. Ognuno va verso la parete che sceglie: SÌ (è d’accordo
                davvero), NO, FORSE. Poi chiedete a due o tre: «Che cosa te lo fa pensare?»</p>
                <ol><li>«Mi presti il telefono? Dai, tanto lo faccio subito.» Lei glielo dà.</li>
                <li>«Vieni alla festa?» «Boh, vediamo.»</li>
                <li>Lui ha detto sì alla foto di gruppo. Poi la foto finisce sui social.</li>
                <li>«Se sei mio amico mi fai copiare.» Lui passa il foglio.</li>
                <li>«Posso abbracciarti?» Lei sorride e apre le braccia.</li>
                <li>«Posso abbracciarti?» Lei ride, ma fa un passo indietro.</li></ol>
                <p>Non c’è una gara: interessa il perché. Se tutti stanno da una parte, chiedete che cosa
                dovrebbe cambiare nella storia per spostarsi.</p>""",
            ),
            (
                10,
                "Cinque parole",
                """<p>Con quello che è venuto fuori, costruite insieme la definizione. Un sì è un sì quando
                è:</p><ul><li><b>libero</b>: nessuno ha insistito, minacciato, ricattato;</li>
                <li><b>informato</b>: so a che cosa dico di sì;</li><li><b>chiaro</b>: il silenzio non è
                un sì;</li><li><b>preciso</b>: sì alla foto non è sì a pubblicarla;</li>
                <li><b>reversibile</b>: posso cambiare idea, anche a metà.</li></ul>
                <p>Tornate su una delle sei frasi e chiedete: quale delle cinque parole manca?</p>""",
            ),
            (
                15,
                "In tre, con le storie",
                """<p>Gruppi da tre, scheda 1: una storia a gruppo. Si risponde alle tre domande e si
                prepara una scena di trenta secondi con un <b>finale diverso</b>. Chi non vuole recitare
                legge.</p>
                <p>Passate fra i gruppi. Se una scena scivola sulla presa in giro, riportatela alla
                domanda:
                «Che cosa può dire, perché il no venga ascoltato?»</p>""",
            ),
            (
                10,
                "Due frasi da portare a casa",
                """<p>Ognuno scrive sulla scheda 2 una frase per dire di no e una per accettare un no. Chi
                vuole la legge ad alta voce. Sottolineate che accettare un no senza insistere è una
                capacità, e si impara.</p>""",
            ),
            (
                5,
                "Chiusura",
                """<p>Leggete al massimo due domande dalla scatola, fra quelle a cui sapete rispondere; alle
                altre promettete una risposta e mantenetela. Chiudete con le parole in fondo alla scheda
                2: se un no non viene rispettato, <b>non è colpa di chi lo ha detto</b>, e c’è qualcuno a
                cui
                dirlo.</p>""",
            ),
        ),
        sheet(
            "Scheda 1. Quattro storie",
            """<p>Leggete la vostra storia. Poi rispondete insieme: <b>1.</b> Chi ha detto sì, chi ha detto
            no, chi non ha detto niente? <b>2.</b> Quale delle cinque parole manca (libero, informato,
            chiaro, preciso, reversibile)? <b>3.</b> Chi può fare qualcosa perché finisca in un altro
            modo, e che cosa?</p>
            <h3>A. La password</h3>
            <p>Marta e Leo stanno sempre insieme. Leo dice: «Se ti fidi di me dammi la password, io ti do
            la mia.» Marta non ne ha voglia, ma pensa che altrimenti lui si offende. Gliela scrive su un
            foglietto.</p>
            <h3>B. Il video del compleanno</h3>
            <p>Alla festa Ilir ha accettato di farsi riprendere mentre balla: «Tanto resta fra noi». Il
            giorno dopo il video è nel gruppo della classe, con una musica che fa ridere. Ilir scrive:
            «Toglietelo». Qualcuno risponde: «Ma dai, scherziamo».</p>
            <h3>C. Il solletico</h3>
            <p>Nello spogliatoio due compagni fanno il solletico a Samir. Lui ride e dice «basta». Loro
            continuano: «Se ridi vuol dire che ti piace».</p>
            <h3>D. La squadra</h3>
            <p>Giulia ha detto sì a giocare in porta. Dopo dieci minuti vuole cambiare. «Avevi detto sì,
            ormai
            resti lì», dice Anna. Le altre guardano.</p>""",
            lines=5,
        ),
        sheet(
            "Scheda 2. Le mie due frasi",
            """<p>Un sì vale quando è libero, informato, chiaro, preciso, reversibile.</p>
            <p><b>Se voglio dire di no</b> posso dire: «No, grazie.» «Non mi va.» «Fermati.» «Ho cambiato
            idea.»</p>
            <p><b>Se qualcuno mi dice di no</b> posso dire: «Va bene.» «Grazie di avermelo detto.»
            «Facciamo altro.»</p>
            <p><b>Se un no non viene rispettato</b>, non è colpa di chi lo ha detto. Posso parlarne con un
            adulto di cui mi fido. Se il primo non ascolta, ne cerco un altro. Se c’è un pericolo adesso:
            {{emergenza}}, o 114. Per parlare con qualcuno, gratis e a ogni ora: 19696.</p>
            <h3>Le mie due frasi, con parole mie</h3>""",
            lines=6,
        ),
        table(
            "Valutazione: che cosa osservare",
            ["Obiettivo", "In parte", "Raggiunto"],
            ["Definizione", "Usa «sì» e «no» senza le condizioni", "Nomina almeno tre delle cinque parole"],
            ["Riconoscere un no", "Solo se è detto a parole", "Anche dal corpo, dal silenzio, dal «boh»"],
            ["Frasi", "Ripete quelle della scheda", "Ne scrive due che userebbe davvero"],
        ),
        prose("""
            <h2>Se avete più tempo</h2>
            <p>Nell’ora dopo, ogni gruppo trasforma la sua storia in un fumetto di sei vignette con due
            finali. I fumetti si appendono in corridoio, con il permesso di chi li ha disegnati: anche
            questo è consenso.</p>
            <h2>Adattare</h2>
            <p>Con chi sta imparando l’italiano: le pareti funzionano con gesti e disegni (pollice su,
            giù, a metà); dividete la storia in frasi brevi. Con chi non può muoversi nell’aula: tre
            cartoncini da alzare. Per chi si affatica con il rumore: le pareti si fanno a turni di
            cinque.</p>
        """),
    ],
)

FORWARDING = material(
    "prima-di-inoltrare",
    "Prima di inoltrare",
    "Un’ora sul rispetto dietro uno schermo: di chi è una foto, e che cosa può fare chi la riceve.",
    level=Level.SECONDARIA_1,
    ages=(12, 14),
    minutes=60,
    nucleus=Nucleus.DIGITAL,
    aims=[
        "Seguire la strada di un’immagine e capire chi la può fermare",
        "Distinguere uno scherzo da un’umiliazione guardando gli effetti, non le intenzioni",
        "Conoscere tre azioni concrete per chi riceve un contenuto che fa male",
        "Sapere che chi è finito in una foto non ha colpa se altri la diffondono",
    ],
    needs=[
        "La scheda 1, una copia ogni quattro persone, tagliata in sei strisce",
        "Un gomitolo di lana",
        "La scheda 2, una copia a testa",
        "Nessun telefono: restano negli zaini",
    ],
    content_note=(
        "La storia parla di una foto presa in uno spogliatoio e usata per ridere di una persona vestita. "
        "Non si "
        "parla di immagini intime. Se una classe ha vissuto un episodio vero, non usate questa lezione per "
        "risolverlo: prima serve proteggere chi ne è stato colpito."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                5,
                "Una domanda",
                """<p>«Quante foto in cui ci siete voi stanno nel telefono di qualcun altro?» Ognuno scrive
                un numero su un foglietto, senza nome. Leggete il più basso e il più alto. Regola
                dell’ora: si
                parla della storia, non di fatti della classe.</p>""",
            ),
            (
                15,
                "Il gomitolo",
                """<p>In cerchio. Leggete la storia, una striscia della scheda 1 alla volta. Chi riceve la
                foto nella storia prende il filo e lo lancia a un altro: in pochi passaggi il filo unisce
                tutti.</p><p>Fermatevi a ogni striscia: «Che cosa può fare adesso chi tiene il filo?» Alla
                fine chiedete di far tornare il filo nel gomitolo. Non si può senza l’aiuto di tutti: dite
                a
                voce che cosa è successo.</p>""",
            ),
            (
                10,
                "Scherzo o umiliazione?",
                """<p>Alla lavagna due colonne. Che cosa serve perché sia uno scherzo? Di solito escono:
                ridono tutti, si può dire basta, finisce subito, chi lo subisce lo racconterebbe. Segnate
                che l’intenzione («non volevo») manca da entrambe le colonne: conta quello che succede
                all’altra persona.</p>""",
            ),
            (
                15,
                "Chi può fare che cosa",
                """<p>Gruppi da quattro. Ogni gruppo prende una persona della storia (chi scatta, chi
                inoltra, chi guarda e tace, l’amica, l’insegnante) e scrive due cose che può fare
                <b>oggi</b> e che non
                peggiorano la situazione. Poi si confronta con la scheda 2.</p>""",
            ),
            (
                10,
                "Le parole per Nora",
                """<p>Ognuno scrive il messaggio che manderebbe a Nora, la persona della foto. Leggetene
                alcuni. Se compare «potevi stare attenta», chiedete: chi ha scelto di inoltrare? Riportate
                la
                responsabilità a chi ha agito.</p>""",
            ),
            (
                5,
                "Chiusura",
                """<p>Si legge insieme la scheda 2, una frase a testa. Ricordate a chi ci si rivolge a
                scuola: dite il nome della persona referente per il bullismo e il cyberbullismo, che ogni
                scuola deve
                avere (legge 71/2017).</p>""",
            ),
        ),
        sheet(
            "Scheda 1. La strada di una foto (da tagliare in sei strisce)",
            """<ol><li>Spogliatoio, dopo la partita. Dario fotografa Nora che fa una smorfia buffa mentre si
            allaccia le scarpe. Nora non lo sa.</li>
            <li>Dario la manda a Tommaso: «Guarda che faccia». Tommaso ride e la mette nel gruppo della
            squadra.</li>
            <li>Nel gruppo sono in diciotto. Qualcuno ci scrive sopra una frase sul suo corpo. Arrivano
            nove faccine.</li>
            <li>La sera la foto è nel gruppo della classe. Amina la vede. Pensa: «Se dico qualcosa se la
            prendono con me».</li>
            <li>La mattina due ragazze che Nora non conosce la guardano e ridono. Nora non entra in
            palestra.</li>
            <li>Un compagno dice: «Era uno scherzo, se la prende per niente. E poi poteva
            girarsi».</li></ol>""",
        ),
        sheet(
            "Scheda 2. Se ricevo una cosa che fa male a qualcuno",
            """<ol><li><b>Mi fermo.</b> Non inoltro, non metto faccine, non commento. Con me la catena
            finisce.</li>
            <li><b>Sto dalla parte giusta.</b> Scrivo in privato alla persona: «Ho visto. Non è colpa tua.
            Vuoi che ne parliamo con qualcuno?»</li>
            <li><b>Chiedo di toglierla.</b> «Toglila, per favore. Non è tua.» Se non mi sento al sicuro a
            scriverlo, salto al punto quattro.</li>
            <li><b>Lo dico a un adulto</b> di cui mi fido. Non è fare la spia: è aiutare.</li></ol>
            <p><b>Se la foto è mia:</b> non ho fatto niente di male. Tengo una prova (l’ora, il nome del
            gruppo), la mostro a un adulto, chiedo alla piattaforma di toglierla. Per parlarne, gratis e a
            ogni ora: 19696.</p>""",
            lines=3,
        ),
        callout(
            "note",
            "Per chi insegna: che cosa dice la legge",
            """<p>La legge 71/2017 sul cyberbullismo, estesa al bullismo dalla legge 70/2024, permette a chi
            ha compiuto 14 anni, o a un genitore, di chiedere al gestore del sito di oscurare o togliere il
            contenuto. Se entro 48 ore non succede, ci si rivolge al Garante per la protezione dei dati
            personali.</p>
            <p>Diffondere immagini sessualmente esplicite senza consenso è reato (art. 612-ter del codice
            penale). Se si teme che succeda, dai 14 anni si può segnalare al Garante anche prima (art. 144-bis
            del d.lgs. 196/2003). Se ne emerge una, non guardatela, non copiatela, non fatevela mandare:
            avvisate subito chi dirige la scuola. Se chi è ritratto ha meno di 18 anni le norme sono più
            severe.</p>""",
        ),
        table(
            "Valutazione: che cosa osservare",
            ["Obiettivo", "In parte", "Raggiunto"],
            [
                "Seguire la strada",
                "Indica solo chi ha scattato",
                "Indica almeno tre persone che la possono fermare",
            ],
            ["Azioni", "Propone di «ignorare»", "Propone due azioni concrete e sicure"],
            ["Parole per Nora", "Dà consigli su come stare attenta", "Non le dà nessuna colpa"],
        ),
    ],
)
