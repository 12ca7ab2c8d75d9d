"""What a woman reads for herself."""

from amaranta.demo.text.markup import Draft, callout, contact, questions, steps
from amaranta.demo.text.rights import RIGHTS
from amaranta.demo.text.safety import DANGER, PLAN
from amaranta.demo.text.situations_life import SITUATIONS, WAYS
from amaranta.demo.text.understand import UNDERSTAND
from home.models import HelpPage

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
                """<p>Telefonata, SMS, e-mail: con i giorni e le ore. Oppure scegli «vi contatto io». Decidi
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
                Non mandiamo conferme per e-mail o per SMS. Tienilo a mente: scritto può essere una
                traccia.</p>""",
            ),
            (
                "Lo sportello legge e risponde",
                """<p>Nei suoi orari, nel modo che hai scelto. Se hai scelto «vi contatto io», chiama tu
                quando puoi e di’ il riferimento. Se qualcun altro chiede di te, lo sportello non conferma che
                lo hai cercato. Se ha dei doveri di legge, te li spiega.</p>""",
            ),
        ),
        callout(
            "warn",
            "Non è un servizio di emergenza",
            """<p>Nessuno legge le richieste di notte o quando lo sportello è chiuso. Se sei in pericolo
            adesso chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a>. Il {{antiviolenza}} risponde
            sempre.</p>""",
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
                "<p>{{chi-legge}}</p>",
            ),
            (
                "Resta tutto segreto?",
                """<p>Le operatrici sono tenute alla riservatezza. Non possiamo però prometterti un segreto
                assoluto. Chi lavora per un ente pubblico può avere il dovere di segnalare alcuni reati, per
                esempio i maltrattamenti, quando ne viene a conoscenza. Se prima vuoi solo capire, scrivi
                senza nomi e chiedi: ti spiegano che cosa sono tenute a fare.</p>""",
            ),
            (
                "Quando mi rispondono?",
                "<p>{{quando-rispondono}} Sempre negli orari che hai scelto tu.</p>",
            ),
            (
                "Posso scrivere per un’altra persona?",
                '<p>Sì. Leggi prima <a href="page:per-altri">che cosa puoi fare per lei</a>.</p>',
            ),
        ),
        contact("Quando te la senti"),
    ],
    {"plain_word": "Come funziona"},
)

FOR_ME = Draft(
    HelpPage,
    "per-me",
    "Per me",
    "Prenditi il tempo che ti serve. Puoi uscire da questa pagina in ogni momento con il pulsante «Esci».",
    body=[WAYS],
    fields={"plain_word": "Informazioni", "show_in_menus": True},
    children=(UNDERSTAND, DANGER, PLAN, SITUATIONS, RIGHTS, WRITING),
)
