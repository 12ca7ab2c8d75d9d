"""A sheet in any alphabet is read as it was meant, or she is asked."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from servizi.models import PartnerPage
from servizi.partner_import.apply import plan_of
from servizi.partner_import.upload import arrivals, first_names
from tests.servizi.directory_files.workbooks import CITY, screen
from tests.servizi.directory_site import Directory
from tests.servizi.partner_sheets import GOOD, sheet, told, upload


@pytest.mark.parametrize(
    "alphabet", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_sheet_in_any_alphabet_of_an_italian_desk_is_read(alphabet: str, directory: Directory) -> None:
    (reading,) = arrivals(sheet(CITY).encode(alphabet))

    assert first_names(reading) == ["Libertà è già qui, perché così può più"]
    assert plan_of(reading.text).problems == []


def test_what_italian_excel_saves_is_taken_in_and_its_reading_shown(
    coordinator: Client, directory: Directory
) -> None:
    html = screen(upload(coordinator, sheet(CITY, CITY.replace("qui", "là")).encode("cp1252")))

    assert "Letto come Windows-1252" in html
    assert "Primi nomi: Libertà è già qui, perché così può più, Libertà è già là" in html
    sealed = html.split('name="confirm" value="')[1].split('"')[0]
    coordinator.post(reverse("servizi_partners_import"), {"confirm": sealed})
    assert PartnerPage.objects.live().filter(title__startswith="Libertà è già").count() == 2


@pytest.mark.parametrize("sign", "£•×®½²¿™±¥")
def test_a_sign_that_is_no_letter_does_not_turn_a_windows_sheet_into_another_alphabet(
    sign: str, directory: Directory
) -> None:
    (reading,) = arrivals(sheet(GOOD.replace("Gruppo", f"Libertà {sign} 10")).encode("cp1252"))

    assert first_names(reading) == [f"Libertà {sign} 10"]
    assert "Windows" in str(reading.how)


@pytest.mark.parametrize(
    "name", ["Ça ira", "Città • via", "Müller", "Peña £", "Žižek", "Þór", "Œuvre ¥ Ñ", "‡ ˆ"]
)
def test_windows_is_among_the_readings_of_whatever_it_can_have_written(name: str) -> None:
    found = arrivals(sheet(GOOD.replace("Gruppo", name)).encode("cp1252"))

    assert [name] in [first_names(reading) for reading in found]


def test_a_sheet_that_another_alphabet_reads_better_is_asked_about_where_windows_reads_it_too() -> None:
    found = arrivals(sheet(GOOD.replace("Gruppo", "Città")).encode("mac_roman"))

    assert [first_names(reading) for reading in found] == [["Città"], ["Cittˆ"]]


def test_a_sheet_of_plain_letters_needs_no_word_about_its_alphabet(
    coordinator: Client, directory: Directory
) -> None:
    assert "Letto come" not in screen(upload(coordinator, sheet(GOOD)))


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        (sheet(GOOD.replace("Gruppo", "Citt#")).replace("#", "à").encode("cp850"), "Città"),
        (sheet(GOOD.replace("Gruppo", "CITT#")).replace("#", "É").encode("cp1252"), "CITTÉ"),
        (sheet(GOOD.replace("Gruppo", "Città")).encode().decode("cp1252").encode(), "Città"),
    ],
    ids=["DOS or Windows", "Windows or Mac", "saved twice"],
)
def test_where_two_readings_are_possible_she_is_shown_names_and_asked(
    data: bytes, meant: str, coordinator: Client, directory: Directory
) -> None:
    html = screen(upload(coordinator, data))
    assert "Come si legge questo file?" in html
    assert 'name="confirm"' not in html
    choices = re.findall(r'name="reading" value="([^"]*)">\s*<p><strong>([^<]*)</strong>', html)
    assert len(choices) == 2
    sealed = {name: value for value, name in choices}[meant]

    answer = screen(coordinator.post(reverse("servizi_partners_import"), {"reading": sealed}))

    assert "Nuovi: 1" in answer
    confirmed = answer.split('name="confirm" value="')[1].split('"')[0]
    coordinator.post(reverse("servizi_partners_import"), {"confirm": confirmed})
    assert PartnerPage.objects.live().filter(title=meant).exists()


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\U000e0041", "\u2060", "\u3164", "\ufffd", "\ue000"])
def test_a_sign_that_nobody_sees_is_refused_at_its_cell(sign: str, directory: Directory) -> None:
    for cell, column in (("Gruppo", "nome"), ("Una frase", "in_breve")):
        (problem,) = plan_of(sheet(GOOD.replace(cell, f"{cell[:3]}{sign}{cell[3:]}"))).problems
        assert (problem.line, problem.column) == (2, column)
        assert "segno invisibile" in problem.message


@pytest.mark.parametrize("name", ["Rete 👩🏽‍🦱 aperta", "می\u200cخواهم", "Cuore ❤️"])
def test_signs_that_a_script_or_an_emoji_needs_are_taken(name: str, directory: Directory) -> None:
    assert plan_of(sheet(GOOD.replace("Gruppo", name))).problems == []


@pytest.mark.parametrize("sign", ["\t", "\r", "\n", "\u202e", "\u2066", "\u2028"])
@pytest.mark.parametrize("cell", ["Gruppo", "Una frase"])
def test_a_sign_that_breaks_or_turns_a_line_is_refused_at_its_cell(
    sign: str, cell: str, directory: Directory
) -> None:
    column = {"Gruppo": "nome", "Una frase": "in_breve"}[cell]
    for broken in (f"{cell[:3]}{sign}{cell[3:]}", f"{cell}{sign}"):
        assert told(plan_of(sheet(GOOD.replace(cell, f'"{broken}"')))) == [(2, column)]
