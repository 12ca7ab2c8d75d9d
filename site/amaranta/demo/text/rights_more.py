"""Rights of those who are forced, harassed at work, left without a mother, or owed something by the State."""

from amaranta.demo.text.markup import callout, prose, questions, steps
from amaranta.demo.text.right import right

OWN_CHOICE = right(
    "scelte",
    "Nozze forzate, mutilazioni, sfruttamento",
    "Nessuno può obbligarti a sposarti, a subire un taglio, a prostituirti. Nemmeno la tua famiglia.",
    [
        prose("""
            <h2>Se vogliono farti sposare</h2>
            <p>Costringere qualcuno a sposarsi è un reato. Vale anche se ti ricattano perché dipendi da loro.
            Vale anche se le nozze sono all’estero. Si procede senza la tua querela (art. 558-bis c.p.).</p>
            <p>Se vogliono portarti in un altro paese, parlane <b>prima</b>: con un’insegnante, il medico, uno
            sportello. Tieni una copia del passaporto da una persona fidata. In pericolo, anche in aeroporto,
            parla con un agente o chiama il <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>
            <h2>Se vogliono tagliarti, o è già successo</h2>
            <p>Le mutilazioni genitali sono un reato, anche se fatte all’estero (art. 583-bis c.p.). Se è già
            successo non hai nessuna colpa. In consultorio ti visitano con rispetto, anche senza documenti.
            Puoi chiedere una mediatrice.</p>
            <p>Se temi per una bambina: <a href="tel:114">114</a>, a ogni ora.</p>
            <h2>Se ti sfruttano</h2>
            <p>Ti obbligano a prostituirti, a chiedere soldi, a lavorare senza paga? Il numero contro la
            tratta
            è <a href="tel:800290290">800 290 290</a>. È gratis, risponde a ogni ora e in molte lingue. Non
            devi dire il tuo nome.</p>
        """),
        callout(
            "note",
            "Se hai meno di 18 anni",
            """<p>La legge ti protegge di più. Chiama il <a href="tel:19696">19696</a>: puoi solo
            chiedere.</p>""",
        ),
    ],
    "Art. 558-bis del codice penale (legge 69/2019)",
    "Art. 583-bis del codice penale; legge 9 gennaio 2006, n. 7",
    "Art. 18 del decreto legislativo 286/1998 (tratta e sfruttamento)",
)

AT_WORK = right(
    "ufficio",
    "Molestie sul lavoro",
    "Parole, mani, messaggi, ricatti che non vuoi: la legge li chiama molestie, e chi comanda deve fermarli.",
    [
        prose("""
            <h2>Che cosa sono</h2>
            <p>Sono gesti, parole o messaggi a sfondo sessuale che non vuoi e che ti offendono. Possono venire
            da un capo, un collega, un cliente, la persona di cui ti prendi cura.</p>
            <p>La legge le tratta come discriminazioni. Quello che l’azienda decide contro di te perché hai
            detto di no non vale. Chi ti dà lavoro deve prevenirle e fermarle.</p>
            <p>Se ti tocca o ti costringe può essere violenza sessuale: leggi
            <a href="page:per-me/diritti/termini">i tempi della querela</a> e
            <a href="page:per-me/situazioni/prime-ore">le prime ore</a>.</p>
        """),
        steps(
            "Che cosa puoi fare",
            ("Scrivi", "<p>Date, parole, chi c’era. Tieni i messaggi. Non sul computer del lavoro.</p>"),
            (
                "Parlane fuori",
                """<p>La consigliera di parità aiuta gratis chi subisce molestie al lavoro. C’è in ogni
                provincia. Anche un sindacato o uno sportello ti ascoltano.</p>""",
            ),
            (
                "Dillo a chi comanda",
                "<p>Meglio per iscritto, con l’aiuto di qualcuno. Se chi comanda è lui, vai da fuori.</p>",
            ),
            (
                "Prima di dimetterti",
                "<p>Chiedi consiglio: puoi perdere diritti che ti spettano.</p>",
            ),
        ),
        questions(
            "Domande",
            (
                "Possono licenziarmi perché ho parlato?",
                """<p>No: chi denuncia molestie non può essere punita per questo. Senti subito la consigliera
                di parità o un’avvocata.</p>""",
            ),
            (
                "Lavoro in casa d’altri, senza contratto",
                "<p>Vale anche per te. Puoi chiedere aiuto anche senza permesso di soggiorno.</p>",
            ),
        ),
    ],
    "Art. 26 del decreto legislativo 198/2006 (codice delle pari opportunità), con la legge 205/2017",
    "Art. 2087 del codice civile",
)

ORPHANS = right(
    "crescere",
    "Per chi ha perso la madre",
    "Se una donna è stata uccisa, i suoi figli hanno diritti. Questa pagina è per loro e per chi li cresce.",
    [
        prose("""
            <p>Prendetevi tempo. Molte di queste cose può chiederle un’avvocata al posto vostro.</p>
            <h2>Per quali figli</h2>
            <p>Per chi ha meno di 18 anni. Anche per chi è più grande e non si mantiene ancora da solo. Vale
            se
            l’ha uccisa il marito, l’ex, il compagno. Dalla fine del 2025 alcune tutele valgono anche se i due
            non vivevano insieme.</p>
            <h2>Che cosa spetta</h2>
            <ul><li><b>Un’avvocata pagata dallo Stato</b>, con qualunque reddito, per il processo e per le
            cause che ne nascono.</li>
            <li><b>I beni di lui si possono bloccare</b>, per pagare i danni. Il giudice può dare subito una
            parte dei soldi.</li>
            <li><b>Lui perde</b> l’eredità e la pensione della madre. La pensione va ai figli.</li>
            <li><b>Cure e psicologo gratis</b>, per il tempo che serve.</li>
            <li><b>La famiglia</b>: il tribunale cerca, se si può, una casa con persone a cui i figli vogliono
            bene, e tiene insieme i fratelli.</li>
            <li><b>Il cognome</b>: si può cambiare, se era quello di lui.</li>
            <li><b>Un aiuto in denaro</b>: si chiede alla Prefettura. C’è anche un indennizzo:
            <a href="page:per-me/diritti/indennizzo">come funziona</a>.</li></ul>
        """),
        callout(
            "calm",
            "Per chi li cresce",
            """<p>Nonne, zii, affidatari: anche voi avete perso qualcuno. I servizi sociali e uno sportello
            possono aiutarvi, e dirvi chi sostiene le famiglie affidatarie.</p>""",
        ),
    ],
    "Legge 11 gennaio 2018, n. 4; art. 76, comma 4-quater, d.P.R. 115/2002",
    "Art. 4 della legge 181/2025",
)

COMPENSATION = right(
    "indennizzo",
    "Un indennizzo dallo Stato",
    "Se chi ti ha fatto del male non paga i danni, in alcuni casi può pagare qualcosa lo Stato.",
    [
        prose("""
            <h2>Per chi</h2>
            <p>Per chi ha subito un reato commesso apposta e con violenza. Per esempio violenza sessuale,
            lesioni molto gravi, sfregi al viso. Anche per i figli di una donna uccisa.</p>
            <h2>Quanto</h2>
            <p>Per la violenza sessuale sono 25.000 euro, salvo i casi che il giudice dice meno gravi. Per i
            figli di una donna uccisa dal marito, dal compagno o dall’ex sono 60.000 euro. Si aggiungono le
            spese per le cure, fino a un limite. Per altri reati si rimborsano solo le cure.</p>
            <h2>Le condizioni</h2>
            <p>Di solito prima bisogna provare a farsi pagare da lui. Non serve se è sconosciuto o se ha
            l’avvocato pagato dallo Stato. Ci sono altre condizioni: controllale con un’avvocata.</p>
        """),
        steps(
            "Come si chiede",
            (
                "Alla Prefettura",
                "<p>Del posto dove vivi, o di dove c’è stato il processo. L’avvocata prepara le carte.</p>",
            ),
            (
                "Entro 120 giorni",
                "<p>Da quando la sentenza è definitiva, o dall’ultimo tentativo di farsi pagare.</p>",
            ),
            (
                "Se hai bisogno prima",
                """<p>Se a farti del male è stato il marito, il compagno o l’ex e sei in difficoltà, puoi
                chiedere un anticipo.</p>""",
            ),
        ),
    ],
    "Artt. 11-16 della legge 122/2016, con la legge 168/2023",
    "Decreto 22 novembre 2019 (importi)",
)
