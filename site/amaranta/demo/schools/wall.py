"""A poster for the corridor and the toilets, and twenty minutes to hang it with the class."""

from amaranta.demo.schools.markup import material, phases, sheet
from amaranta.demo.text.markup import prose
from home.schools.terms import Kind, Level, Nucleus, Subject

SIX_QUESTIONS = material(
    "sei-domande",
    "Sei domande sul rispetto",
    "Un cartellone, in A4 o in A3, per il corridoio e i bagni, con venti minuti per discuterne in classe.",
    level=Level.SECONDARIA_2,
    ages=(13, 19),
    minutes=20,
    kind=Kind.POSTER,
    subject=Subject.ART,
    nucleus=Nucleus.CONSTITUTION,
    is_plain=True,
    has_large_print=True,
    aims=[
        "Portare sei domande semplici dove si passa ogni giorno",
        "Far vedere un numero senza che nessuno debba chiederlo",
        "Decidere insieme dove appenderlo e perché",
    ],
    needs=[
        "Il cartellone, stampato in A3, anche in bianco e nero",
        "Nastro di carta",
        "Un elenco dei luoghi della scuola",
    ],
    content_note=(
        "Nessun racconto e nessuna immagine. Il cartellone nei bagni serve a chi non vuole essere vista "
        "mentre "
        "legge: appendetelo dentro la porta, non fuori."
    ),
    body=[
        phases(
            "Svolgimento",
            (
                10,
                "Leggere insieme",
                """<p>Una domanda a testa, ad alta voce. Poi: «Quale toglieresti? Quale aggiungeresti?»
                Scrivete
                la settima domanda della classe su un foglietto e attaccatela sotto.</p>""",
            ),
            (
                10,
                "Scegliere i posti",
                """<p>A coppie, con la pianta della scuola: dove lo legge chi va di fretta? Dove si può
                leggere senza essere visti? Dove si può imparare a memoria un numero senza che nessuno
                guardi? Appendete tre
                copie e segnate chi le ricontrolla ogni settimana.</p>""",
            ),
        ),
        sheet(
            "È rispetto?",
            """<ul><li>Posso dire di no senza paura?</li>
            <li>Il mio telefono è mio?</li>
            <li>Decido io chi vedo e quando torno?</li>
            <li>Se sbaglio, mi si parla o mi si punisce?</li>
            <li>Posso stare con i miei amici senza chiedere il permesso?</li>
            <li>Quando stiamo insieme, vado bene come sono?</li></ul>
            <p>Se una risposta ti fa stare male, parlane con qualcuno di cui ti fidi.
            <b>{{antiviolenza}}</b>, gratuito, a ogni ora. Meno di 18 anni: <b>19696</b>. Pericolo adesso:
            <b>{{emergenza}}</b>.</p>""",
            size="poster",
        ),
        prose("""
            <h2>Come usarlo</h2>
            <p>La pagina è un A4: stampatela ingrandita in A3 se potete; funziona anche in bianco e nero.
            Nei bagni tenetelo ad altezza degli occhi, dentro la porta. Cambiatelo dopo due mesi: un
            cartellone che resta un anno diventa invisibile.</p>
            <p>Le domande non sono un test e non danno un punteggio. Servono ad aprire un discorso, e a
            far sapere che qualcuno ascolta.</p>
        """),
    ],
)
