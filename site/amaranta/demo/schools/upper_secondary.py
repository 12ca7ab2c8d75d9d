"""Two lessons for upper secondary school: bystanders, and the words of the news."""

from amaranta.demo.schools.markup import material, phases, sheet
from amaranta.demo.text.markup import callout, prose, questions, table
from home.schools.terms import Level, Nucleus, Subject

BYSTANDER = material(
    "chi-guarda-conta",
    "Chi guarda conta",
    "Due ore per passare da «non sono affari miei» a un gesto possibile, senza mettersi in pericolo.",
    level=Level.SECONDARIA_2,
    ages=(14, 19),
    minutes=110,
    nucleus=Nucleus.CONSTITUTION,
    aims=[
        "Riconoscere segnali di controllo in una relazione tra coetanei",
        "Spiegare perché in molti si guarda e non si fa niente",
        "Scegliere fra cinque modi di intervenire quello più sicuro per tutti",
        "Conoscere i servizi del territorio e il {{antiviolenza}}, e sapere che cosa succede se si chiama",
    ],
    needs=[
        "La scheda 1, tagliata: un caso ogni quattro o cinque persone",
        "La scheda 2, una copia a testa",
        "Una scatola per le domande senza nome, preparata il giorno prima",
        "I nomi e gli orari degli sportelli della zona, presi da questo sito",
    ],
    content_note=(
        "I casi parlano di controllo, gelosia, isolamento e insistenza, senza scene di violenza. È "
        "probabile che "
        "qualcuno viva o abbia vissuto una di queste situazioni, in coppia o a casa. Dite all’inizio che "
        "si può "
        "uscire un momento senza spiegare, e a chi rivolgersi dopo."
    ),
    body=[
        phases(
            "Prima ora",
            (
                10,
                "Patto e scatola",
                """<p>Tre regole: si parla dei casi, non di persone presenti; nessuno è obbligato a parlare;
                ciò che viene detto resta rispettato. Leggete ad alta voce una domanda della scatola a cui
                risponderete entro la fine.</p>""",
            ),
            (
                15,
                "La linea",
                """<p>Una linea immaginaria nell’aula: a un capo <b>attenzione</b>, all’altro
                <b>controllo</b>. Leggete e fate prendere posto, poi chiedete a due persone lontane di
                spiegarsi.</p><ul><li>«Scrivimi quando arrivi.»</li>
                <li>«Mandami la posizione, sempre.»</li><li>«Con quella non mi piace che esci.»</li>
                <li>«Fammi vedere il telefono, se non hai niente da nascondere.»</li>
                <li>«Ti vengo a prendere io, così torni quando dico io.»</li></ul>
                <p>Domanda che sposta: «Che cosa succede se l’altra persona risponde di no?» Se dire di no
                ha
                un prezzo, è controllo.</p>""",
            ),
            (
                25,
                "I casi",
                """<p>Gruppi da quattro o cinque, un caso a testa dalla scheda 1. Quindici minuti per
                rispondere alle domande, dieci per raccontare agli altri. Chiedete sempre: «Chi è
                responsabile di quello che succede?» e «Chi intorno poteva accorgersene?»</p>""",
            ),
        ),
        phases(
            "Seconda ora",
            (
                10,
                "Perché non si fa niente",
                """<p>A voce, poi alla lavagna: penso che tocchi a un altro; nessuno reagisce, quindi forse
                non è grave; ho paura di sbagliare, di mettermi in mezzo, di perdere un amico. Dite che
                sono
                meccanismi studiati e comuni a tutti: conoscerli serve a romperli.</p>""",
            ),
            (
                20,
                "Cinque modi",
                """<p>Scheda 2. Ogni gruppo riprende il suo caso e sceglie due dei cinque modi, con le
                parole esatte. Prova di sicurezza: «Chi rischia qualcosa se lo faccio? Posso farlo senza
                che lei o lui la paghi dopo?» Se non si può, si passa a un altro modo. Lo scontro con chi
                controlla
                <b>non</b> è fra i cinque.</p>""",
            ),
            (
                15,
                "Che cosa succede se si chiama",
                """<p>Guardate insieme la pagina degli sportelli: chi risponde, quando, che cosa chiede. Il
                {{antiviolenza}} è gratuito, attivo a ogni ora, in più lingue, anche in chat; può chiamare
                anche chi è preoccupato per qualcuno. Chiamare per un consiglio non è una denuncia: si parla,
                e si capisce che cosa si può fare. Chi ha meno di 18 anni può chiamare anche il 19696, gratis
                e a ogni ora.</p><p>Per chi si accorge di controllare o di fare paura: chiedere aiuto è un
                atto di responsabilità. Si può parlare con un adulto di cui ci si fida o con il 19696; dai 18
                anni ci sono i centri per uomini autori di violenza (CUAV).</p>""",
            ),
            (
                15,
                "Chiusura",
                """<p>Rispondete alla domanda della scatola. Poi ognuno completa, per sé, la frase: «La
                prossima volta che vedo…, io posso…». Chi vuole la legge. Non si ritira e non si
                valuta.</p>""",
            ),
        ),
        sheet(
            "Scheda 1. Quattro casi (da tagliare)",
            """<p><b>Domande.</b> Che cosa succede, con parole vostre, senza interpretare? Quali segnali ci
            sono? Che cosa rischia chi li subisce se dice di no? Chi può accorgersene?</p>
            <h3>1. La chat della sera</h3>
            <p>Ogni sera dalle nove alle undici Elisa deve rispondere entro due minuti. Se tarda arrivano
            venti messaggi, poi il silenzio per un giorno. In classe ha smesso di uscire il pomeriggio:
            «Poi devo spiegare». Dice che lui è solo molto innamorato.</p>
            <h3>2. Il profilo</h3>
            <p>Kevin ha cambiato tre volte la foto del profilo perché la sua ragazza dice che «attira».
            Lei sceglie chi può seguirlo. Con gli amici ci scherza. Quando un amico lo tocca sulla spalla,
            si sposta per non finire in una storia.</p>
            <h3>3. La festa</h3>
            <p>È tardi. Sara ha bevuto e fatica a stare in piedi. Un ragazzo più grande, che nessuno
            conosce bene, dice: «La porto a casa io». Due amici lo guardano e pensano che non siano affari
            loro.</p>
            <h3>4. L’ex</h3>
            <p>Si sono lasciati da un mese. Lui l’aspetta ogni giorno alla fermata: «Voglio solo parlare».
            Lei ha cambiato strada. Lui ha chiesto a un compagno i suoi orari della palestra. Il compagno
            glieli ha
            dati.</p>""",
        ),
        sheet(
            "Scheda 2. Cinque modi di esserci",
            """<ol><li><b>Distrarre.</b> Interrompo senza nominare il problema: «Vieni un attimo? Ti
            cercano.»</li>
            <li><b>Chiedere aiuto.</b> Chiamo un adulto, chi gestisce il locale, il {{emergenza}} se c’è
            pericolo.</li>
            <li><b>Esserci dopo.</b> «Ho visto. Come stai? Che cosa ti serve?» Ascolto e non decido
            io.</li>
            <li><b>Tenere memoria.</b> Scrivo data, ora, che cosa ho visto, e lo do a chi lo ha subito:
            decide lei o lui che cosa farne. Non pubblico niente.</li>
            <li><b>Dire una parola</b>, solo se è sicuro: «Non mi piace quello che stai facendo.» Breve, e
            mi allontano.</li></ol>
            <p><b>Parole che aiutano:</b> «Ti credo.» «Non è colpa tua.» «Decidi tu, io ci sono.»<br/>
            <b>Parole che chiudono:</b> «Perché non lo lasci?» «Però anche tu…» «Io al posto tuo…»</p>
            <p><b>{{antiviolenza}}</b>: gratuito, a ogni ora, anche in chat. <b>19696</b>: per chi ha meno di
            18 anni. <b>{{emergenza}}</b>: pericolo adesso.</p>""",
            lines=3,
        ),
        table(
            "Valutazione: che cosa osservare",
            ["Obiettivo", "In parte", "Raggiunto"],
            ["Segnali", "Li giustifica con il sentimento", "Li nomina a partire dal prezzo del no"],
            ["Responsabilità", "La divide «a metà»", "La attribuisce a chi agisce"],
            ["Interventi", "Sceglie lo scontro", "Sceglie un modo sicuro e dice le parole"],
            [
                "Servizi",
                "Conosce il {{emergenza}}",
                "Sa chi può chiamare il {{antiviolenza}} e che cosa succede dopo",
            ],
        ),
        questions(
            "Obiezioni che arrivano, e come rispondere",
            (
                "«Succede anche agli uomini»",
                """<p>Sì, e nessuno deve subirlo: uno dei casi lo mostra. I dati dicono anche che la
                violenza nella coppia colpisce soprattutto le donne, e che ha a che fare con l’idea che
                una persona
                appartenga a un’altra. Le due cose stanno insieme senza toglierne una.</p>""",
            ),
            (
                "«Se torna con lui, allora le va bene»",
                """<p>Chi è controllato spesso ci prova più volte: per paura, per i soldi, perché spera,
                perché
                intorno non trova nessuno. Esserci ancora la terza volta è la cosa che aiuta di più.</p>""",
            ),
        ),
    ],
)

HEADLINES = material(
    "le-parole-dei-titoli",
    "Le parole dei titoli",
    "Un laboratorio di scrittura: smontare un titolo che dà la colpa a chi ha subito, e riscriverlo.",
    level=Level.SECONDARIA_2,
    ages=(15, 19),
    minutes=60,
    subject=Subject.ITALIAN,
    nucleus=Nucleus.CONSTITUTION,
    aims=[
        "Riconoscere in un titolo chi agisce, chi subisce e chi scompare",
        "Distinguere un fatto da una spiegazione che giustifica",
        "Riscrivere un titolo e un attacco di notizia con parole giuste e precise",
    ],
    needs=[
        "La scheda 1, una copia ogni due persone",
        "La scheda 2, una copia a testa",
        "Due evidenziatori per coppia",
    ],
    content_note=(
        "I titoli parlano di aggressioni, senza particolari. Sono inventati da noi: nessuno racconta un "
        "fatto vero, e "
        "nessuna persona può essere riconosciuta. Non sostituiteli con titoli di cronaca locale."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                10,
                "Due versioni",
                """<p>Scrivete alla lavagna: <b>A.</b> «Lite per gelosia, donna in ospedale». <b>B.</b>
                «Picchia la moglie: arrestato». Senza commentare, ognuno scrive in due righe come si
                immagina la
                storia A e la storia B. Leggetene qualcuna: è lo stesso fatto.</p>""",
            ),
            (
                15,
                "Smontare",
                """<p>A coppie, scheda 1. Con un colore chi compie l’azione, con l’altro chi la subisce;
                cerchiate le parole che spiegano o scusano. In quanti titoli manca chi agisce? In quanti
                il
                verbo è passivo, o c’è un nome («lite», «dramma», «raptus») al posto di un verbo?</p>""",
            ),
            (
                10,
                "Cinque trappole",
                """<p>Raccogliete alla lavagna: <b>l’autore sparisce</b>; <b>il sentimento scusa</b>
                (gelosia, amore, delusione); <b>il «raptus»</b> (come se venisse da fuori); <b>la vita di
                lei diventa causa</b> (voleva lasciarlo, era uscita); <b>la coppia è colpevole</b> (lite,
                rapporto difficile). Per ognuna chiedete: che cosa capisce chi legge? Che cosa sente chi
                lo ha
                vissuto?</p>""",
            ),
            (
                15,
                "Riscrivere",
                """<p>Scheda 2: ogni coppia riscrive tre titoli e l’attacco di una notizia (quaranta
                parole). Vincoli: soggetto, verbo attivo, nessuna causa che non sia accertata, nessun
                particolare
                inutile, in fondo un numero utile: {{antiviolenza}}.</p>""",
            ),
            (
                10,
                "Chiusura: leggere ad alta voce",
                """<p>Tre coppie leggono. Gli altri cercano una parola ancora da togliere. Si chiude con una
                domanda: «In quali discorsi di ogni giorno, non solo sui giornali, usiamo le stesse
                trappole?»</p>""",
            ),
        ),
        sheet(
            "Scheda 1. Titoli da smontare (inventati)",
            """<ol><li>«Lei lo lascia, lui perde la testa: tragedia sfiorata»</li>
            <li>«Troppo amore: la seguiva ogni giorno sotto casa»</li>
            <li>«Dramma della gelosia in un condominio: ferita una quarantenne»</li>
            <li>«Era uscita sola dopo mezzanotte: molestata alla fermata»</li>
            <li>«Raptus di un padre modello: “Non me lo spiego”, dicono i vicini»</li>
            <li>«Lite in famiglia finisce male: donna medicata al pronto soccorso»</li></ol>
            <p>Per ogni titolo: chi agisce? Chi subisce? Quale parola spiega o scusa? Quale trappola
            è?</p>""",
        ),
        sheet(
            "Scheda 2. Riscrivo",
            """<p>Un titolo giusto dice <b>chi</b> ha fatto <b>che cosa</b> a <b>chi</b>, non indovina il
            perché, non racconta la vita privata di chi ha subito, e aiuta chi legge a chiedere aiuto.</p>
            <p>Esempio: «Lite per gelosia, donna in ospedale» diventa «Aggredisce la compagna:
            denunciato».</p>""",
            lines=10,
        ),
        callout(
            "note",
            "Un documento da conoscere",
            """<p>Il <b>Manifesto di Venezia</b>, firmato nel 2017 da giornaliste e giornalisti, chiede di
            evitare le espressioni che giustificano chi usa violenza e le immagini che umiliano chi la
            subisce. Può
            essere la lettura per l’ora dopo.</p>""",
        ),
        table(
            "Valutazione della riscrittura",
            ["Criterio", "1 punto", "2 punti"],
            ["Soggetto e verbo", "C’è chi agisce, ma al passivo", "Chi agisce è soggetto di un verbo attivo"],
            ["Cause", "Una causa attribuita a qualcuno", "Solo fatti accertati"],
            ["Rispetto", "Un particolare di troppo", "Nessun particolare inutile"],
            ["Utilità", "Un numero senza spiegazione", "Dice a chi e quando serve"],
        ),
        prose("""
            <h2>Se avete più tempo</h2>
            <p>Scrivete insieme una lettera alla redazione della scuola, o un breve codice per il
            giornalino: cinque regole, un esempio per ognuna.</p>
            <h2>Adattare</h2>
            <p>Per chi ha difficoltà di lettura: due titoli invece di sei, letti ad alta voce, e la
            riscrittura a voce registrata o dettata. L’analisi dei colori funziona anche solo su un titolo
            proiettato.</p>
        """),
    ],
)
