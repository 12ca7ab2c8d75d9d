"""A kept page is never wrong: each change is on every page at once, in this process and in another."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from amaranta.page_cache import generation
from amaranta.page_cache.writes import QUIET, QUIET_COLUMNS, changes_pages
from contatti.models import BodyMailbox, ContactPage, Referral
from contatti.sealed.envelope import seal
from contatti.sealed.models import Heartbeat, OperatorCertificate, OutboxItem
from contatti.sealed.proof.sending import send_due
from home.models import HelpPage, HomePage, SiteSettings
from logins import one_time_links as access_links
from logins.models import Purpose
from servizi.models import Comune
from tests.contatti.referring import Network, Sealed
from tests.contatti.site import ContactSite, certificates, send_envelope
from tests.contatti.staff import operator
from tests.logins.people import person
from tests.project.page_cache.changing import behind_our_back, here, publish

pytestmark = pytest.mark.django_db(transaction=True)
Change = Callable[[], object]
BY_THE_MINUTE = {"sealed_lanestore"}
"""Quiet, and yet on a page: which looks at the clock, and is kept for that minute alone."""


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
