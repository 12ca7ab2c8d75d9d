"""The list of desks when there are none, one, or several in every state."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from amaranta.demo.desks import build_desk, closure, phone, slot
from servizi.models import Comune, DeskIndexPage
from tests.servizi.reading import MORNINGS, body, text

ALL_DAY = [slot("0123456", "00:00", "00:00")]


@pytest.fixture
def cormano(db: None) -> Comune:
    return Comune.objects.create(name="Cormano", slug="cormano")


def card(client: Client, address: str = "/sportelli/") -> str:
    """Return who can be reached now, as a reader reads it."""
    html = body(client, address)
    return text(html.split("Con chi puoi parlare adesso</h2>")[1].split("</section>")[0])


def headings(client: Client, query: str = "") -> list[str]:
    return re.findall(r"<h3><a[^>]*>([^<]+)</a>", body(client, f"/sportelli/{query}"))


def test_an_empty_network_says_so_and_gives_the_national_numbers(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    html = body(client, index.url)
    assert "Qui non c’è ancora nessuno sportello." in html
    assert "Mostra tutti gli sportelli" not in html
    assert 'href="tel:1522"' in html
    assert "<details>" not in html.split('<nav class="filters"')[1].split("</nav>")[0]
    build_desk(index, "Spazio Uno", bollate)
    assert "Qui non c’è ancora" not in body(client, index.url)


def test_a_draft_and_a_desk_taken_off_the_site_are_in_no_list(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate)
    assert headings(client) == ["Spazio Uno"]
    desk.unpublish()
    assert headings(client) == []


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_every_open_desk_is_named_with_its_closing_and_the_closed_ones_are_not(
    client: Client, index: DeskIndexPage, bollate: Comune, cormano: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate, hours=MORNINGS, phones=[phone("000 0000001")])
    build_desk(index, "Spazio Due", cormano, hours=[slot("0", "09:00", "18:00")])
    build_desk(index, "Spazio Tre", cormano, hours=[slot("0", "14:00", "18:00")])
    assert card(client) == (
        "Spazio Uno , Bollate Aperto ora, fino alle 12.30 000 0000001 "
        "Spazio Due , Cormano Aperto ora, fino alle 18.00"
    )


@time_machine.travel("2026-11-23 20:00+01:00", tick=False)
def test_the_first_to_open_is_named_whatever_the_order_of_the_desks(
    client: Client, index: DeskIndexPage, bollate: Comune, cormano: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate, hours=[slot("2", "09:00", "10:00")])
    build_desk(index, "Spazio Due", cormano, hours=[slot("1", "14:00", "18:00")])
    build_desk(index, "Spazio Tre", cormano, hours=[slot("1", "13:59", "18:00")])
    assert card(client) == (
        "In questo momento nessuno sportello è aperto. Il primo: Spazio Tre , Cormano Apre domani alle 13.59"
    )


@time_machine.travel("2026-12-25 10:00+01:00", tick=False)
def test_on_christmas_it_is_said_why_the_first_to_open_is_closed(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate, hours=MORNINGS)
    assert card(client).endswith("Chiuso oggi (Natale). Apre domenica alle 9.30")
    build_desk(index, "Spazio Due", bollate, hours=ALL_DAY, open_on_holidays=True)
    assert card(client) == "Spazio Due , Bollate Aperto a ogni ora, ogni giorno"


def test_desks_of_which_no_opening_is_known_are_not_named_as_the_first(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate)
    assert card(client) == "In questo momento nessuno sportello è aperto."
    closed = closure(date(2020, 1, 1), date(2040, 1, 1), "Restauro")
    build_desk(index, "Spazio Due", bollate, hours=[*MORNINGS, closed])
    assert card(client) == "In questo momento nessuno sportello è aperto."


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_a_filter_leaves_the_same_desks_in_the_card_the_list_and_the_week(
    client: Client, index: DeskIndexPage, bollate: Comune, cormano: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate, hours=MORNINGS, services=("legale",), comuni_served=[bollate])
    build_desk(index, "Spazio Due", cormano, hours=MORNINGS, languages=("ar",), comuni_served=[cormano])
    for query, kept, dropped in (
        ("?comune=bollate", "Spazio Uno", "Spazio Due"),
        ("?lingua=ar", "Spazio Due", "Spazio Uno"),
        ("?servizio=legale", "Spazio Uno", "Spazio Due"),
    ):
        html = body(client, f"/sportelli/{query}")
        assert kept in card(client, f"/sportelli/{query}")
        assert html.count(kept) >= 3
        assert dropped not in html, query
        assert "Gli sportelli che corrispondono" in html
    assert "Tutti gli sportelli" in body(client, "/sportelli/")


def test_a_chosen_filter_is_marked_and_can_be_taken_away_alone(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate, services=("legale",), languages=("ar",), comuni_served=[bollate])
    html = body(client, "/sportelli/?servizio=legale&lingua=ar")
    chosen = html.split('<ul class="chips chosen"')[1].split("</ul>")[0]
    assert re.findall(r'href="([^"]*)">([^<]+) <', chosen) == [
        ("?lingua=ar", "Consulenza legale"),
        ("?servizio=legale", "العربية"),
    ]
    assert html.count('aria-current="true"') == 2
    assert '<ul class="chips chosen"' not in body(client, "/sportelli/")


def test_the_filters_offer_what_the_desks_have_in_the_order_of_the_words(
    client: Client, index: DeskIndexPage, bollate: Comune, cormano: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate, services=("legale", "casa"), comuni_served=[cormano, bollate])
    build_desk(index, "Spazio Due", bollate, services=("legale",), comuni_served=[cormano])
    build_desk(index, "Spazio Tre", bollate)
    nav = body(client, "/sportelli/").split('<nav class="filters"')[1].split("</nav>")[0]
    offered = re.findall(r'href="([^"]*)">([^<]+) <span class="soft">(\d+)<', nav)
    # A desk that names no Comune serves all of them.
    assert offered == [
        ("?comune=bollate", "Bollate", "2"),
        ("?comune=cormano", "Cormano", "3"),
        ("?servizio=casa", "Casa e ospitalità", "1"),
        ("?servizio=legale", "Consulenza legale", "2"),
    ]
    assert re.findall(r"<summary>([^<]+)</summary>", nav) == ["Comune", "Servizio"]


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_desks_that_share_an_hour_are_told_by_opening_and_then_by_closing(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    build_desk(index, "Spazio Tardi", bollate, hours=[slot("0", "10:00", "12:00")])
    build_desk(index, "Spazio Lungo", bollate, hours=[slot("0", "09:00", "13:00")])
    build_desk(index, "Spazio Corto", bollate, hours=[slot("0", "09:00", "11:00")])
    today = body(client, "/sportelli/").split('<dl class="days">')[1].split("</div>")[0]
    assert re.findall(r">(Spazio \w+)</a>", today) == ["Spazio Corto", "Spazio Lungo", "Spazio Tardi"]


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
@pytest.mark.parametrize(
    ("second", "told"),
    [
        ([slot("0", "12:00", "14:00")], "per 4,5 ore, secondo gli orari confermati. Sommando tutti gli sportelli le ore sono 5."),
        ([], None),
        ([slot("0", "00:00", "00:00")], "per 24 ore, secondo gli orari confermati. Sommando tutti gli sportelli le ore sono 27."),
    ],
)  # fmt: skip
def test_the_hours_together_are_told_where_two_desks_have_any(
    client: Client, index: DeskIndexPage, bollate: Comune, second: list[dict], told: str | None
) -> None:
    build_desk(index, "Spazio Uno", bollate, hours=[slot("0", "09:30", "12:30")])
    build_desk(index, "Spazio Due", bollate, hours=second)
    page = text(body(client, "/sportelli/"))
    assert ("In una settimana normale" in page) == (told is not None)
    assert told is None or told in page
    assert "Sono comprese quelle su appuntamento" not in page
