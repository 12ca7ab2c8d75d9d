"""Mails to staff about their own access."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from logins.models import AccessLink, Purpose

logger = logging.getLogger(__name__)
BACKEND = f"{ModelBackend.__module__}.{ModelBackend.__qualname__}"
MANAGES = "auth.change_user"


def people_with(permission: str) -> list[Any]:
    """Return the active accounts that have a permission, superusers included."""
    return list(get_user_model().objects.with_perm(permission, backend=BACKEND))


def address_of(token: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("access_link", args=[token])


def send_link(link: AccessLink, token: str) -> bool:
    """Send a link to its person; tell whether the mail server took it."""
    with override(settings.LANGUAGE_CODE):
        facts = {
            "site": settings.WAGTAIL_SITE_NAME,
            "name": link.user.get_username(),
            "address": address_of(token),
        }
        purpose = Purpose(link.purpose)
        return tell([link.user.email], SUBJECTS[purpose]() % facts, WORDS[purpose]() % facts)


def tell_about(user: Any, change: Callable[[], str]) -> None:
    """Tell a person what changed about her access; the sentence is asked for in Italian."""
    with override(settings.LANGUAGE_CODE):
        advice = _("Se non sei stata tu, telefona subito a chi amministra il sito.")
        tell([user.email], _("%(site)s: il tuo accesso") % _site(), f"{change()}\n\n{advice}\n")


def tell_keepers(names: Iterable[str], keepers: Iterable[Any]) -> None:
    """Tell all keepers, the new ones too, who became one."""
    with override(settings.LANGUAGE_CODE):
        words = _(
            "Da adesso custodisce le chiavi anche: %(names)s.\n\nPuò dire di sì a chiavi e caselle nuove. "
            "Se non ne sai niente, telefona subito alle altre custodi."
        ) % {"names": ", ".join(names)}
        addresses = sorted({keeper.email for keeper in keepers if keeper.email})
        tell(addresses, _("%(site)s: una nuova custode delle chiavi") % _site(), f"{words}\n")


def tell_administrators(lost: Any) -> None:
    """Ask the other administrators to agree to a new second factor."""
    with override(settings.LANGUAGE_CODE):
        facts = {"who": lost.asked_by.get_username(), "name": lost.user.get_username()}
        address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("logins:account", args=[lost.user_id])
        words = _(
            "«%(who)s» chiede che «%(name)s» possa rifare il suo secondo accesso, perché l’ha perso.\n\n"
            "Telefona a «%(name)s», a un numero che conosci, e solo se è vero di’ di sì qui:"
        )
        others = [
            person for person in people_with(MANAGES) if person.pk not in (lost.asked_by_id, lost.user_id)
        ]
        addresses = sorted({person.email for person in others if person.email})
        tell(addresses, _("%(site)s: serve il tuo sì") % _site(), f"{words % facts}\n{address}\n")


def tell(addresses: Iterable[str], subject: str, words: str) -> bool:
    """Send one mail to each; tell whether all were taken. A mail server that is down stops nothing."""
    taken = True
    for address in addresses:
        try:
            taken = bool(address) and bool(EmailMessage(subject, words, None, [address]).send()) and taken
        except Exception as error:  # noqa: BLE001 - whatever a mail server does; the page says it
            logger.error("A mail about an access was not sent: %s", type(error).__name__)  # noqa: TRY400 - no address
            taken = False
    return taken


def _site() -> dict[str, str]:
    return {"site": settings.WAGTAIL_SITE_NAME}


SUBJECTS = {
    Purpose.INVITATION: lambda: _("%(site)s: il tuo accesso alla redazione"),
    Purpose.PASSWORD: lambda: _("%(site)s: una password nuova"),
    Purpose.FACTOR: lambda: _("%(site)s: rifai il tuo secondo accesso"),
    Purpose.FIRST: lambda: _("%(site)s: fai il tuo secondo accesso"),
}
WORDS = {
    Purpose.INVITATION: lambda: _(
        "Ti hanno invitata nella redazione di %(site)s. Il tuo nome utente è «%(name)s».\n\n"
        "Con questo collegamento scegli la password, e poi con che cosa entri oltre a quella:\n"
        "%(address)s\n\nVale una volta sola, per tre giorni. Dopo, chiedine un altro a chi ti ha invitata.\n"
    ),
    Purpose.PASSWORD: lambda: _(
        "Chi amministra il sito ti manda un collegamento per scegliere una password nuova. "
        "Il tuo nome utente è «%(name)s».\n\n%(address)s\n\n"
        "Vale una volta sola, per tre giorni. Se non l’hai chiesto, telefona "
        "a chi amministra il sito: la password di adesso resta quella che è.\n"
    ),
    Purpose.FACTOR: lambda: _(
        "Due persone hanno detto di sì: puoi rifare il tuo secondo accesso. Ti serve la tua password.\n\n"
        "%(address)s\n\nVale una volta sola, per tre giorni. "
        "Se non l’hai chiesto, telefona subito "
        "a chi amministra il sito: il tuo accesso di adesso resta quello che è.\n"
    ),
    Purpose.FIRST: lambda: _(
        "Qualcuno è entrato con la tua password e vuole fare il secondo accesso di «%(name)s». "
        "Se sei tu, apri questo collegamento e scrivi di nuovo la password:\n\n"
        "%(address)s\n\nVale una volta sola, per tre giorni. Se non sei stata tu, non aprirlo: "
        "qualcun altro sa la tua password. Telefona subito a chi amministra il sito.\n"
    ),
}
