"""What programs that translate pages must leave alone: numbers, and what a desk wrote."""

import pytest
from django.test import Client
from lxml import html

from contatti.sealed.conversation import grouped, make_code
from tests.contatti.conversations import APPOINTMENT, code_of, give_answer
from tests.contatti.site import ContactSite, hidden_value, post
from tests.contatti.staff import operator

LEFT = "ancestor-or-self::*[@translate='no']"


def left_alone(page: str, words: str) -> list[bool]:
    """Tell of every element with these words of its own whether it is marked, or something around it is."""
    found = html.fromstring(page).xpath(f"//body//*[text()[contains(., '{words}')]]")
    return [bool(each.xpath(LEFT)) for each in found]


def parts_left_alone(page: str, marks: str) -> list[bool]:
    """Tell the same of what a script fills."""
    return [bool(each.xpath(LEFT)) for each in html.fromstring(page).xpath(f"//article//*[@{marks}]")]


def test_what_the_desk_wrote_on_the_page_of_a_number(contact: ContactSite, client: Client) -> None:
    number = make_code()
    give_answer(code_of(number, contact.desks[0].mailbox), "Ti aspettiamo.", appointment=APPOINTMENT)
    response = post(client, "/numero/", {"n": number, "v": "1"})
    page = client.get(response.headers["Location"].partition("#")[0]).content.decode()

    assert left_alone(page, "La risposta dello sportello") == [False]
    for words in ("Ti aspettiamo.", "dalle 15.00 alle 15.30", APPOINTMENT.place, APPOINTMENT.ask_for):
        assert left_alone(page, words) == [True], words


@pytest.mark.parametrize("marks", ["data-text", "data-when", "data-place", "data-name"])
def test_what_a_script_puts_on_the_page_of_a_number(contact: ContactSite, client: Client, marks: str) -> None:
    page = client.get("/numero/strumenti/").content.decode()

    assert parts_left_alone(page, "data-number-and-day") == [False, False]
    assert True in parts_left_alone(page, marks)
    assert not [each for each in parts_left_alone(page, marks) if not each]


def test_the_digits_of_a_new_number(contact: ContactSite, client: Client) -> None:
    page = contact.answer(client, contact.fields(N="2", c="", d=""))

    assert left_alone(page, grouped(hidden_value(page, "K"))) == [True]


def test_all_that_an_operator_reads_and_writes_while_she_answers(contact: ContactSite) -> None:
    page = html.fromstring(operator("anna", contact.desks[0]).get("/admin/console/rispondi/").content)
    parts = ["console", "letter", "preview-to", "kept", "moved", "code-for", "id_text", "id_code"]

    assert not page.xpath("//body")[0].xpath(LEFT)
    for part in parts:
        assert page.get_element_by_id(part).xpath(LEFT), part
