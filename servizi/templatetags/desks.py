from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.translation import pgettext
from wagtail.blocks import StructValue

from home.templatetags.days import full_date
from home.text.dates import dated
from servizi import time_words
from servizi.desks.my_language import InMyLanguage
from servizi.desks.my_language import in_my_language as ask_in_my_language
from servizi.desks.open_now import OpenNow
from servizi.desks.open_now import open_now as ask_open_now
from servizi.desks.published import published_desks
from servizi.hours import Interval, State

register = template.Library()
register.filter(full_date)


@register.simple_tag
def open_now() -> OpenNow:
    """Who can be reached now, among the desks in the page's language."""
    return ask_open_now(timezone.now())


@register.simple_tag
def in_my_language() -> InMyLanguage | None:
    """Who answers in the page's language, now or next; None where the question is not asked."""
    return ask_in_my_language(published_desks(comuni_served=False), timezone.now())


@register.simple_tag
def language_words(state: State, by_appointment: bool = False) -> str:
    """When the language is spoken next: the desk itself may open before that."""
    if by_appointment or state.opens_at is None:
        return time_words.opens_words(state, by_appointment=by_appointment)
    return time_words.when(state.opens_at, state.moment)


@register.simple_tag
def spoken_hours(value: StructValue) -> str:
    """The days and hours of one row of a desk's languages."""
    return time_words.weekly_words(value["days"], value["opens"], value["closes"])


@register.simple_tag
def state_words(state: State, by_appointment: bool = False) -> str:
    return time_words.state_words(state, by_appointment=by_appointment)


@register.simple_tag
def opens_words(state: State, by_appointment: bool = False) -> str:
    return time_words.opens_words(state, by_appointment=by_appointment)


@register.filter
def hours(opening: Interval) -> str:
    return time_words.hours(opening)


@register.filter
def hours_count(time: timedelta) -> str:
    return time_words.hours_count(time)


@register.filter
def when(moment: datetime, now: datetime) -> str:
    return time_words.when(moment, now)


@register.filter
def day_name(day: date, today: date) -> str:
    return time_words.day_name(day, today)


@register.filter
def short_date(day: date) -> str:
    return dated(day, pgettext("giorno e mese", "j F"))


@register.filter
def long_date(day: date) -> str:
    return dated(day, pgettext("giorno della settimana, giorno e mese", "l j F"))
