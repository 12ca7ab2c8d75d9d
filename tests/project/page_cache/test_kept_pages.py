"""A kept page is the page that would be drawn: in every encoding, at every minute, for whoever asks."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amaranta.page_cache import generation
from amaranta.page_cache.splice import split
from contatti.contact_form import ticket
from contatti.sealed.models import Lane, LaneStore
from home.models import HelpPage
from tests.contatti.site import ContactSite, hidden_value
from tests.project.page_cache.changing import NO_ROOM, READERS, behind_our_back, here, publish

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_kept_page_asks_the_database_nothing_and_is_the_page_that_was_drawn(
    site: ContactSite, reader: Client
) -> None:
    form = f"/scrivi/{site.desks[0].pk}/"
    for address in ("/", "/sportelli/", "/sportelli/?lingua=ar", form, "/cerca/", "/numero/", "/sitemap.xml"):
        for encoding, read in READERS.items():
            asked = {"accept-encoding": encoding, "cookie": "s=x", "host": "localhost"}
            drawn = Client().get(address, headers=asked)
            reader.get(address, headers={"accept-encoding": encoding})
            with CaptureQueriesContext(connection) as queries:
                kept = reader.get(address, headers={"accept-encoding": encoding})
                head = reader.head(address, headers={"accept-encoding": encoding})
                assert not len(queries), address
            assert without_ticket(read(kept.content)) == without_ticket(read(drawn.content)), address
            assert without_length(kept) == without_length(drawn) == without_length(head), address
            assert not head.content


def without_ticket(page: bytes) -> bytes:
    return re.sub(rb'name="t" value="[^"]*"', b"", page)


def without_length(answer: object) -> dict[str, str]:
    headers: dict[str, str] = dict(answer.headers)  # type: ignore[attr-defined]
    return {name: value for name, value in headers.items() if name not in ("Content-Length", "ETag", "Vary")}


def test_every_reader_of_a_form_gets_a_ticket_of_her_own_that_is_good(
    site: ContactSite, reader: Client
) -> None:
    for encoding, read in READERS.items():
        address = f"/scrivi/{site.desks[0].pk}/"
        answers = [reader.get(address, headers={"accept-encoding": encoding}) for _visit in range(4)]
        tickets = {hidden_value(read(answer.content).decode(), "t") for answer in answers}
        assert len(tickets) == 4
        assert {ticket.read(each).page_id for each in tickets} == {site.page.pk}
        assert len({ticket.read(each).nonce for each in tickets}) == 4


def test_a_desk_is_open_on_the_page_from_its_first_minute_to_its_last(
    site: ContactSite, reader: Client
) -> None:
    def said(hour: int, minute: int) -> str:
        with time_machine.travel(datetime(2026, 11, 30, hour, minute, 59, tzinfo=UTC), tick=False):
            page = here(reader, "/sportelli/")
            assert here(reader, "/sportelli/") == page
            return page

    # From nine to five in Italy, which is an hour ahead.
    closed, opened, last, over = said(7, 59), said(8, 0), said(15, 59), said(16, 0)

    assert "Aperto ora" not in closed
    assert "Aperto ora" in opened
    assert "Aperto ora" in last
    assert "Aperto ora" not in over


def test_a_kept_form_says_within_a_minute_that_there_is_no_room_and_that_there_is_again(
    site: ContactSite, reader: Client
) -> None:
    form = f"/scrivi/{site.desks[0].pk}/"
    full = 2**50
    with time_machine.travel(datetime(2026, 11, 30, 9, 0, 1, tzinfo=UTC), tick=False) as clock:
        cache.clear()
        assert NO_ROOM not in here(reader, form)
        mark = generation.current()
        LaneStore.objects.bulk_create(LaneStore(lane=lane, size=full) for lane in Lane)
        clock.shift(30)
        assert NO_ROOM not in here(reader, form), "the minute is not over"
        clock.shift(30)
        assert NO_ROOM in here(reader, form)
        LaneStore.objects.update(size=0)
        clock.shift(60)
        assert NO_ROOM not in here(reader, form)
        assert generation.current() == mark, "what a flood writes empties nothing"


def test_a_kept_form_asks_for_the_work_of_this_moment(site: ContactSite, reader: Client) -> None:
    form = f"/scrivi/{site.desks[0].pk}/"

    def bits() -> int:
        return ticket.read(hidden_value(here(reader, form), "t")).bits

    with time_machine.travel(datetime(2026, 11, 30, 9, 0, 1, tzinfo=UTC), tick=False) as clock:
        cache.clear()
        easy = bits()
        LaneStore.objects.create(lane=Lane.SEALED, held=30_000)
        behind_our_back("UPDATE wagtailcore_page SET title = 'Mai detto'")
        clock.shift(6)
        assert bits() == easy + 4
        assert "Mai detto" not in here(reader, form), "the page is the one that was kept"


def test_staff_see_pages_drawn_for_them_and_leave_none_to_visitors(site: ContactSite, reader: Client) -> None:
    boss = get_user_model().objects.create_superuser("capo", "capo@example.org", "una parola lunga")
    staff = Client(headers={"host": "localhost"})
    staff.force_login(boss)
    kept = here(reader, "/")
    behind_our_back("UPDATE home_homepage SET headline = 'Solo disegnato'")

    assert "Solo disegnato" in here(staff, "/")
    assert here(reader, "/") == kept


def test_a_visitor_s_words_and_odd_addresses_are_not_kept(site: ContactSite, reader: Client) -> None:
    for address in ("/sportelli/?q=parole", "/sportelli/?comune=due%20parole", "//pagina//", "/niente/"):
        reader.get(address)
        with CaptureQueriesContext(connection) as queries:
            reader.get(address)
            assert len(queries), address


def test_an_unchanged_sitemap_is_answered_with_304_while_it_is_kept(
    site: ContactSite, reader: Client
) -> None:
    first = reader.get("/sitemap.xml")
    again = reader.get("/sitemap.xml", headers={"if-none-match": first.headers["ETag"]})
    publish(HelpPage.objects.get(slug="pagina"), slug="altrove")
    changed = reader.get("/sitemap.xml", headers={"if-none-match": first.headers["ETag"]})

    assert again.status_code == 304
    assert not again.content
    assert changed.status_code == 200
    assert b"/altrove/" in changed.content


def test_a_page_is_split_around_a_piece_in_every_encoding() -> None:
    page = (b"<p>Una riga di parole che si ripete.</p>" * 400).replace(
        b"riga", b'"TICKETTICKETTICKET" riga', 1
    )
    for encoding, read in READERS.items():
        made = split(page, b"TICKETTICKETTICKET", encoding, 5)
        for number in range(50):
            piece = f"{number:018}".encode()
            assert read(made.joined(piece)) == page.replace(b"TICKETTICKETTICKET", piece)
