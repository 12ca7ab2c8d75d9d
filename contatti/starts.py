"""The way into the administration for who keeps the keys."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from home.starts import Start, starter


@starter
def keys(user: Any) -> Iterator[Start]:
    """Yield the way to a new certificate."""
    if user.has_perm("contatti.add_operatorcertificate"):
        note = _("Il certificato di un’operatrice nuova, o di una che ha cambiato chiave.")
        yield Start(_("Carica un certificato"), note, reverse("chiavi:add"), "key")
