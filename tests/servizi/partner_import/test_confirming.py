"""The screens on which a coordinator sends a sheet, reads what it would change, and confirms."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from servizi.models import PartnerPage
from servizi.partner_import.columns import key_of
from servizi.views.partners import CONFIRM_WITHIN
from tests.accounts import signed_in
from tests.servizi.conftest import user_of
from tests.servizi.directory_site import COORDINATORS, MODERATORS, Directory, member_of
from tests.servizi.partner_sheets import GOOD, HEADER, sheet, upload

ADDRESS = "/admin/enti/importa/"


@pytest.fixture
def coordinator(directory: Directory) -> Client:
    return signed_in(member_of(COORDINATORS))


def screen(answer: Any) -> str:
    return unescape(answer.content.decode())


def sealed(html: str, step: str = "confirm") -> str:
    return html.split(f'name="{step}" value="')[1].partition('"')[0]


def summary(html: str) -> list[str]:
    return re.findall(r"<summary><strong>([^<]*)</strong></summary>", html)


def test_the_empty_screen_explains_every_column_and_says_which_must_be_there(coordinator: Client) -> None:
    html = screen(coordinator.get(ADDRESS))
    rows = re.findall(r"<td><code>(\w+)</code></td><td>([^<]+)</td><td>([^<]+)</td>", html)
    assert [name for name, _told, must in rows if must == "sì"] == [
        "chiave", "nome", "tipo", "comune", "comuni_serviti", "in_breve",
    ]  # fmt: skip
    assert len(rows) == 19
    assert reverse("servizi_partners_export") in html
    assert 'name="confirm"' not in html


def test_the_report_counts_what_is_new_changed_and_the_same(
    coordinator: Client, directory: Directory
) -> None:
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    lawyers = f"{key_of(directory.lawyers)};Avvocate unite;avvocati;Bollate;Bollate;Altra frase"
    hospital = f"{key_of(directory.hospital)};Ospedale dell’Esempio;ospedale;Bresso;Bresso;Sempre aperto."
    new = ";Gruppo;associazione;Bresso;Bresso;Una frase"
    html = screen(upload(coordinator, sheet(lawyers, hospital, new, header=header)))
    assert summary(html) == ["Nuovi: 1", "Modificati: 1", "Senza modifiche: 1"]
    assert "<td>2</td><td>Avvocate unite</td><td>Bollate</td><td>nome, comuni_serviti, in_breve</td>" in html
    assert "<td>4</td><td>Gruppo</td><td>Bresso</td>" in html
    answer = coordinator.post(ADDRESS, {"confirm": sealed(html)}, follow=True)
    assert "1 ente nuovo, 1 ente aggiornato." in screen(answer)


def test_a_sheet_that_changes_nothing_cannot_be_confirmed(coordinator: Client, directory: Directory) -> None:
    exported = coordinator.get(reverse("servizi_partners_export")).content
    html = screen(upload(coordinator, exported))
    assert "Il file è uguale a quello che c’è già" in html
    assert summary(html) == ["Senza modifiche: 3"]
    assert 'name="confirm"' not in html


def test_the_exported_file_is_named_by_its_day(coordinator: Client, directory: Directory) -> None:
    with time_machine.travel("2026-11-26 00:30+01:00", tick=False):
        coordinator = signed_in(member_of(MODERATORS))
        answer = coordinator.get(reverse("servizi_partners_export"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="enti-2026-11-26.csv"'
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "Avvocate in rete" in answer.content.decode()


def test_no_file_at_all_is_told_at_the_field(coordinator: Client) -> None:
    answer = coordinator.post(ADDRESS, {})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["sheet"]
    assert "Nulla è stato caricato" not in screen(answer)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "salvalo come «.xlsx» senza password"),
        (b'nome;tipo\n"aperto', "Le virgolette non si chiudono"),
        (b"PK\x03\x04rest", "Il file è incompleto"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_without_a_way_on(
    coordinator: Client, data: bytes, words: str
) -> None:
    answer = upload(coordinator, data)
    html = screen(answer)
    assert answer.status_code == 422
    assert "Nulla è stato caricato: c’è 1 problema" in html
    assert words in html
    assert 'name="confirm"' not in html


@pytest.mark.parametrize(("seconds", "is_taken"), [(-5, True), (5, False)])
def test_a_confirmation_holds_for_an_hour(directory: Directory, seconds: int, is_taken: bool) -> None:
    user = member_of(COORDINATORS)
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        token = sealed(screen(upload(signed_in(user), sheet(GOOD))))
    with time_machine.travel(start + timedelta(seconds=CONFIRM_WITHIN + seconds), tick=False):
        answer = signed_in(user).post(ADDRESS, {"confirm": token}, follow=True)
    assert PartnerPage.objects.filter(title="Gruppo").exists() == is_taken
    assert ("È passata più di un’ora: carica di nuovo il file." in screen(answer)) != is_taken


def test_what_somebody_else_did_meanwhile_is_judged_again_when_it_is_confirmed(
    coordinator: Client, directory: Directory
) -> None:
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    line = f"{key_of(directory.lawyers)};Avvocate unite;avvocati;Bollate;Bollate;Frase"
    token = sealed(screen(upload(coordinator, sheet(line, header=header))))
    directory.lawyers.summary = "Bozza di una collega"
    directory.lawyers.save_revision()
    answer = coordinator.post(ADDRESS, {"confirm": token})
    assert answer.status_code == 422
    assert "L’ente ha modifiche non pubblicate" in screen(answer)
    assert not PartnerPage.objects.filter(title="Avvocate unite").exists()


def test_what_is_typed_into_a_sheet_is_text_on_the_screen(coordinator: Client, directory: Directory) -> None:
    evil = "<b>Gruppo</b> & altre"
    raw = upload(coordinator, sheet(GOOD.replace("Gruppo", evil))).content.decode()
    assert "<td>2</td><td>&lt;b&gt;Gruppo&lt;/b&gt; &amp; altre</td>" in raw
    assert evil not in raw
    wrong = upload(coordinator, sheet(GOOD.replace("associazione", evil))).content.decode()
    assert "«&lt;b&gt;Gruppo&lt;/b&gt; &amp; altre» non è nell’elenco." in wrong
    assert evil not in wrong


def test_the_count_of_good_lines_is_said_in_the_right_number(
    coordinator: Client, directory: Directory
) -> None:
    bad = GOOD.replace("Gruppo", "Altro").replace("associazione", "club")
    for lines, words in (
        ((GOOD, bad), "1 riga va bene."),
        ((GOOD, GOOD.replace("Gruppo", "Terzo"), bad), "2 righe vanno bene."),
    ):
        assert words in screen(upload(coordinator, sheet(*lines)))


@pytest.mark.parametrize("who", ["editor", "moderator", "nobody"])
def test_whoever_may_not_publish_the_whole_directory_sends_no_sheet(
    client: Client, directory: Directory, who: str
) -> None:
    people = {
        "editor": lambda: signed_in(user_of(directory.comuni["bresso"])),
        "moderator": lambda: signed_in(member_of(MODERATORS)),
        "nobody": lambda: client,
    }
    somebody = people[who]()
    may = somebody.get(ADDRESS).status_code == 200
    upload(somebody, sheet(GOOD))
    # A moderator publishes everything anyway; the others write nothing past moderation.
    assert may == (who == "moderator")
    assert not PartnerPage.objects.filter(title="Gruppo").exists()


def test_a_confirmation_signed_for_somebody_else_is_refused(
    coordinator: Client, directory: Directory
) -> None:
    token = sealed(screen(upload(coordinator, sheet(GOOD))))
    other = signed_in(get_user_model().objects.create_superuser("altra", password="x"))
    assert "carica di nuovo il file" in screen(other.post(ADDRESS, {"confirm": token}, follow=True))
    assert not PartnerPage.objects.filter(title="Gruppo").exists()
    coordinator.post(ADDRESS, {"confirm": token})
    assert PartnerPage.objects.filter(title="Gruppo").exists()


def test_a_header_alone_has_nothing_to_confirm(coordinator: Client, directory: Directory) -> None:
    html = screen(upload(coordinator, HEADER))
    assert 'name="confirm"' not in html
    assert summary(html) == []
