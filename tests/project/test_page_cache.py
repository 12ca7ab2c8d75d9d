"""A kept page is never wrong: each change is on every page at once, in this process and in another."""

import gzip
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import brotli
import pytest
import time_machine
from django.apps import apps
from django.conf import LazySettings, settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from amaranta.demo.home import build_home
from amaranta.page_cache import generation
from amaranta.page_cache.pieces import split
from amaranta.page_cache.writes import QUIET, QUIET_COLUMNS, changes_pages
from contatti.contact_form import ticket
from contatti.models import BodyMailbox, ContactPage, Referral
from contatti.sealed.envelope import seal
from contatti.sealed.models import Heartbeat, Lane, LaneStore, OperatorCertificate, OutboxItem
from contatti.sealed.proof.sending import send_due
from home.models import HelpPage, HomePage, SiteSettings
from logins import links as access_links
from logins.models import Purpose
from servizi.models import Comune
from tests.contatti.referring import Network, Sealed
from tests.contatti.site import ContactSite, build_contact_site, certificates, hidden_value, send_envelope
from tests.contatti.smtp import free_port
from tests.contatti.staff import operator
from tests.deployment import Deployment
from tests.logins.people import person

pytestmark = pytest.mark.django_db(transaction=True)

Change = Callable[[], object]
NO_ROOM = "Adesso non c’è posto per altri messaggi"
BY_THE_MINUTE = {"sealed_lanestore"}
"""Quiet, and yet on a page: which looks at the clock, and is kept for that minute alone."""
READERS = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.fixture
def site(transactional_db: None) -> ContactSite:
    """Return a site with a form, and a page of words in its menu, committed as in earnest."""
    home = build_home(hostname="localhost")
    contact = build_contact_site(home)
    page = HelpPage(title="Prima pagina", slug="pagina", show_in_menus=True)
    home.add_child(instance=page)
    SiteSettings.objects.update(contact_page=contact.page)
    return contact


@pytest.fixture
def other(site: ContactSite) -> Iterator[Callable[[str], str]]:
    """Return how another process on the same database answers to an address."""
    port = free_port()
    deployment = Deployment(f"sqlite:///{connection.settings_dict['NAME']}", free_port(), settings.VAR)
    deployment.start("serve", f"--port={port}", "--processes=1")

    def ask(address: str) -> str:
        http = HTTPConnection("127.0.0.1", port, timeout=30)
        http.request("GET", address, headers={"Host": "localhost"})
        answer = http.getresponse()
        return f"{answer.status} {answer.read().decode()}"

    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            ask("/salute/")
            break
        except OSError:
            time.sleep(0.2)
    yield ask
    deployment.stop()


@pytest.fixture
def reader() -> Client:
    return Client(headers={"host": "localhost"})


def here(client: Client, address: str) -> str:
    answer = client.get(address)
    return f"{answer.status_code} {answer.content.decode()}"


def publish(page: HelpPage | HomePage | ContactPage, **values: object) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def behind_our_back(statement: str) -> None:
    """Change the database as nobody does who uses this program."""
    database = sqlite3.connect(connection.settings_dict["NAME"], timeout=10)
    with database:
        database.execute(statement)
    database.close()


def changes(site: ContactSite) -> list[tuple[str, str, bool, Change]]:
    """Return an address, a sign, whether its page shows the sign after a change or before, and the change."""
    first, second, third = site.desks
    form = f"/scrivi/{first.pk}/"
    page = HelpPage.objects.get(slug="pagina")
    mailbox = first.mailbox

    def pause() -> None:
        mailbox.paused, mailbox.pause_message = True, "Torniamo lunedì."
        mailbox.save()

    def by_hand() -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE wagtailcore_page SET title = 'Terza pagina' WHERE id = %s", [page.pk])

    keys = OperatorCertificate.objects.filter(mailbox=third.mailbox)
    comune = Comune.objects.filter(pk=first.comune_id)
    words = ContactPage.objects.filter(pk=site.page.pk)
    return [
        ("/", "Un titolo nuovo", True, lambda: publish(HomePage.objects.get(), headline="Un titolo nuovo")),
        ("/", "Seconda pagina", True, lambda: publish(page, title="Seconda pagina")),
        (form, "Terza pagina", True, by_hand),
        (form, "tel:113", True, lambda: SiteSettings.objects.update(emergency_number="113")),
        ("/sportelli/", "Contrada Nuova", True, lambda: comune.update(name="Contrada Nuova")),
        ("/sportelli/", "Sportello nuovo", True, lambda: publish(second, title="Sportello nuovo")),
        (form, "Torniamo lunedì.", True, pause),
        (
            "/vecchia/",
            "301 ",
            True,
            lambda: Redirect.objects.create(old_path="/vecchia", redirect_link="/x/"),
        ),
        ("/sitemap.xml", "/pagina/", False, lambda: publish(page, slug="altrove")),
        ("/altrove/", "200 ", False, page.unpublish),
        (f"/scrivi/{third.pk}/", 'name="t"', False, keys.delete),
        (f"/scrivi/{second.pk}/", 'name="t"', False, lambda: words.update(approved_digest="")),
    ]


def test_every_change_is_on_the_page_at_once_here_and_in_another_process(
    site: ContactSite, reader: Client, other: Callable[[str], str]
) -> None:
    for address, sign, after, change in changes(site):
        for ask in (lambda address: here(reader, address), other):
            assert (sign in ask(address)) is not after, (address, sign)
            assert (sign in ask(address)) is not after, (address, sign)
        change()
        assert (sign in here(reader, address)) is after, (address, sign)
        assert (sign in other(address)) is after, (address, sign)

    # Were they kept at all? What nobody could see is not on the page.
    before = here(reader, "/"), other("/")
    behind_our_back("UPDATE home_homepage SET headline = 'Mai detto'")
    assert (here(reader, "/"), other("/")) == before
    generation.change()
    assert "Mai detto" in here(reader, "/")
    assert "Mai detto" in other("/")


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


def test_requests_empty_nothing_and_a_key_that_is_gone_seals_nothing_more(
    site: ContactSite, reader: Client
) -> None:
    sealed = seal("Vorrei un appuntamento.", certificates(site))
    sent = [send_envelope(site, reader, sealed, y=str(number)) for number in range(2)]
    before = generation.current()
    sent += [send_envelope(site, reader, sealed, y="ancora")]
    assert [answer.status_code for answer in sent] == [200, 200, 200]
    assert OutboxItem.objects.count() == 3
    assert generation.current() == before

    OperatorCertificate.objects.filter(mailbox=site.desks[0].mailbox).first().delete()
    refused = send_envelope(site, reader, sealed, y="dopo")
    assert refused.status_code != 200
    assert OutboxItem.objects.count() == 3


class TestTheMark:
    def test_follows_every_write_to_any_table_but_the_quiet_ones(self) -> None:
        tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
        assert tables >= QUIET
        for table in tables:
            for statement in (
                f'INSERT INTO "{table}" ("id") VALUES (%s)',
                f'INSERT OR IGNORE INTO "{table}" ("id") VALUES (%s)',
                f'UPDATE "{table}" SET "id" = %s',
                f"  update {table} set id = 1",
                f'DELETE FROM "{table}" WHERE "id" IN (%s)',
            ):
                assert changes_pages(statement) == (table not in QUIET), statement
        for table, column in QUIET_COLUMNS:
            assert not changes_pages(f'UPDATE "{table}" SET "{column}" = %s WHERE "{table}"."id" = %s')
            assert changes_pages(f'UPDATE "{table}" SET "{column}" = %s, "x" = %s WHERE "{table}"."id" = %s')
            assert changes_pages(f'UPDATE "{table}" SET "x" = %s WHERE "{table}"."{column}" = %s')
        assert changes_pages('WITH x AS (SELECT 1) DELETE FROM "home_homepage"')
        assert changes_pages('TRUNCATE "home_homepage"')
        assert not changes_pages('SELECT 1 FROM "home_homepage" FOR UPDATE')

    def test_changes_after_the_commit_and_not_for_what_is_taken_back(self) -> None:
        before = generation.current()
        with transaction.atomic():
            Comune.objects.create(name="Uno", slug="uno")
            assert generation.current() == before
            transaction.set_rollback(True)
        assert generation.current() == before
        with transaction.atomic():
            Comune.objects.create(name="Due", slug="due")
        after = generation.current()
        Heartbeat.objects.update_or_create(process="web", defaults={"beat_at": datetime.now(UTC)})

        assert before != after == generation.current()

    def test_that_no_page_can_be_told_of_keeps_no_page(
        self, settings: LazySettings, tmp_path: Path, site: ContactSite, reader: Client
    ) -> None:
        settings.VAR = tmp_path / "gone"
        assert generation.current() is None
        here(reader, "/")
        behind_our_back("UPDATE home_homepage SET headline = 'Subito detto'")
        assert "Subito detto" in here(reader, "/")

        settings.VAR.mkdir()
        assert generation.current() is not None

    def test_is_shared_by_hosts_through_a_cache_that_they_share(self, settings: LazySettings) -> None:
        settings.GENERATION_CACHE = "once"
        before = generation.current()
        assert before == generation.current() is not None
        Comune.objects.create(name="Tre", slug="tre")

        assert before != generation.current() is not None


def test_logins_weekly_tests_and_cases_empty_nothing_and_a_proof_does(site: ContactSite) -> None:
    network = Network(site.desks[0], site.desks[1], BodyMailbox())
    boss, anna = person("capo", is_superuser=True), operator("anna", site.desks[0])
    keys = OperatorCertificate.objects.filter(pk__gt=0)
    mark = generation.current()

    boss.signed_in()
    access_links.make(boss.user, Purpose.PASSWORD)
    keys.update(test_due_at=None)
    assert send_due(datetime.now(UTC))
    assert Sealed(network, site.desks[1].mailbox).post(anna).status_code == 200
    written = generation.current()
    keys.update(proved_at=None)

    assert Referral.objects.count() == 1
    assert written == mark
    assert generation.current() != mark


def test_no_page_is_made_of_what_changes_without_a_mark(site: ContactSite, reader: Client) -> None:
    addresses = ["/", "/sportelli/", "/scrivi/", "/numero/", "/cerca/", "/pagina/", "/sitemap.xml"]
    addresses += [f"/scrivi/{site.desks[0].pk}/", site.desks[0].get_url()]
    generation.change()
    with CaptureQueriesContext(connection) as queries:
        for address in addresses:
            assert reader.get(address).status_code == 200
        asked = " ".join(query["sql"] for query in queries)

    assert "home_homepage" in asked
    assert not {table for table in QUIET - BY_THE_MINUTE if f'"{table}"' in asked}


def test_a_page_is_split_around_a_piece_in_every_encoding() -> None:
    page = (b"<p>Una riga di parole che si ripete.</p>" * 400).replace(
        b"riga", b'"TICKETTICKETTICKET" riga', 1
    )
    for encoding, read in READERS.items():
        made = split(page, b"TICKETTICKETTICKET", encoding, 5)
        for number in range(50):
            piece = f"{number:018}".encode()
            assert read(made.joined(piece)) == page.replace(b"TICKETTICKETTICKET", piece)
