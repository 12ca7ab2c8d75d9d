"""Rights before the police and the judge, each with its law; docs/content.md has the sources."""

from amaranta.demo.text.markup import Draft, callout, contact, prose, steps, table
from amaranta.demo.text.right import right
from amaranta.demo.text.rights_life import INCOME, LEAVE, PERMIT, SAFE_HOME
from amaranta.demo.text.rights_more import AT_WORK, COMPENSATION, ORPHANS, OWN_CHOICE
from home.models import HelpPage

COMPLAINT = right(
    "termini",
    "Denuncia e querela",
    "Puoi raccontare alle forze dell’ordine quello che è successo. Decidi tu se e quando, ma ci sono "
    "scadenze.",
    [
        prose("""
            <h2>Che differenza c’è</h2>
            <p>La <b>querela</b> è la richiesta di punire chi ti ha fatto del male. Per alcuni reati senza la
            tua querela il processo non comincia. La <b>denuncia</b> racconta un fatto. Per altri reati lo
            Stato procede comunque.</p>
            <p>I maltrattamenti in famiglia si perseguono anche senza querela. Quando le forze dell’ordine li
            conoscono, il procedimento va avanti anche se poi cambi idea. Se puoi, parla prima con uno
            sportello.</p>
        """),
        table(
            "Entro quando si può presentare la querela",
            ("Per che cosa", "Entro", "Codice penale"),
            ("Violenza sessuale", "12 mesi", "art. 609-septies"),
            ("Atti persecutori (stalking)", "6 mesi", "art. 612-bis"),
            ("Foto o video intimi diffusi senza consenso", "6 mesi", "art. 612-ter"),
            ("Immagini, video o voci false fatte al computer", "3 mesi", "art. 612-quater"),
            ("Regola generale", "3 mesi da quando sai del fatto", "art. 124"),
            ("Maltrattamenti", "non serve querela", "art. 572"),
        ),
        prose("""
            <p>In alcuni casi si procede anche senza querela. Succede per esempio se il fatto è legato ai
            maltrattamenti, o se lui era già stato ammonito. Per la violenza sessuale, anche se chi l’ha
            subita ha meno di 18 anni. Se il termine è passato, chiedi lo stesso.</p>
        """),
        callout(
            "note",
            "Se minaccia di far girare le tue foto, o l’ha già fatto",
            """<p>Non hai fatto niente di male. Tieni i messaggi come prova. Al
            <a href="https://www.garanteprivacy.it/">Garante per la protezione dei dati personali</a> puoi
            chiedere di fermarle, anche prima che escano: decide entro 48 ore (art. 144-bis del d.lgs.
            196/2003).</p>""",
        ),
        callout(
            "warn",
            "Prima di decidere",
            """<p>La querela per violenza sessuale non si può ritirare (art. 609-septies c.p.). Quella per
            stalking non si può ritirare se lui ti ha minacciata più volte in modo grave (art. 612-bis
            c.p.). Parla prima con un’avvocata o con uno sportello: ti aiutano a capire che cosa succede dopo
            e come proteggerti.</p>""",
        ),
        steps(
            "Come si fa",
            (
                "Dove",
                """<p>In una caserma dei Carabinieri o in un ufficio di Polizia. Chiedi allo
                sportello chi può accompagnarti.</p>""",
            ),
            (
                "Se lui lavora lì",
                """<p>Se chi ti fa paura è nelle forze dell’ordine, puoi andare da un altro corpo o alla
                Procura della Repubblica. È meglio con un’avvocata.</p>""",
            ),
            (
                "Che cosa portare",
                """<p>Un documento, se ce l’hai. Referti, messaggi, foto, nomi di chi ha visto. Se non hai
                niente di questo puoi raccontare lo stesso.</p>""",
            ),
            (
                "Dove arrivano le carte",
                """<p>Ti chiedono un indirizzo per le comunicazioni. Non dare quello dove lui apre la posta.
                Se nomini un’avvocata, per legge gli atti si mandano a lei (art. 33 delle disposizioni di
                attuazione del c.p.p.). Dillo anche a voce: niente lettere a casa.</p>""",
            ),
            (
                "Chiedi una copia",
                """<p>Rileggi prima di firmare. Chiedi la copia di quello che hai firmato, o almeno la
                ricevuta.</p>""",
            ),
            (
                "Se lui esce dal carcere",
                """<p>Per molti di questi reati devono avvisarti sempre, anche se non l’hai chiesto, se esce o
                se scappa (art. 90-ter, comma 1-bis, c.p.p.). Lascia un recapito sicuro.</p>""",
            ),
            (
                "Dopo",
                """<p>Per molti di questi reati il pubblico ministero di regola ti ascolta entro tre giorni
                da quando la notizia di reato è registrata (art. 362, comma 1-ter, c.p.p.).</p>""",
            ),
        ),
    ],
    "Artt. 124, 572, 609-septies, 612-bis, 612-ter e 612-quater del codice penale",
    "Artt. 90-bis, 90-ter, 333, 336 e 337 del codice di procedura penale",
    "Artt. 90, comma 1-bis, e 153-bis del codice di procedura penale; art. 33 disp. att.",
    "Art. 362, comma 1-ter, del codice di procedura penale (legge 69/2019, «codice rosso»; legge 122/2023)",
)

WARNING = right(
    "questura",
    "Ammonimento del questore",
    "Un avvertimento ufficiale: le autorità gli dicono di smettere. Non è un processo.",
    [
        prose("""
            <h2>Che cosa è</h2>
            <p>Il questore ascolta chi sa qualcosa dei fatti. Se ritiene fondato il racconto, avverte chi usa
            violenza: deve cambiare comportamento. Può anche prendere provvedimenti sulle armi.</p>
            <h2>Quando si può chiedere</h2>
            <ul><li>Per lo stalking e per le foto o i video intimi diffusi senza consenso, se non hai ancora
            presentato querela.</li>
            <li>Per violenza domestica il questore può muoversi anche su una segnalazione, senza querela. Vale
            per percosse, lesioni, minacce gravi, violenza privata, stalking, immagini intime, chi entra in
            casa contro la tua volontà, danni alle cose.</li></ul>
            <p>Anche un’altra persona può segnalare. Deve dire il suo nome alle forze dell’ordine, ma negli
            atti il nome non compare, a meno che la segnalazione sia chiaramente infondata.</p>
            <h2>Che cosa cambia</h2>
            <p>Se dopo l’ammonimento lui lo fa ancora, si procede anche senza querela e la pena è più alta.
            Vale anche se lo fa a un’altra donna.</p>
        """),
        callout(
            "note",
            "Non è adatto a tutte",
            """<p>In alcuni casi un avvertimento può farlo arrabbiare. Prima di chiederlo valuta il rischio
            con uno sportello.</p>""",
        ),
        steps(
            "Come si chiede",
            ("Vai alla Polizia o dai Carabinieri", "<p>Chiedi allo sportello chi può accompagnarti.</p>"),
            ("Racconti i fatti", "<p>Con le date, se le ricordi, e con ciò che hai: messaggi, referti.</p>"),
            (
                "Il questore decide",
                "<p>Se lo ammonisce si scrive un verbale. Se l’hai chiesto tu, una copia è per te.</p>",
            ),
        ),
    ],
    "Art. 8 del decreto-legge 11/2009 (legge 38/2009): atti persecutori e immagini intime",
    "Art. 3 del decreto-legge 93/2013 (legge 119/2013): violenza domestica",
    "Art. 1 della legge 168/2023, in vigore dal 9 dicembre 2023",
)

LEGAL_AID = right(
    "avvocata",
    "Un’avvocata gratis",
    "Per molti reati di violenza lo Stato paga l’avvocata, qualunque sia il tuo reddito.",
    [
        prose("""
            <h2>A chi spetta</h2>
            <p>Si chiama <b>gratuito patrocinio</b>, o patrocinio a spese dello Stato. Di solito dipende dal
            reddito. Per chi ha subito maltrattamenti, violenza sessuale, atti sessuali sotto i 18 anni, atti
            persecutori o mutilazioni genitali vale anche <b>oltre i limiti di reddito</b>. Per questi reati
            il giudice non può negarlo perché guadagni troppo.</p>
            <p>Per la separazione, l’affidamento dei figli e le altre cause civili valgono di solito le regole
            comuni sul reddito. Chiedi all’avvocata, prima, che cosa si paga.</p>
        """),
        steps(
            "Come si chiede",
            (
                "Scegli un’avvocata",
                """<p>Deve essere iscritta nell’elenco per il patrocinio a spese dello Stato: lo tiene
                l’Ordine degli avvocati. Chiedi allo sportello se offre una prima consulenza gratuita.</p>""",
            ),
            ("Firmi la domanda", "<p>L’avvocata ti aiuta a prepararla e a presentarla.</p>"),
            (
                "Non paghi",
                "<p>Se la domanda è accolta, l’avvocata la paga lo Stato e non può chiederti altro.</p>",
            ),
        ),
    ],
    "Art. 76, comma 4-ter, d.P.R. 115/2002 (572, 583-bis, 609-bis, 609-quater, 609-octies, 612-bis c.p.)",
    "Artt. 80, 81 e 85 del d.P.R. 115/2002",
    "Corte costituzionale, sentenza 1/2021",
)

NEW_LAW = right(
    "novita",
    "Che cosa è cambiato alla fine del 2025",
    "La legge 181/2025 è in vigore dal 17 dicembre 2025. Ecco alcuni punti.",
    [
        prose("""
            <h2>Che cosa puoi chiedere adesso</h2>
            <ul><li><b>Di essere ascoltata da chi fa le indagini.</b> Puoi chiedere che ti senta il pubblico
            ministero in persona. Fallo chiedere dall’avvocata.</li>
            <li><b>Di essere avvisata</b> quando lui esce dal carcere o quando una misura cambia. Lascia un
            recapito sicuro.</li>
            <li><b>Che un centro antiviolenza ti stia accanto</b> nel processo: la legge gli dà un posto, se
            tu
            sei d’accordo. Chiedilo allo sportello.</li>
            <li><b>Di denunciare i maltrattamenti anche se non vivete più insieme.</b> La legge ora lo dice,
            in più casi di prima.</li></ul>
            <h2>Che cosa rischia lui</h2>
            <ul><li>Uccidere una donna per odio, per controllo, o perché dice di no, si chiama
            <b>femminicidio</b>. È un reato a sé, punito con l’ergastolo (art. 577-bis c.p.).</li>
            <li>Maltrattamenti, stalking e diffusione di immagini intime sono puniti di più se servono a
            controllare o a dominare una donna, o perché lei dice di no.</li></ul>
            <p>Per i figli di una donna uccisa: <a href="page:per-me/diritti/crescere">che cosa
            spetta</a>.</p>
            <p>Vedi anche <a href="page:per-me/diritti/termini">denuncia e querela</a> e
            <a href="page:per-me/diritti/questura">ammonimento</a>.</p>
            <p>Una legge nuova si applica in modi diversi ai fatti di prima e di dopo. Per il tuo caso chiedi
            a un’avvocata.</p>
        """),
    ],
    "Legge 2 dicembre 2025, n. 181 (Gazzetta Ufficiale n. 280 del 2 dicembre 2025)",
)

RIGHTS = Draft(
    HelpPage,
    "diritti",
    "I tuoi diritti",
    "Conoscerli non ti obbliga a usarli. Ogni pagina cita la legge, e dice quando l’abbiamo controllata.",
    [
        prose("""
            <p>Se denunci hai diritto a essere informata in una lingua che capisci (art. 90-bis c.p.p.). Hai
            diritto alle cure urgenti ed essenziali, anche senza documenti (art. 35 del decreto legislativo
            286/1998). Non devi dire tutto subito.</p>
            <p>Uno sportello ti ascolta anche se non denunci.</p>
        """),
        contact("Chiedi per il tuo caso", emergency=False),
    ],
    {},
    (
        WARNING,
        COMPLAINT,
        SAFE_HOME,
        LEGAL_AID,
        INCOME,
        LEAVE,
        PERMIT,
        AT_WORK,
        OWN_CHOICE,
        ORPHANS,
        COMPENSATION,
        NEW_LAW,
    ),  # fmt: skip,
)
