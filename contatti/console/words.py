"""What the script of the page says, in the operator's language; `{…}` are filled in by it."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Return every sentence by its name."""
    return _about_the_code() | _about_the_draft() | _about_sending()


def _about_the_code() -> dict[str, str]:
    return {
        "reading": _("Controllo…"),
        "short": _("Manca un pezzo: qui ci sono {n} lettere su {all}. Copialo di nuovo, tutto."),
        "long": _("C’è qualcosa di troppo: {n} lettere invece di {all}. Copia solo il codice."),
        "two": _("Qui ci sono due codici diversi. Incolla solo quello della lettera."),
        "mistyped": _("Una lettera non torna. Copialo di nuovo dalla lettera, senza correggerlo a mano."),
        "other": _(
            "Questo codice è dello sportello «{name}»: non è di un tuo sportello, e da qui non si apre."
        ),
        "foreign": _("Questo codice non è di un tuo sportello."),
        "for": _("Codice per lo sportello «{name}»."),
        "known": _("Già risposto: da {since}, {n}."),
        "one": _("una risposta"),
        "many": _("{n} risposte"),
        "until": _("Restano fino a {until}."),
        "after": _(
            "Se la lettera dice «Dopo la vostra risposta numero» e il numero è più piccolo di {n}, l’ultima "
            "non l’ha letta, o qualcuno gliel’ha tenuta nascosta."
        ),
        "notCrypto": _("Questo browser non sa chiudere una risposta. Aggiornatelo, o usatene un altro."),
    }


def _about_the_draft() -> dict[str, str]:
    return {
        "moved": _(
            "Hai cambiato codice: il testo qui sotto era per un altro. Rileggilo prima di metterlo a "
            "disposizione."
        ),
        "left": _("Restano circa {n} lettere."),
        "tooLong": _("Troppo lungo: togli circa {n} lettere."),
        "empty": _("Scrivi la risposta, o proponi un appuntamento."),
        "hours": _("Scrivi a che ora comincia e a che ora finisce, dopo l’inizio."),
        "noModel": _("Scegli…"),
        "noDay": _("Nessun appuntamento"),
        "closed": _("chiuso"),
        "isClosed": _("In quel giorno lo sportello risulta chiuso. {reason}"),
        "outside": _("È fuori dall’orario pubblicato di quel giorno: {hours}."),
        "past": _("È un’ora già passata."),
        "written": _("Risposta di {day}"),
        "asksWord": _("Si apre dopo che ha scritto la sua parola."),
        "onlyWithWord": _("Senza la parola «{word}» lei non può leggere. È scritta così nella lettera?"),
        "buttons": _("Sotto, lei trova due bottoni: «{yes}» e «{no}»."),
        "stillOffered": _(
            "Se prima avevate proposto un orario, lei può ancora accettarlo: vale finché non ne proponete un "
            "altro."
        ),
        "yes": _("Va bene, vengo"),
        "no": _("No, non posso"),
        "from": _("{day}, dalle {start} alle {end}"),
        "where": _("Dove: {place}"),
        "askFor": _("Chiedi di: {name}"),
        "to": _("Sportello «{name}», risposta numero {n}. Resta {days}."),
        "toLonger": _(
            "Sportello «{name}», risposta numero {n}. Resta fino a {until}, come le risposte di prima: non "
            "si può accorciare."
        ),
        "dots": _("Nel testo ci sono ancora dei puntini «…»: mancano parole tue?"),
        "toStranger": _("A un codice a cui non avete mai risposto."),
    }


def _about_sending() -> dict[str, str]:
    return {
        "closing": _("La chiudo…"),
        "kept": _(
            "Fatto. Chi ha il numero la trova adesso; resta fino a {until}. Qui non ne rimane copia. "
            "Adesso, in «Richieste» in alto, segna «Fatta» una riga di quell’ora."
        ),
        "proposed": _(
            "Hai proposto {when}: segnalo sull’agenda, senza nomi. Se lei accetta o rifiuta, vi arriva una "
            "lettera nuova con questo stesso codice."
        ),
        "conflict": _(
            "Intanto una collega ha già risposto a questo codice. Il tuo testo è rimasto qui: guarda lo "
            "stato qui sopra, accordatevi, rileggi e premi di nuovo «Guarda come la vedrà»."
        ),
        "perhapsHers": _(
            "A questo codice c’è una risposta nuova: può essere la tua, se la rete è caduta mentre partiva, "
            "o di una collega. Il tuo testo è rimasto qui: mandalo di nuovo solo se siete sicure che non è "
            "quella."
        ),
        "gone": _(
            "Intanto le risposte a questo codice sono state cancellate: da lei, da una collega o perché "
            "scadute. Adesso il codice è mai visto. Il tuo testo è rimasto qui: guarda lo stato qui sopra."
        ),
        "taken": _("Da questo sportello non si può rispondere a questo codice. Il tuo testo è rimasto qui."),
        "signedOut": _(
            "La sessione è finita. Il tuo testo è rimasto qui: entra di nuovo in un’altra scheda, poi torna "
            "qui e premi di nuovo."
        ),
        "refused": _("Con questo account non si risponde per questo sportello. Il tuo testo è rimasto qui."),
        "later": _(
            "Il portale adesso non risponde come deve. Il tuo testo è rimasto qui: premi di nuovo tra poco."
        ),
        "unsealed": _(
            "Non si è riusciti a chiuderla: niente è partito. Il tuo testo è rimasto qui. Premi di nuovo; se "
            "succede ancora, usa un altro browser."
        ),
        "offline": _("Non c’è rete. Il tuo testo è rimasto qui: quando torna, premi di nuovo."),
        "ended": _("Cancellate. Con quel numero adesso non c’è niente da leggere."),
    }
