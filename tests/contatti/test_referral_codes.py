"""Who has the code of a letter answers it on a discreet page: once, with few tries, and nothing is kept of it."""

from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from contatti.models import Referral, ReferralCount
from contatti.models.referrals import MOST_TRIES
from contatti.sealed.conversation.code import check_digits, grouped
from home.models import HomePage
from tests.contatti.referring import CONFIRM, LIST, Network, Sealed, build_network
from tests.contatti.site import post
from tests.contatti.staff import operator


@pytest.fixture
def network(home: HomePage) -> Network:
    return build_network(home)


@pytest.fixture
def anna(network: Network) -> Client:
    return operator("anna", network.first)


@pytest.fixture
def letter(network: Network, anna: Client) -> Sealed:
    sealed = Sealed(network, network.body)
    sealed.post(anna)
    return sealed


def typed(client: Client, code: str, answer: str = "taken") -> str:
    """Type a code, press a button, and return the words of the page where that ends."""
    response = post(client, CONFIRM, {"n": code, "o": answer, "v": "1"})
    assert response.status_code == 303
    opened = client.get(response.headers["Location"].partition("#")[0])
    return " ".join(opened.content.decode().split())


def wrong(code: str) -> str:
    """Return another code of the same letter, with check digits that agree."""
    digits = code[:19] + str((int(code[19]) + 1) % 10)
    return digits + check_digits(digits)


def test_the_code_answers_the_case_once_and_the_sender_sees_it(
    client: Client, anna: Client, letter: Sealed
) -> None:
    assert "nessuna risposta" in anna.get(LIST).content.decode()
    assert "Scritto: non potete" in typed(client, grouped(letter.code), "declined")
    assert "è già stato risposto: non potete" in typed(client, letter.code, "taken")

    assert letter.row.answer == "declined"
    assert "non possono" in anna.get(LIST).content.decode()
    count = ReferralCount.objects.get()
    assert (count.sent, count.taken, count.declined) == (1, 0, 1)


def test_a_slip_an_unknown_code_and_a_row_that_is_gone_answer_nothing(client: Client, letter: Sealed) -> None:
    assert "Mancano delle cifre" in typed(client, letter.code[:-1])
    slip = grouped(f"{letter.code[:-1]}{(int(letter.code[-1]) + 1) % 10}")
    again = typed(client, slip)
    assert "una cifra sbagliata" in again
    assert f'value="{slip}"' in again  # to be compared with the letter, group by group
    assert slip not in client.get(CONFIRM).content.decode()
    assert "Questo codice non vale" in typed(client, f"{'0' * 20}{check_digits('0' * 20)}")
    assert "Premi uno dei due" in typed(client, letter.code, "closed")
    assert letter.row.answer == ""
    Referral.objects.all().delete()
    assert "Questo codice non vale" in typed(client, letter.code)


def test_ten_wrong_codes_close_it_and_the_right_one_says_the_same_as_a_wrong_one(
    client: Client, anna: Client, letter: Sealed
) -> None:
    for _try in range(MOST_TRIES - 1):
        assert "Questo codice non vale" in typed(client, wrong(letter.code))
    assert letter.row.tries == MOST_TRIES - 1
    assert typed(client, wrong(letter.code)) == typed(client, letter.code)

    assert letter.row.answer == ""
    assert "Il codice è chiuso" in anna.get(LIST).content.decode()
    assert "Il codice è chiuso" in anna.get("/admin/").content.decode()


def test_the_page_is_private_says_nothing_and_keeps_nothing(
    client: Client, letter: Sealed, written_log: StringIO
) -> None:
    page = client.get(CONFIRM)
    text = page.content.decode()
    head = text[: text.index("</head>")]
    for word in ("violen", "caso", "donn", "affidat"):
        assert word not in head.lower()
    assert page.headers["Cache-Control"] == "no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert 'autocomplete="off"' in text
    done = post(client, CONFIRM, {"n": letter.code, "o": "taken", "v": "1"})
    assert not client.cookies
    assert letter.code not in done.headers["Location"]
    assert letter.code not in written_log.getvalue()
    assert client.get("/en/conferma/").status_code == 200


def test_a_first_visit_fits_one_window_and_asks_the_database_little(
    client: Client, network: Network, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(CONFIRM)
    with django_assert_max_num_queries(8):
        page = client.get(CONFIRM, headers={"Accept-Encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert 2_000 < len(page.content) <= 14 * 1024


def test_a_post_from_another_site_or_half_of_one_answers_nothing(client: Client, letter: Sealed) -> None:
    fields = {"n": letter.code, "o": "taken"}
    post(client, CONFIRM, {**fields, "v": "1"}, **{"Sec-Fetch-Site": "cross-site"})
    post(client, CONFIRM, fields)
    assert letter.row.answer == ""
    assert "Scritto" in typed(client, letter.code)
