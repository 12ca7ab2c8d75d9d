"""The way into the administration for who keeps the keys."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from home.admin.quick_links import QuickLink, quick_link_provider
from servizi.models import DeskOperators


@quick_link_provider
def requests(user: Any) -> Iterator[QuickLink]:
    """Yield, to who answers at a desk, where women's requests are, since they are not here."""
    if DeskOperators.objects.filter(group__user=user).exists():
        note = _("Nella casella di posta dello sportello: qui non c’è niente da leggere.")
        yield QuickLink(_("Le richieste delle donne"), note, f"{reverse('guide')}#richieste", "mail")


@quick_link_provider
def own_key(user: Any) -> Iterator[QuickLink]:
    """Yield, to who answers at a desk, the page that makes her key."""
    if DeskOperators.objects.filter(group__user=user).exists():
        note = _("Nuova, o al posto di una che scade: si fa qui, sul tuo computer, e da qui non esce.")
        yield QuickLink(_("Fai la tua chiave"), note, reverse("contatti_key_maker"), "key")


@quick_link_provider
def keys(user: Any) -> Iterator[QuickLink]:
    """Yield the way to a new certificate."""
    if user.has_perm("sealed.add_operatorcertificate"):
        note = _("Il certificato di un’operatrice nuova, o di una che ha cambiato chiave.")
        yield QuickLink(_("Carica un certificato"), note, reverse("chiavi:add"), "key")
