"""What each permission allows, in a sentence for people. One without a sentence makes a test fail."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PAGES = _("Pagine")
FILES = _("Immagini e documenti")
DESK = _("Rispondere alle donne")
KEYS = _("Chiavi, caselle e consegna")
FIGURES = _("Schede e dati")
NETWORK = _("La rete e il sito")
PEOPLE = _("Account e ruoli")

SECTIONS = (DESK, KEYS, FIGURES, PAGES, FILES, NETWORK, PEOPLE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is allowed, and under which heading it stands. Empty words: it allows nothing here."""

    section: str | Promise
    words: str | Promise


def _said(section: str | Promise, **words: str | Promise) -> dict[str, Sentence]:
    return {name.replace("__", "."): Sentence(section, each) for name, each in words.items()}


ON_PAGES: dict[str, str | Promise] = {
    "add_page": _("scrivere pagine nuove, e cambiare le proprie, sotto"),
    "change_page": _("cambiare qualunque pagina da qui in giù"),
    "publish_page": _("pubblicare, togliere dal sito e pianificare, da qui in giù"),
    "bulk_delete_page": _("cancellare pagine con quelle che stanno sotto, da qui in giù"),
    "lock_page": _("bloccare pagine, e sbloccare quelle che ha bloccato"),
    "unlock_page": _("sbloccare pagine bloccate da altre"),
}
"""Rights to a page and all below it."""

ON_COLLECTIONS: dict[str, str | Promise] = {
    "add_image": _("caricare immagini, e cambiare le proprie"),
    "change_image": _("cambiare e cancellare le immagini di tutte"),
    "choose_image": _("vedere le immagini e metterle nelle pagine"),
    "add_document": _("caricare documenti, e cambiare i propri"),
    "change_document": _("cambiare e cancellare i documenti di tutte"),
    "choose_document": _("vedere i documenti e metterli nelle pagine"),
    "add_collection": _("creare raccolte di file"),
    "change_collection": _("cambiare nome e posto alle raccolte di file"),
    "delete_collection": _("cancellare raccolte di file vuote"),
}
"""Rights to a collection of files and all below it."""

SENTENCES: dict[str, Sentence] = {
    "wagtailadmin.access_admin": Sentence(NETWORK, _("entrare nell’amministrazione")),
    **_said(
        KEYS,
        sealed__add_operatorcertificate=_(
            "chiedere che una chiave nuova sia presa in uso: vale con il sì di una seconda persona"
        ),
        sealed__change_operatorcertificate=_(
            "togliere subito una chiave dall’uso; vedere, approvare e fermare i cambi chiesti da altre; "
            "vedere che cosa non si consegna"
        ),
        # Nobody deletes one (contatti.sealed.views.certificates).
        sealed__delete_operatorcertificate="",
        sealed__view_operatorcertificate=_("vedere le chiavi degli sportelli e quando scadono"),
        sealed__view_outboxitem=_("sapere se un messaggio è passato da qui, senza leggerlo"),
        sealed__change_outboxitem=_("far ripartire le richieste che non si consegnano, senza leggerle"),
        contatti__change_deskmailbox=_(
            "mettere in pausa uno sportello, subito; chiedere un’altra casella o la fine della pausa: "
            "vale con il sì di una seconda persona"
        ),
        contatti__view_deskmailbox=_("vedere le caselle degli sportelli"),
        contatti__add_bodymailbox=_("dare a un ente della rete una casella, su cui ricevere casi affidati"),
        contatti__change_bodymailbox=_(
            "mettere in pausa la casella di un ente, subito; chiederne un’altra o la fine della pausa: vale "
            "con il sì di una seconda persona"
        ),
        # It stays with its page (contatti.views.mailboxes).
        contatti__delete_bodymailbox="",
        contatti__view_bodymailbox=_("vedere le caselle degli enti"),
        sealed__add_mailbox="",
        sealed__change_mailbox="",
        sealed__view_mailbox="",
        sealed__delete_mailbox="",
        # Each desk has its mailbox by itself (contatti.views.mailboxes).
        contatti__add_deskmailbox="",
        contatti__delete_deskmailbox="",
    ),
    **_said(
        FIGURES,
        servizi__add_figuresheet=_("aprire schede di uno sportello suo; di tutti, per chi coordina"),
        servizi__change_figuresheet=_("compilare le schede di uno sportello suo; di tutti, per chi coordina"),
        servizi__view_figuresheet=_("leggere le schede di uno sportello suo; di tutti, per chi coordina"),
        servizi__delete_figuresheet=_("cancellare schede"),
        servizi__add_figurepublication=_(
            "coordinare: pubblicare i dati di tutti gli sportelli, contare le richieste che aspettano senza "
            "leggerle, scrivere le risposte pronte, leggere il registro e questa pagina"
        ),
        servizi__view_figurepublication=_("rivedere i dati pubblicati"),
        # What the public has read nobody changes (servizi.statistics_permissions).
        servizi__change_figurepublication="",
        servizi__delete_figurepublication="",
    ),
    **_said(
        NETWORK,
        servizi__add_comune=_("aggiungere Comuni"),
        servizi__change_comune=_("cambiare nome, rete e patrono dei Comuni"),
        servizi__delete_comune=_("cancellare Comuni"),
        home__add_reservedphrase=_("aggiungere parole riservate, che nessuna pagina può pubblicare"),
        home__change_reservedphrase=_("cambiare le note delle parole riservate"),
        home__delete_reservedphrase=_("cancellare parole riservate"),
        home__view_reservedphrase=_("vedere le note delle parole riservate, mai le parole"),
        home__change_sitesettings=_("cambiare i numeri, il sito dell’uscita e le impostazioni del sito"),
        simple_translation__submit_translation=_("mandare una pagina in traduzione"),
        home__add_sitelanguage=_("aggiungere una lingua al sito"),
        home__change_sitelanguage=_("dire chi ha riletto una lingua del sito"),
        home__delete_sitelanguage=_("dimenticare una lingua del sito, non le sue pagine"),
        home__view_sitelanguage=_("vedere le lingue del sito"),
        wagtailredirects__add_redirect=_("aggiungere indirizzi che portano a un’altra pagina"),
        wagtailredirects__change_redirect=_("cambiare gli indirizzi che portano a un’altra pagina"),
        wagtailredirects__delete_redirect=_("cancellare gli indirizzi che portano a un’altra pagina"),
        wagtailcore__add_site=_("aggiungere siti a questo portale"),
        wagtailcore__change_site=_("cambiare il nome e l’indirizzo del sito"),
        wagtailcore__delete_site=_("cancellare siti"),
        wagtailcore__add_workflow=_("aggiungere percorsi di approvazione"),
        wagtailcore__change_workflow=_("cambiare i percorsi di approvazione"),
        wagtailcore__delete_workflow=_("spegnere percorsi di approvazione"),
        wagtailcore__add_task=_("aggiungere passi ai percorsi di approvazione"),
        wagtailcore__change_task=_("cambiare i passi dei percorsi di approvazione"),
        wagtailcore__delete_task=_("spegnere passi dei percorsi di approvazione"),
    ),
    # Of Wagtail's first days: what counts is the right to a collection.
    **{
        f"{app}.{verb}_{model}": Sentence(FILES, "")
        for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
        for verb in ("add", "change", "choose", "delete", "view")
    },
    **_said(
        PEOPLE,
        auth__add_user=_("creare account, e dare loro qualunque ruolo"),
        auth__change_user=_("cambiare account: ruoli, nome, se sono attivi"),
        auth__delete_user=_("cancellare account"),
        auth__view_user=_("vedere gli account"),
        auth__add_group=_("creare ruoli"),
        auth__change_group=_("cambiare che cosa può fare un ruolo"),
        auth__delete_group=_("cancellare ruoli"),
        auth__view_group=_("vedere i ruoli"),
    ),
}
"""Permissions, as "app.permission"."""
