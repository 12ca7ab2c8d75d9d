"""What friends and those who use violence read."""

from amaranta.demo.text.markup import Draft, callout, contact, prose, questions, steps, table
from home.models import HelpPage, Readers

FOR_OTHERS = Draft(
    HelpPage,
    "per-altri",
    "Sono in pensiero per qualcuno",
    "Amica, sorella, vicino, collega: puoi fare molto, anche senza avere le parole giuste.",
    [
        callout(
            "bad",
            "Se senti o vedi che succede adesso",
            """<p>Chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a>. Non metterti in mezzo: rischi tu e
            rischia lei. Non serve la certezza: basta dire che cosa senti.</p>""",
        ),
        prose("""
            <h2>Che cosa puoi notare</h2>
            <ul><li>Non esce più, risponde poco, chiede sempre il permesso.</li>
            <li>Ha paura di fare tardi o di non rispondere a un messaggio.</li>
            <li>Si copre, ha lividi, racconta cadute che non convincono.</li>
            <li>Non ha soldi suoi. Qualcuno parla sempre al posto suo.</li></ul>
            <p>Diciamo «lei» e «lui». Vale anche se è un uomo a subire, o una donna, un figlio, un genitore a
            fare del male.</p>
            <p>Nessun segno è una prova. È un buon motivo per starle vicino.</p>
        """),
        steps(
            "Come parlarne",
            (
                "Scegli un momento in cui è sola",
                """<p>Di persona è meglio. Un messaggio può leggerlo lui: chiedile prima come è sicuro
                scriverle.</p>""",
            ),
            ("Di’ quello che hai visto", "<p>«Ti vedo spaventata. Sono qui, se vuoi parlarne.»</p>"),
            ("Credile", "<p>Non chiedere prove, e non chiedere perché resta.</p>"),
            (
                "Lascia che decida lei",
                "<p>Conosce i rischi meglio di te. Se non è pronta, resta. Può volerci tempo.</p>",
            ),
            (
                "Offri cose concrete",
                """<p>Una borsa da tenere, un posto per una notte, i bambini per un’ora, un telefono da cui
                chiamare.</p>""",
            ),
        ),
        table(
            "Le parole",
            ("Aiuta", "Fa male"),
            ("«Ti credo.»", "«Sei sicura?»"),
            ("«Non è colpa tua.»", "«Che cosa gli hai detto?»"),
            ("«Che cosa ti serve?»", "«Io lo avrei già lasciato.»"),
            ("«Ne parliamo quando vuoi.»", "«Se non lo lasci, non ti aiuto più.»"),
        ),
        prose("""
            <h2>Che cosa evitare</h2>
            <ul><li>Parlare con lui per «farlo ragionare»: può vendicarsi su di lei.</li>
            <li>Fare da paciere: tra chi ha paura e chi fa paura non si media.</li>
            <li>Denunciare di nascosto da lei, se non c’è un pericolo immediato.</li>
            <li>Raccontare ad altri quello che ti ha detto.</li></ul>
        """),
        questions(
            "Domande",
            (
                "Posso chiamare io uno sportello?",
                """<p>Sì. Puoi chiedere consiglio senza dire il suo nome. Lo sportello non la cerca se lei non
                vuole. Se chi ti ascolta ha dei doveri, te lo spiega prima.</p>""",
            ),
            (
                "Come le faccio avere il numero?",
                """<p>A voce. Il {{antiviolenza}} si impara subito. Un biglietto o un messaggio possono
                essere trovati. Se glielo scrivi, non scrivere che cosa è.</p>""",
            ),
            (
                "E se è una ragazza, o ci sono bambini?",
                """<p>Il 114 è per chi ha meno di 18 anni e per chi è preoccupato per loro: gratuito, a ogni
                ora. Per un consiglio c’è anche il 19696.</p>""",
            ),
            (
                "E io?",
                """<p>Stare accanto a chi ha paura è faticoso. Anche tu puoi parlarne con uno
                sportello.</p>""",
            ),
        ),
        contact("Chiedi consiglio"),
    ],
    {"readers": Readers.OTHERS, "show_in_menus": True},
)

CHANGE = Draft(
    HelpPage,
    "cambiare",
    "Uso violenza e voglio smettere",
    "Se hai paura di quello che fai, o di quello che potresti fare, si può chiedere aiuto. La scelta è tua.",
    [
        callout(
            "bad",
            "Se senti che stai per farlo",
            """<p>Esci. Allontanati da lei e dai bambini. Cammina, telefona a qualcuno, non bere. Se qualcuno
            è in pericolo chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>""",
        ),
        prose("""
            <h2>Di che cosa parliamo</h2>
            <p>Spingere, colpire, minacciare, controllare il telefono o i soldi, costringere a un rapporto,
            rompere le cose, spaventare i figli. È violenza anche se poi chiedi scusa, anche se eri
            arrabbiato, anche se avevi bevuto.</p>
            <p>Nessuno ti fa perdere il controllo. Con altre persone, al lavoro o per strada, spesso lo
            mantieni. Vuol dire che puoi scegliere.</p>
            <h2>Chi può aiutarti</h2>
            <p>I CUAV, centri per uomini autori o potenziali autori di violenza, lavorano con chi vuole
            cambiare. Hanno un telefono e una sede loro. Accolgono chi ha più di 18 anni, a volte anche chi è
            più giovane. Devi chiamare tu: nessuno può farlo al posto tuo.</p>
            <p>Sono separati dai luoghi che aiutano le donne. Gli sportelli di questo sito non fanno parte di
            quel percorso e non possono riceverti.</p>
            <p>Ecco <a href="/percorsi/">i centri che lavorano con chi vuole cambiare</a>. Se non sai dove
            andare, chiedi al tuo medico o ai servizi sociali del Comune.</p>
        """),
        questions(
            "Domande",
            (
                "Che cosa si fa in un CUAV?",
                """<p>Colloqui e gruppi con persone formate. Si parla di quello che hai fatto, di chi ne ha
                sofferto, di come fermarsi.</p>""",
            ),
            (
                "Quanto costa?",
                """<p>Il primo colloquio informativo è gratuito. Per il resto chiedi al centro.</p>""",
            ),
            (
                "È una «terapia di coppia»?",
                "<p>No. Non si fa mediazione e lei non deve venire. Non serve a farla tornare.</p>",
            ),
            (
                "Mi denunceranno?",
                """<p>Non ti possiamo promettere il segreto su reati o su pericoli per altri. Chiedilo al
                primo colloquio: te lo spiegano subito.</p>""",
            ),
            (
                "Se comincio, lei mi perdonerà?",
                """<p>Non si comincia per questo. Lei può non volerti più vedere, e questo va
                rispettato. Se un giudice o il questore ti ha detto di starle lontano, il percorso non cambia
                quell’ordine.</p>""",
            ),
        ),
    ],
    {"readers": Readers.USERS, "show_in_menus": True},
)
