"""A lesson of Italian for adults: numbers, places and sentences to ask for help."""

from amaranta.demo.schools.markup import material, phases, sheet
from amaranta.demo.text.markup import callout, prose
from home.schools.terms import Level, Nucleus, Subject

ASKING_FOR_HELP = material(
    "chiedere-aiuto",
    "Chiedere aiuto: numeri, luoghi, parole",
    "Italiano, livello A2: telefonare, chiedere un appuntamento, dire di che cosa si ha bisogno.",
    level=Level.ADULTI,
    ages=(16, None),
    minutes=90,
    subject=Subject.ITALIAN_L2,
    nucleus=Nucleus.CONSTITUTION,
    is_plain=True,
    has_large_print=True,
    aims=[
        "Dire al telefono chi sono, che cosa mi serve, quando posso parlare",
        "Conoscere quattro numeri e quando si usano: {{emergenza}}, {{antiviolenza}}, 114, il medico",
        "Capire che cosa fa uno sportello, che è gratuito e che decide la persona",
        "Leggere un cartello con giorni, orari e indirizzo",
    ],
    needs=[
        "Le schede 1 e 2, una copia a testa",
        "Un telefono finto, o due sedie schiena contro schiena",
        "Cartoncini con le frasi della scheda 2, già tagliati",
        "Un cartello vero con gli orari dello sportello della zona",
    ],
    content_note=(
        "Si parla di numeri e servizi per tutti: medico, lavoro, casa, scuola, aiuto contro la violenza. "
        "In classe "
        "può esserci chi vive una situazione pericolosa, e può esserci chi la crea: non fate raccontare "
        "esperienze "
        "personali, date i numeri a tutte e a tutti allo stesso modo, e non fate portare a casa fogli che "
        "qualcuno "
        "non vuole portare."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                10,
                "Che cosa serve oggi?",
                """<p>Alla lavagna quattro disegni: una casa, una croce, una busta paga, due persone che
                parlano. In coppia: «A chi chiedo aiuto per questa cosa?» Scrivete le parole che escono:
                ufficio, sportello, medico, assistente sociale, avvocata, interprete.</p>""",
            ),
            (
                15,
                "I numeri",
                """<p>Scheda 1. Leggete insieme. Poi a gruppi: leggete una situazione e alzate il numero
                giusto.</p><ul><li>C’è un incendio. ({{emergenza}})</li><li>Un bambino è in pericolo. (114, o
                {{emergenza}})</li>
                <li>Una donna ha paura del marito e vuole parlare con qualcuno. ({{antiviolenza}})</li>
                <li>Mio figlio ha la febbre. (il medico o la pediatra)</li>
                <li>Un’amica mi dice che il fidanzato la controlla. ({{antiviolenza}}: può chiamare anche
                un’amica)</li></ul>
                <p>Allenate la pronuncia: uno-cinque-due-due, uno-uno-due.</p>""",
            ),
            (
                15,
                "Il cartello",
                """<p>Guardate il cartello vero di uno sportello. Domande: quando è aperto? Dove? Bisogna
                prendere appuntamento? Costa? «Gratuito» e «riservato» sono le due parole da spiegare
                bene:
                gratuito vuol dire che non si paga; riservato vuol dire che non lo dicono in giro. Non è un
                segreto assoluto: chi lavora per un ente pubblico può dover segnalare alcuni reati. Si può
                chiedere prima, senza dire nomi.</p>""",
            ),
            (
                25,
                "Al telefono",
                """<p>Schiena contro schiena, con la scheda 2. Uno è lo sportello, l’altro chiama. Prima si
                legge, poi si cambia una parola, poi si fa senza foglio. Chi non vuole parlare di sé
                inventa: «Chiamo per un’amica». Correggete una cosa sola per volta, alla fine della
                telefonata.</p>
                <p>Attenzione alle frasi che contano: <b>«Non mi chiami a casa.»</b> e
                <b>«Posso parlare solo la mattina.»</b></p>""",
            ),
            (
                15,
                "Gioco delle parole",
                """<p>Con i cartoncini a terra: una persona legge la domanda dello sportello, l’altra
                prende la
                risposta giusta. Chi finisce inventa una domanda nuova.</p>""",
            ),
            (
                10,
                "Chiusura",
                """<p>Ognuno sceglie una frase e la impara a memoria: non serve avere il foglio. Dite che
                chi vuole può fermarsi cinque minuti dopo la lezione, e che i numeri sono sempre scritti
                sul
                cartellone dell’aula e nei bagni.</p>""",
            ),
        ),
        sheet(
            "Scheda 1. I numeri",
            """<h3>{{emergenza}}</h3><p>C’è un pericolo adesso. Polizia, ambulanza, fuoco.</p>
            <h3>{{antiviolenza}}</h3><p>Una donna ha paura o subisce violenza. Gratuito. Giorno e notte.
            Molte lingue. Anche per un’amica che chiede consiglio.</p>
            <h3>114</h3><p>Un bambino o una bambina è in pericolo.</p>
            <p>Questi numeri sono gratuiti. Se non parlo bene l’italiano dico la mia lingua: «Arabo»,
            «Română», «Shqip», e aspetto.</p>
            <h3>Il mio medico</h3>""",
            lines=1,
            size="poster",
        ),
        sheet(
            "Scheda 2. Frasi per telefonare",
            """<p><b>Comincio</b><br/>Buongiorno. Vorrei parlare con una persona.<br/>Mi chiamo… (posso dire
            un nome inventato).<br/>Parlo poco italiano. C’è un interprete?</p>
            <p><b>Dico che cosa mi serve</b><br/>Ho bisogno di un consiglio.<br/>Ho bisogno di un
            appuntamento.<br/> Ho paura. / Una mia amica ha paura.<br/>Ho bambini.</p>
            <p><b>Dico come possono rispondermi</b><br/>Non mi chiami a casa.<br/>Posso parlare solo la
            mattina.<br/> Chiamo io domani.<br/>Non mandi messaggi.</p>
            <p><b>Chiedo</b><br/>Quanto costa? Devo portare un documento?<br/>A che ora? Qual è
            l’indirizzo?<br/>Può ripetere, per favore?</p>
            <p><b>Chiudo</b><br/>Va bene, grazie. / Ci penso e richiamo.</p>""",
            lines=3,
        ),
        callout(
            "calm",
            "Da dire a voce, con calma",
            """<p>Telefonare per chiedere un consiglio non è fare una denuncia. Al {{antiviolenza}} puoi
            chiamare senza dire il cognome, anche se non hai documenti, e decidi tu che cosa
            raccontare.</p>""",
        ),
        prose("""
            <h2>Come capire se ha funzionato</h2>
            <ul><li>Sa dire {{emergenza}} e {{antiviolenza}} e quando si usano.</li>
            <li>Sa chiedere un appuntamento e dire quando non può essere chiamata o chiamato.</li>
            <li>Sa leggere un orario con giorno, ora e indirizzo.</li></ul>
            <h2>Adattare</h2>
            <p>Livello A1: solo i numeri e tre frasi, con i disegni. Livello B1: la telefonata con un
            imprevisto (la linea cade, risponde la segreteria, c’è rumore). Se in classe ci sono coppie o
            parenti, dividete i gruppi mescolandoli.</p>
        """),
    ],
)
