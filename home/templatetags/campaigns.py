"""When a campaign runs and when its meetings are, in words."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from home.models import CampaignPage
from home.models.events import Event
from home.text.dates import dated, in_order

register = template.Library()


@register.filter
def period(campaign: CampaignPage) -> str:
    """Such as "dal 18 novembre al 10 dicembre 2026"; one day alone is named once."""
    last = dated(campaign.ends_on, pgettext("giorno, mese e anno", "j F Y"))
    if campaign.starts_on == campaign.ends_on:
        return last
    same_year = campaign.starts_on.year == campaign.ends_on.year
    full, short = pgettext("giorno, mese e anno", "j F Y"), pgettext("giorno e mese", "j F")
    return _("dal %(first)s al %(last)s") % {
        "first": dated(campaign.starts_on, short if same_year else full),
        "last": last,
    }


@register.filter
def moment(event: Event) -> str:
    """Such as "mercoledì 25 novembre 2026, 18.00–19.30"; in Italy's time."""
    day, start = _day(event.starts_at), _clock(event.starts_at)
    if event.ends_at is None:
        return f"{day}, {start}"
    end = _clock(event.ends_at)
    if event.ends_same_day:
        return f"{day}, {in_order(f'{start}–{end}')}"
    return f"{day}, {start} – {_day(event.ends_at)}, {end}"


def _day(instant: dt.datetime) -> str:
    pattern = pgettext("giorno della settimana, giorno, mese e anno", "l j F Y")
    return dated(timezone.localtime(instant), pattern)


def _clock(instant: dt.datetime) -> str:
    return dated(timezone.localtime(instant), pgettext("formato dell’ora", "G.i"))
