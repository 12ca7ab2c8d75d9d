"""What she is told when something of ours breaks: never "received" of what is not stored, nor the reverse."""

import html
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection, connections
from django.test import Client

from amaranta.demo.home import build_home
from contatti.models import ContactPage
from contatti.receiving import receive, responses
from contatti.sealed.envelope import seal
from contatti.sealed.models import OutboxItem
from tests.contatti.site import ContactSite, build_contact_site, certificates, send_envelope

TEXT = "due parole di prova"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def stored_contact(django_db_serialized_rollback: None, transactional_db: None) -> ContactSite:
    """Return a site whose form works, in a database with real transactions."""
    return build_contact_site(build_home(hostname="testserver"))


@contextmanager
def locked_database() -> Iterator[None]:
    """Hold the one lock for writing, as a stuck process would, and wait for it only a moment."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full_disk() -> Iterator[None]:
    """Let the database file not grow by a page."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no page inside the file is free any more
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.parametrize("fault", [locked_database, full_disk])
def test_what_could_not_be_stored_is_said_not_to_be_received(
    stored_contact: ContactSite, client: Client, fault: type
) -> None:
    fields = stored_contact.fields(d=TEXT * 500)
    with fault():
        text = stored_contact.answer(client, fields)

    assert "NON è stato ricevuto" in text
    assert TEXT in text
    assert 'href="tel:0000000009"' in text
    assert OutboxItem.objects.count() == 0

    assert "Ricevuto" in stored_contact.answer(client, fields)


@pytest.mark.parametrize("answer", ["received_fragment", "received"])
def test_a_request_whose_answer_can_not_be_made_is_not_stored(
    stored_contact: ContactSite, client: Client, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError

    cache.clear()  # the fragment is kept for half a minute
    monkeypatch.setattr(responses, answer, broken)
    if answer == "received_fragment":
        response = send_envelope(stored_contact, client, seal("ciao", certificates(stored_contact)))
        assert response.status_code == 503
        page = response.content.decode()
    else:
        page = stored_contact.answer(client, stored_contact.fields(d=TEXT))
        assert TEXT in page

    assert "NON è stato ricevuto" in page
    assert 'href="tel:1522"' in page
    assert OutboxItem.objects.count() == 0


def test_an_unforeseen_error_gives_her_words_back_and_writes_none_of_them_down(
    contact: ContactSite, client: Client, monkeypatch: pytest.MonkeyPatch, written_log: StringIO
) -> None:
    def broken(text: str, certificates: object) -> bytes:
        raise RuntimeError(text)

    monkeypatch.setattr(receive, "seal", broken)
    response = contact.send(client, contact.fields(d=TEXT))

    assert response.status_code == 303
    assert "RuntimeError" in written_log.getvalue()
    assert TEXT not in response.content.decode() + written_log.getvalue()
    assert TEXT in client.get(response.headers["Location"].partition("#")[0]).content.decode()


def test_a_database_that_is_gone_gives_back_every_answer_and_the_same_form_can_be_sent_later(
    contact: ContactSite, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*arguments: object, **options: object) -> None:
        raise OperationalError("TEXT: due parole")

    fields = contact.fields(d=f"{TEXT} <b>", e="Viola", o=["1", "2"])
    with monkeypatch.context() as without:
        without.setattr(type(connections["default"]), "cursor", gone)
        page = contact.answer(client, fields)

    assert "NON è stato ricevuto" in page
    assert 'href="tel:112"' in page
    assert 'href="tel:1522"' in page
    form = page.split('<form class="stack"')[1]
    found = [(name, html.unescape(value)) for name, value in HIDDEN.findall(form)]
    again: dict[str, object] = {name: [value for one, value in found if one == name] for name, _ in found}
    again["d"] = html.unescape(form.split("<textarea")[1].split(">\n", 1)[1].split("</textarea>")[0])
    again["v"] = again.pop("v")  # the last field of the form
    assert "Ricevuto" in contact.answer(client, again)
    text = contact.texts()[0]
    assert f"  | {TEXT} <b>\n" in text
    assert "Nome da usare: Viola" in text
    assert "Interprete: per la sua lingua; lingua dei segni (LIS)" in text


def test_a_page_without_any_desk_still_shows_the_telephone(contact: ContactSite, client: Client) -> None:
    for desk in contact.desks:
        desk.unpublish()
    text = client.get("/scrivi/").content.decode()

    assert '<form class="ask"' not in text
    assert 'href="tel:1522"' in text
    assert ContactPage.objects.live().exists()
