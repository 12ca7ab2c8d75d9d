"""What becomes of the faults that visitors report: a list on the dashboard, and an end."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.template.defaultfilters import date as date_words
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from home.admin.todos import Action, Item, Todo, provider
from home.models import FaultCount

KEEP = timedelta(days=90)
MOST_SHOWN = 20


def may_see_faults(user: Any) -> bool:
    """Tell whether somebody mends what is reported: whoever may change the settings of the site."""
    return bool(user.has_perm("home.change_sitesettings"))


@provider
def reported_faults(user: Any) -> Iterator[Todo]:
    """Yield what visitors have reported, the latest first."""
    if not may_see_faults(user):
        return
    yield Todo(
        _("Guasti segnalati da chi visita il sito"),
        _("Nessuno ha lasciato parole né recapiti: prova la pagina, correggi, poi togli la riga."),
        [_item(fault) for fault in FaultCount.objects.all()[:MOST_SHOWN]],
    )


def _item(fault: FaultCount) -> Item:
    remark = _("%(day)s, segnalato %(n)d volte") if fault.number > 1 else "%(day)s"
    day = date_words(fault.day, "j F").lower()
    action = Action(reverse("fault_cross_off", args=[fault.pk]), _("Fatto"), str(fault))
    return Item(str(fault), remark % {"day": day, "n": fault.number}, action=action)


def erase_old_faults(now: datetime) -> None:
    """Erase what was reported three months ago."""
    FaultCount.objects.filter(day__lt=localdate(now) - KEEP).delete()
