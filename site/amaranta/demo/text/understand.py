"""What violence is, in words that a woman may recognise as hers."""

from amaranta.demo.text.markup import Draft, callout, contact, prose, questions
from home.models import HelpPage

UNDERSTAND = Draft(
    HelpPage,
    "capire",
    "Che cos’è la violenza",
    "La violenza non è solo botte. Se qualcosa che vivi ti fa paura o ti spegne, ha un nome.",
    [
        prose("""
            <p>Un litigio può capitare a tutti. In un litigio ci sono due persone che possono parlare, e che
            possono dire di no. Nella violenza una persona comanda e l’altra ha paura.</p>
            <p>Non serve essere sposati o vivere insieme. Può succedere con un marito, un fidanzato, un ex, un
            padre, un fratello, un figlio, un collega, o con una donna. Può succedere a ogni età, con o senza
            documenti, con molti o pochi soldi.</p>
            <h2>Le forme che può avere</h2>
            <h3>Psicologica</h3>
            <p>Ti insulta, ti umilia davanti agli altri, dice che sei pazza. Controlla con chi parli, come ti
            vesti, dove vai. Ti allontana dalla famiglia e dalle amiche. Minaccia di farsi del male se lo
            lasci.</p>
            <h3>Fisica</h3>
            <p>Ti spinge, ti tira i capelli, ti colpisce, ti <a href="page:per-me/situazioni/visita">stringe
            il collo</a>, ti impedisce di uscire. Rompe
            le cose o fa male agli animali per spaventarti. Conta anche se non lascia segni.</p>
            <h3>Economica</h3>
            <p>Ti prende lo stipendio, ti nega i soldi per la spesa, ti impedisce di lavorare, fa debiti a tuo
            nome. Leggi <a href="page:per-me/situazioni/soldi">se comanda con i soldi</a>.</p>
            <h3>Sessuale</h3>
            <p>Ti costringe, ti ricatta, insiste finché cedi, non si ferma quando dici basta. Anche nel
            matrimonio: un rapporto senza il tuo consenso è violenza. Se è appena successo:
            <a href="page:per-me/situazioni/prime-ore">le prime ore</a>.</p>
            <h3>Persecuzione</h3>
            <p>Ti segue, ti aspetta sotto casa, ti chiama e ti scrive di continuo, ti fa sentire osservata.
            Spesso comincia, o peggiora, quando una storia finisce.</p>
            <h3>Con il telefono e in rete</h3>
            <p>Pretende le tue password, legge i tuoi messaggi, sa sempre dove sei. Minaccia di diffondere
            foto intime, vere o false, o lo fa. Anche le foto false fatte al computer possono essere un
            reato.</p>
            <h3>Davanti ai figli</h3>
            <p>I bambini che vedono o sentono la violenza ne soffrono, anche quando nessuno li tocca.</p>
        """),
        callout(
            "calm",
            "Non è colpa tua",
            """<p>Qualunque cosa tu abbia detto o fatto, chi usa violenza <b>sceglie</b> di usarla. Non la
            provochi tu: né con le parole, né con i vestiti, né restando.</p>""",
        ),
        questions(
            "Dubbi che vengono a molte",
            (
                "«Però a volte è gentile»",
                """<p>Capita spesso: dopo la violenza vengono le scuse e un periodo tranquillo, poi la
                tensione risale. I momenti belli sono veri. Non cancellano gli altri.</p>""",
            ),
            (
                "«Forse esagero»",
                """<p>Se cambi quello che fai o dici per paura di come reagirà, non esageri. Puoi parlarne
                anche se non sai che nome dare a quello che vivi.</p>""",
            ),
            (
                "«Non mi ha mai picchiata»",
                """<p>Controllo, minacce, umiliazioni e ricatti sono violenza anche senza botte.</p>""",
            ),
            (
                "«Non posso andarmene adesso»",
                """<p>Restare può essere, per ora, la scelta più prudente. Solo tu conosci i rischi. Chiedere
                aiuto non ti obbliga a lasciare la casa né a denunciare.</p>""",
            ),
            (
                "«E se mi tolgono i figli?»",
                """<p>È una paura che lui può usare contro di te. Chiedere aiuto è un modo di proteggerli.
                Parlane con lo sportello, anche senza dire il tuo nome: ti spiegano che cosa può succedere
                nel tuo caso. Leggi anche <a href="page:per-me/diritti/casa">la casa e i figli</a>.</p>""",
            ),
            (
                "«È una donna a farmi del male»",
                """<p>Succede anche tra donne, in una coppia o in famiglia. Se sei lesbica, bisessuale o
                trans, quello che vivi conta allo stesso modo. Minacciare di dirlo agli altri è un
                ricatto. C’è una <a href="page:per-me/situazioni/coppia">pagina per te</a>.</p>""",
            ),
            (
                "«È mio figlio»",
                """<p>Succede a molte madri, e a qualche padre. Proteggerti non vuol dire smettere di volergli
                bene: leggi <a href="page:per-me/situazioni/in-famiglia">che cosa si può fare</a>.</p>""",
            ),
            (
                "«Sono un uomo»",
                """<p>Conta anche per te: ecco <a href="page:per-me/situazioni/per-tutti">chi ti può
                aiutare</a>.</p>""",
            ),
            (
                "«Ho meno di 18 anni»",
                """<p>Chiama il <a href="tel:19696">19696</a>: è gratuito, a ogni ora, e ha anche una chat.
                Puoi chiamare per te o per un’amica. Se c’è un pericolo:
                <a href="tel:{{emergenza}}">{{emergenza}}</a> o
                <a href="tel:114">114</a>. Puoi dirlo anche a un adulto di cui ti fidi. Se il primo non ti
                ascolta, cercane un altro.</p>""",
            ),
            (
                "«Dipendo da lui, ho una disabilità»",
                """<p>Toglierti le medicine, la carrozzina, la pensione o il telefono è violenza. Anche se chi
                lo fa ti assiste ogni giorno. Il {{antiviolenza}} ha anche una chat. La pagina di ogni
                sportello dice come si entra.</p>""",
            ),
            (
                "«Alla mia età»",
                """<p>Può essere il marito di una vita, un figlio, un nipote. Non è mai tardi per chiedere.
                Non è un tradimento.</p>""",
            ),
            (
                "«Non ho il permesso di soggiorno»",
                """<p>Puoi parlare lo stesso con uno sportello o con il {{antiviolenza}}. Leggi
                <a href="page:per-me/diritti/documenti">che cosa puoi chiedere</a>.</p>""",
            ),
            (
                "«Lui è un agente, o conosce tutti»",
                """<p>Puoi parlarne senza dire il suo nome. Se vuoi denunciare, non devi farlo dove sta lui:
                <a href="page:per-me/diritti/termini">ecco dove</a>.</p>""",
            ),
        ),
        contact("Parlane con qualcuno", "È gratuito. Puoi anche solo fare una domanda."),
        prose("""
            <h2>Da qui</h2>
            <ul><li><a href="page:per-me/domande">Domande per capire se sei in pericolo</a></li>
            <li><a href="page:per-me/piano">Prepararsi: un piano per te</a></li>
            <li><a href="page:per-me/diritti">I tuoi diritti</a></li></ul>
        """),
    ],
    {},
)
