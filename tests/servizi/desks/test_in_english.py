"""A desk in English: the words are translated, and every hour, number and check is that of the Italian page."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Locale

from amaranta.demo.desks import build_desk, closure, phone, slot
from servizi.desks.open_now import open_now
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.servizi.reading import MORNINGS, body, text


@pytest.fixture
def english(db: None) -> Locale:
    return Locale.objects.create(language_code="en")


def translated(desk: DeskPage, english: Locale, **words: Any) -> DeskPage:
    copy = desk.copy_for_translation(english, copy_parents=True)
    for name, value in words.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    found: DeskPage = DeskPage.objects.get(pk=copy.pk)
    return found


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23 10:00+01:00", "Open now, until 12:30"),
        ("2026-11-23 13:00+01:00", "Closed now. Opens tomorrow at 9:30"),
        ("2026-12-25 10:00+01:00", "Opens Sunday at 9:30"),
        ("2026-11-11 10:00+01:00", "San Martino"),
    ],
)
def test_the_state_is_told_in_english(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale, moment: str, words: str
) -> None:
    copy = translated(build_desk(index, "Spazio Uno", bollate, hours=MORNINGS), english)
    with time_machine.travel(moment, tick=False):
        told = text(body(client, copy.url))
    assert words in told
    assert not re.search(r"Aperto|Chiuso|Apre\b", told)


@time_machine.travel("2026-12-24 13:00+01:00", tick=False)
def test_the_days_and_the_holidays_are_named_in_english(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    hours = [*MORNINGS, closure(date(2026, 12, 28), date(2026, 12, 30), "Trasloco")]
    copy = translated(build_desk(index, "Spazio Uno", bollate, hours=hours), english)
    told = text(body(client, copy.url))
    for words in ("Today", "Tomorrow", "Saturday", "Christmas", "28 December", "30 December"):
        assert words in told, words
    assert not re.search("Natale|dicembre|domani", told, re.IGNORECASE)


def test_every_fact_follows_the_italian_page_and_no_copy_of_it(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    lines = [phone("000 0000001", name="Telefono", answers="un’operatrice")]
    desk = build_desk(
        index,
        "Spazio Uno",
        bollate,
        hours=[slot("0", "09:00", "12:00")],
        phones=lines,
        services=("legale",),
        languages=("it",),
    )
    copy = translated(desk, english, title="Room One")
    senago = Comune.objects.create(name="Senago", slug="senago")
    desk = DeskPage.objects.get(pk=desk.pk)
    desk.hours = [("slot", {"days": ["1"], "opens": "15:15", "closes": "17:00"})]
    desk.phones[0].value["number"] = "000 0000002"
    desk.comune, desk.by_appointment, desk.services = senago, True, ("casa",)
    desk.languages = ("it", "ar")
    desk.comuni_served = [senago]
    desk.save()
    told = text(body(client, copy.url))
    for words in ("Room One", "15:15–17:00", "000 0000002", "Senago", "العربية", "ppointment"):
        assert words in told, words
    for words in ("9:00–12:00", "000 0000001", "Bollate"):
        assert words not in told, words


def test_a_telephone_is_called_by_its_translated_name_and_answers_when_the_italian_one_does(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    desk = build_desk(
        index, "Spazio Uno", bollate, phones=[phone("000 1", name="Telefono"), phone("000 2", name="Altro")]
    )
    copy = translated(desk, english)
    copy.phones[0].value.update(name="Telephone", answers="a trained worker", hours="never")
    copy.save()
    desk.phones[0].value["always_on"] = True
    desk.save()
    told = text(body(client, copy.url))
    assert "000 1 Telephone" in told
    assert "a trained worker" in told
    assert "never" not in told
    # A number that nobody has translated keeps the words that it has.
    assert "000 2 Altro" in told
    assert "Telephone" not in body(client, desk.url)


def test_the_list_shows_each_desk_once_in_the_best_language_that_it_has(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate)
    build_desk(index, "Spazio Due", bollate)
    copy = translated(desk, english, title="Room One")
    for address, names in (
        (copy.get_parent().url, ["Room One", "Spazio Due"]),
        (index.url, ["Spazio Uno", "Spazio Due"]),
    ):
        assert re.findall(r"<h3><a[^>]*>([^<]+)</a>", body(client, address)) == names


def test_a_draft_translation_is_not_shown_in_place_of_the_italian_page(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate)
    copy = translated(desk, english, title="Room One")
    copy.unpublish()
    html = body(client, copy.get_parent().url)
    assert "Room One" not in html
    assert "Spazio Uno" in html


def test_filters_are_those_of_the_italian_facts_with_english_names(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, services=("legale",))
    address = translated(desk, english, title="Room One").get_parent().url
    DeskPage.objects.filter(pk=desk.pk).update(services=("casa",))
    html = body(client, address)
    assert 'href="?servizio=casa"' in html
    assert "servizio=legale" not in html
    assert "Casa e ospitalità" not in html
    assert "Room One" in body(client, f"{address}?servizio=casa")


def test_a_stale_italian_page_makes_a_stale_translation_whatever_the_translation_says(
    client: Client, index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, phones=[phone("000 0000009")])
    copy = translated(desk, english)
    warning = "1522"
    before = text(body(client, copy.url)).count(warning)
    DeskPage.objects.filter(pk=desk.pk).update(verified_on=date(2020, 1, 1))
    told = text(body(client, copy.url))
    assert told.count(warning) == before + 1
    assert "1 January 2020" in told


def test_who_is_open_is_asked_of_each_desk_once_in_any_language(
    index: DeskIndexPage, bollate: Comune, english: Locale
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, hours=MORNINGS, phones=[phone("02 1", always_on=True)])
    translated(desk, english)
    now = open_now(datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert [each.desk.title for each in now.open] == ["Spazio Uno"]
    assert [each.phone["number"] for each in now.lines] == ["02 1"]
