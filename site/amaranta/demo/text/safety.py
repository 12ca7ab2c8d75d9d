"""The two private pages: questions about danger, and a plan. They store nothing."""

from amaranta.demo.text.markup import Draft, callout, checklist, contact, prose
from home.models import PrivatePage

DANGER = Draft(
    PrivatePage,
    "domande",
    "Sono in pericolo?",
    "Leggi con calma. Non c’è niente da compilare: le risposte restano nella tua testa.",
    [
        callout(
            "bad",
            "Se succede adesso",
            """<p>Chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a>. Prova a uscire o a raggiungere una
            stanza da cui si esce. Evita la cucina e il bagno.</p>
            <p>Se non puoi parlare, l’app «112 Where ARE U» chiama in silenzio o con una chat. Non scaricarla
            se lui guarda il tuo telefono.</p>""",
        ),
        prose("<p>Diciamo «lui». Vale anche se è una donna, un figlio, un genitore o un’altra persona.</p>"),
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
            <p>Parla con qualcuno <b>oggi</b>, anche se non hai deciso niente. Il {{antiviolenza}} risponde
            sempre, di giorno e di notte. Uno sportello può aiutarti a capire quanto rischi e che cosa
            fare.</p>
            <p>Se ti ha stretto il collo <a href="page:per-me/situazioni/visita">fatti vedere da un
            medico</a>, anche senza segni.</p>
            <p>Più di un sì, o la paura che ti uccida, vuol dire che il rischio può essere alto. Fidati di
            quello che senti: sei tu che lo conosci.</p>
            <h2>Se tutte le risposte sono no</h2>
            <p>Queste domande non vedono tutto e non sono una diagnosi. Se hai paura, la paura basta per
            chiedere aiuto.</p> """),
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
        prose("<p>Diciamo «lui». Vale anche se è una donna, un figlio, un genitore o un’altra persona.</p>"),
        prose("<h2>Se per ora resti</h2><p>Sono cose che si possono fare in silenzio, una alla volta.</p>"),
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
            <p>Ai bambini non chiedere di difenderti. Insegna loro a uscire, a nascondersi, a chiamare il
            {{emergenza}}.</p>
            <h2>Se stai pensando di andartene</h2>
            <p>Il momento in cui si lascia qualcuno è spesso il più pericoloso. Se puoi, prepara l’uscita con
            uno sportello e non annunciarla.</p> """),
        checklist(
            "Da preparare",
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
            "Chi può tenere il cane o il gatto",
            "Come ci arrivo senza la mia auto",
        ),
        prose("""
            <h2>Se sa sempre dove sei</h2>
            <p>Forse vede la posizione del tuo telefono, o c’è un localizzatore in borsa o in auto. Un
            telefono recente può avvisarti: «rilevato in movimento con te».</p>
            <p>Non toglierlo subito: lui può accorgersene e arrabbiarsi. Non andare dove vuoi nasconderti. Vai
            in un posto con gente, chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a> se hai paura, e
            fallo vedere alla polizia o allo sportello. È anche una prova.</p> """),
        checklist(
            "Telefono e conti",
            "So quali account sono aperti anche sui suoi apparecchi",
            "So chi vede la mia posizione: telefono, auto, app di famiglia, telefono dei figli",
            "Ho un’e-mail nuova, aperta da un dispositivo che lui non tocca",
            "Ho un conto solo mio, con le lettere della banca che non arrivano a casa",
            "So quanti soldi, debiti e firme ci sono a mio nome",
        ),
        prose("<h2>Dopo</h2><p>Anche dopo che te ne sei andata il pericolo può continuare.</p>"),
        checklist(
            "Da cambiare",
            "Password di e-mail, telefono, banca: da un dispositivo sicuro",
            "Posizione condivisa e account in comune",
            "Strade e orari di ogni giorno",
            "Chi avvisare a scuola e al lavoro",
        ),
        prose("""
            <h2>Se minaccia di diffondere foto intime</h2>
            <p>Non hai fatto niente di male. Tieni le minacce come prova. Puoi segnalarlo
            al Garante per la protezione dei dati personali, da
            <a href="https://www.garanteprivacy.it/">il suo sito</a>, anche prima che succeda: decide entro
            48 ore. Dai 14
            anni puoi farlo da sola (art. 144-bis del d.lgs. 196/2003).</p>
        """),
        contact("Farlo insieme", "Un’operatrice può costruire il piano con te."),
    ],
)
