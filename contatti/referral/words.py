"""What the script of the page says, and the words of the letter; `{…}` are filled in by it."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override


def words() -> dict[str, str]:
    """Return every sentence by its name: the page's in the operator's language, the letter's in Italian."""
    with override(settings.LANGUAGE_CODE):
        letter = _of_the_letter()
    return letter | _about_the_draft() | _about_sending()


def _of_the_letter() -> dict[str, str]:
    return {
        "subject": _("Oggetto: un caso affidato da «{name}»"),
        "from": _("Da"),
        "to": _("A"),
        "written": _("Giorno"),
        "consent": _("Consenso della donna"),
        "saidYes": _("sì, {how}, il {day}"),
        "needs": _("Che cosa serve sapere"),
        "reply": _(
            "Rispondete con questo codice, che vale una volta sola: {code}\n"
            "Aprite il sito della rete come fate sempre (qui non c’è nessun collegamento, e nessuno ve ne "
            "manderà) e scrivete dopo il suo indirizzo: /conferma/\n"
            "Lì mettete il codice e premete «Preso in carico» o «Non possiamo». Se avete un account, lo "
            "stesso si fa in «Casi affidati».\n"
            "Chi ve l’ha affidato vede solo la vostra risposta e l’ora. Per tutto il resto, telefonatele."
        ),
    }


def _about_the_draft() -> dict[str, str]:
    return {
        "noReceiver": _("Scegli a chi lo affidi."),
        "itself": _("È lo stesso sportello: scegline un altro."),
        "noConsent": _("Senza il suo sì non si affida niente a nessuno: metti la spunta solo se l’ha detto."),
        "noHow": _("Scrivi come ha detto sì, e in che giorno."),
        "future": _("Il giorno del suo sì non è ancora arrivato: controllalo."),
        "empty": _("Scrivi che cosa serve sapere."),
        "left": _("Restano {n} lettere."),
        "tooLong": _("Troppo lungo: togli {n} lettere."),
        "previewTo": _("La può aprire solo «{name}», con le sue chiavi. Il codice si scrive da solo."),
        "notCrypto": _("Questo browser non sa chiudere una lettera. Aggiornatelo, o usatene un altro."),
    }


def _about_sending() -> dict[str, str]:
    return {
        "closing": _("La chiudo…"),
        "kept": _("Fatto: è in viaggio verso «{name}». Qui del testo non rimane copia."),
        "closed": _(
            "Intanto «{name}» non può più aprire lettere: le chiavi sono scadute, o la casella è chiusa. Il "
            "tuo testo è rimasto qui: scegli un altro destinatario, o telefona."
        ),
        "keys": _(
            "Intanto le chiavi di «{name}» sono cambiate. Il tuo testo è rimasto qui: premi di nuovo, e la "
            "lettera si chiude per quelle di adesso."
        ),
        "perhaps": _(
            "La lettera di prima forse è partita: guarda in «Casi affidati» prima di mandarne un’altra "
            "diversa."
        ),
        "signedOut": _(
            "La sessione è finita. Il tuo testo è rimasto qui: entra di nuovo in un’altra scheda, poi torna "
            "qui e premi di nuovo."
        ),
        "refused": _(
            "Con questo account non si affidano casi di questo sportello. Il tuo testo è rimasto qui."
        ),
        "later": _(
            "Il portale adesso non risponde come deve. Il tuo testo è rimasto qui: premi di nuovo tra poco."
        ),
        "offline": _("Non c’è rete. Il tuo testo è rimasto qui: quando torna, premi di nuovo."),
    }
