"""Requests sealed in the browser and on the server, opened with the programs that operators have."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Playwright

from contatti.sealed.envelope import PAD, SealedMessage, seal, verify
from tests.contatti.keys import Operator
from tests.interop.mailreaders import MailPrograms, envelope_of, text_of
from tests.interop.sealingpage import Job, sealing_page
from tests.interop.shape import shape_of

pytestmark = [pytest.mark.browser, pytest.mark.interop]

TEXTS = {
    "short": "Perché non chiamate?\nDomani sì.",
    "50 KB": ("Così è andata, e non so più che fare. " * 1400)[: 50 * 1024],
    "emoji": "🌺👩🏽‍🦱 \u202eabc\u202c — ﷺ",
    "empty": "",
}
COUNTS = (1, 3, 20)

PROGRAMS = ("openssl cms", "openssl smime", "gpgsm", "nss cmsutil", "python-cryptography")

Mails = dict[tuple[str, int], bytes]
"""Delivered mail by the name of its text and the number of recipients."""


def mail(der: bytes) -> bytes:
    message = SealedMessage(
        der,
        subject="Nuovo avviso",
        from_email="noreply@portale.example",
        to=["sportello@example.org"],
        message_id="<1@portale.example>",
        date=datetime(2026, 11, 25, 10, tzinfo=UTC),
    )
    return message.message().as_bytes(linesep="\r\n")


@pytest.fixture(scope="module")
def jobs(operator_keys: list[Operator]) -> dict[tuple[str, int], Job]:
    certificates = [operator.certificate for operator in operator_keys]
    return {(name, count): Job(TEXTS[name], certificates[:count]) for name in TEXTS for count in COUNTS}


@pytest.fixture(scope="module")
def mails(jobs: dict[tuple[str, int], Job], playwright: Playwright) -> dict[str, Mails]:
    with sealing_page(playwright) as sealing:
        in_the_browser = sealing.seal(list(jobs.values()))
    on_the_server = [seal(*job) for job in jobs.values()]
    made = {"browser": in_the_browser, "server": on_the_server}
    return {maker: dict(zip(jobs, map(mail, sealed), strict=True)) for maker, sealed in made.items()}


@pytest.mark.parametrize("maker", ["browser", "server"])
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_operator_reads_the_text_with_her_program(
    mails: dict[str, Mails],
    operator_keys: list[Operator],
    programs: MailPrograms,
    maker: str,
    count: int,
    text: str,
    program: str,
) -> None:
    delivered = mails[maker][text, count]
    for operator in operator_keys[:count]:
        opened = programs.readers[program](delivered, operator)
        assert text_of(opened) == TEXTS[text], operator.certificate.subject


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("text", TEXTS)
def test_browser_and_server_make_the_same_structure(mails: dict[str, Mails], count: int, text: str) -> None:
    in_the_browser, on_the_server = (
        envelope_of(mails[maker][text, count]) for maker in ("browser", "server")
    )

    assert len(in_the_browser) == len(on_the_server)
    assert shape_of(in_the_browser) == shape_of(on_the_server)


@pytest.mark.parametrize("maker", ["browser", "server"])
def test_the_portal_accepts_what_either_makes(
    mails: dict[str, Mails], jobs: dict[tuple[str, int], Job], maker: str
) -> None:
    for key, job in jobs.items():
        assert verify(envelope_of(mails[maker][key]), job.certificates).ciphertext_length % PAD == 16
