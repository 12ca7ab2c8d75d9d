"""Two activities for primary school: my space and yours, and toys for everybody."""

from amaranta.demo.schools.markup import material, phases, sheet
from amaranta.demo.text.markup import prose
from home.schools.terms import Kind, Level, Nucleus, Subject

MY_SPACE = material(
    "posso",
    "Posso? Il mio spazio, il tuo spazio",
    "Un’ora di giochi per imparare a chiedere, ad ascoltare la risposta e a sapere chi ci aiuta.",
    level=Level.PRIMARIA,
    ages=(7, 10),
    minutes=60,
    nucleus=Nucleus.CONSTITUTION,
    is_plain=True,
    aims=[
        "Accorgersi che ognuno ha uno spazio intorno a sé, e che non è sempre uguale",
        "Chiedere «Posso?» e accettare la risposta",
        "Distinguere un segreto bello da un segreto che pesa",
        "Dire il nome di almeno tre persone grandi a cui chiedere aiuto",
    ],
    needs=[
        "Gessetti o nastro di carta per segnare il pavimento",
        "Tre cartoncini: verde, giallo, rosso",
        "La scheda 1, una copia a testa",
        "Matite colorate",
    ],
    content_note=(
        "Si parla di spazio del corpo e di segreti, sempre con esempi leggeri (cuscini, merende, sorprese). "
        "Non si fanno domande su che cosa succede a casa. Avvisate prima le famiglie, secondo le regole "
        "della scuola: in fondo ci sono due righe pronte."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                10,
                "La bolla",
                """<p>Ognuno disegna intorno a sé, con il gesso, la propria bolla: «Quanto spazio ti serve
                per stare bene?» Guardate insieme: ce ne sono di grandi e di piccole. Vanno bene tutte.
                Poi chiedete: «E se arriva la nonna? E se arriva uno che non conosci? E se sei stanca?» La
                bolla
                cambia.</p>""",
            ),
            (
                15,
                "Verde, giallo, rosso",
                """<p>A coppie, uno di fronte all’altro, a tre metri. Chi è fermo ha i cartoncini; chi
                cammina chiede «Posso?» e fa un passo solo se vede il <b>verde</b>. Con il <b>giallo</b>
                aspetta. Con il <b>rosso</b> si ferma e dice: «Va bene, grazie di avermelo detto.» Poi si
                scambiano i posti.</p><p>In cerchio: «Com’è stato dire rosso? Com’è stato sentirselo
                dire?» Fate notare
                che nessuno ha dovuto spiegare il perché.</p>""",
            ),
            (
                10,
                "Si chiede anche per le cose gentili",
                """<p>Leggete una frase; chi pensa che si debba chiedere prima alza la mano.</p>
                <ul><li>Abbracciare un’amica che piange.</li><li>Prendere la gomma dal banco di un
                altro.</li>
                <li>Fare una foto a un compagno.</li><li>Dare un bacio al cuginetto.</li>
                <li>Aiutare qualcuno ad allacciarsi la giacca.</li></ul>
                <p>Anche per le cose gentili si può chiedere: «Vuoi un abbraccio?»</p>""",
            ),
            (
                10,
                "Segreti leggeri e segreti pesanti",
                """<p>Disegnate alla lavagna una piuma e un sasso. Una sorpresa di compleanno è una piuma:
                fra poco si dirà, e fa ridere. Un segreto che fa venire mal di pancia, o che qualcuno ti
                obbliga a tenere, è un sasso: <b>i sassi si portano in due</b>, con una persona grande.
                Anche se hai
                promesso. Anche se è passato tempo.</p>""",
            ),
            (
                10,
                "La mia mano",
                """<p>Scheda 1: ognuno ricalca la propria mano e su ogni dito scrive o disegna una persona
                grande a cui può chiedere aiuto, dove vuole: a casa, a scuola, da un’altra parte. Nessuno deve
                per forza mettere una persona di casa, e nessuno chiede perché. Se qualcuno ne trova solo due,
                cercatele insieme: maestra, collaboratrice, pediatra, allenatore, bibliotecaria.</p>""",
            ),
            (
                5,
                "Chiusura",
                """<p>In cerchio. Chi vuole dice un nome della sua mano. Si chiude con la frase da ripetere
                insieme: «Il mio spazio è mio. Il tuo spazio è tuo. Se qualcosa pesa, lo dico.»</p>""",
            ),
        ),
        sheet(
            "Scheda 1. La mia mano",
            """<p>Ricalca qui la tua mano. Su ogni dito scrivi o disegna una persona grande a cui puoi
            chiedere aiuto: a casa, a scuola, da un’altra parte. Scegli tu.</p>
            <p>Se la prima persona non ti ascolta, prova con la seconda. Poi con la terza. Hai sempre ragione
            a chiedere aiuto.</p>
            <p>C’è anche un numero per bambine e bambini, gratis, di giorno e di notte: <b>19696</b>.</p>""",
        ),
        prose("""
            <h2>Come capire se ha funzionato</h2>
            <ul><li>Nei giorni dopo qualcuno chiede «Posso?» nel gioco libero.</li>
            <li>Chi sente un «rosso» si ferma senza protestare.</li>
            <li>Ogni mano ha almeno tre nomi, e uno non è di casa.</li></ul>
            <h2>Due righe per le famiglie</h2>
            <p>«In classe giochiamo a chiedere “Posso?” e ad ascoltare la risposta. A casa può aiutare:
            chiedere prima di un abbraccio, rispettare un no ai baci dei parenti, ascoltare quando qualcosa
            pesa.»</p>
            <p>Non mandate la mano a casa: resta a scuola, o la tiene chi vuole. A casa qualcuno potrebbe
            chiedere perché il suo nome non c’è.</p>
            <h2>Adattare</h2>
            <p>Senza leggere e senza scrivere: la mano si fa con i disegni, le frasi si leggono ad alta
            voce. Per chi non distingue i colori: sui cartoncini anche un segno (✓, –, ✕). Per chi si
            muove su ruote: la bolla si disegna intorno alla sedia.</p>
        """),
    ],
)

TOYS = material(
    "giochi-di-tutti",
    "Giochi di tutti",
    "Un’attività per accorgersi delle etichette sui giochi e sui mestieri, e staccarle.",
    level=Level.PRIMARIA,
    ages=(6, 8),
    minutes=50,
    kind=Kind.GAME,
    subject=Subject.ART,
    is_plain=True,
    needs_no_reading=True,
    aims=[
        "Accorgersi che alcune idee su maschi e femmine sono abitudini, non regole",
        "Dire che cosa piace a sé senza guardare gli altri",
        "Trovare le parole per quando qualcuno viene preso in giro per quello che gli piace",
    ],
    needs=[
        "Otto oggetti o disegni: palla, bambola, pentolino, martello, libro, ago e filo, scopa, tamburo",
        "Due cerchi di corda",
        "Foglietti adesivi",
        "Fogli e colori",
    ],
    content_note=(
        "Nessun contenuto difficile. Qualcuno in classe può aver già subito prese in giro per i suoi gusti: "
        "non portatelo come esempio, e non fatele ripetere."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                5,
                "Si comincia",
                """<p>In cerchio, a turno: «Un gioco che mi piace è…» con un gesto. Gli altri ripetono il
                gesto. Nessun commento.</p>""",
            ),
            (
                15,
                "I due cerchi",
                """<p>Mettete gli oggetti a terra e i due cerchi, che si toccano. Dite soltanto: «Questo
                cerchio è di chi lo usa in casa. Quest’altro è di chi lo usa per lavoro.» I bambini
                mettono gli oggetti. Il pentolino? A casa cucina qualcuno; al ristorante c’è una cuoca o
                un cuoco. Ago e
                filo? La sarta, il chirurgo. Spostate un cerchio sull’altro: tutto finisce in mezzo.</p>""",
            ),
            (
                10,
                "Chi lo ha detto?",
                """<p>Raccontate: «Un bambino voleva portare la bambola in giardino. Un altro ha detto: è da
                femmine.» Chiedete: «Chi lo ha deciso? C’è una legge? La bambola lo sa?» Attaccate un
                foglietto sulla bambola con l’etichetta; staccatelo insieme: sotto la bambola è uguale.
                Fatelo con due altri oggetti scelti da loro.</p>""",
            ),
            (
                15,
                "Il mio gioco, senza etichetta",
                """<p>Ognuno disegna sé stesso o sé stessa mentre fa una cosa che gli piace, o che vorrebbe
                provare. Si appendono tutti i disegni, mescolati.</p>""",
            ),
            (
                5,
                "Chiusura",
                """<p>Due frasi da imparare con un gesto: «A me piace» (mano sul petto) e «Lascialo giocare»
                (mano aperta). Servono quando qualcuno ride dei gusti di un altro.</p>""",
            ),
        ),
        sheet(
            "Scheda per chi insegna. Domande che aiutano",
            """<ul><li>«Da che cosa lo capisci?»</li><li>«È sempre così? Conosci qualcuno per cui è
            diverso?»</li>
            <li>«Che cosa succede se uno ci prova lo stesso?»</li>
            <li>«Come può sentirsi chi viene preso in giro? Che cosa gli piacerebbe sentirsi
            dire?»</li></ul>
            <p><b>Da evitare:</b> dividere la classe in maschi e femmine, anche per le file; lodare una
            bambina perché è «brava come un maschio»; correggere i gusti di chi ama proprio i giochi
            «tipici»: vanno
            bene anche quelli.</p>""",
        ),
        prose("""
            <h2>Come capire se ha funzionato</h2>
            <p>Guardate chi gioca con che cosa nelle due settimane dopo, e ascoltate se qualcuno usa
            «Lascialo giocare». Non serve nessuna verifica scritta.</p>
        """),
    ],
)
