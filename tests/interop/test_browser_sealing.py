"""Sealing in a real browser, under the strictest policy."""

import gzip
import re
from collections.abc import Iterator

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.name import _ASN1Type
from cryptography.x509.oid import NameOID
from playwright.sync_api import Error, Playwright

from contatti.sealed.envelope import inner_entity, key_of, parse, seal, verify
from tests.contatti.envelopes import decrypt, secrets_of
from tests.contatti.keys import Operator, issue
from tests.interop.sealingpage import MODULE, PLAIN_HTTP_HOST, Job, SealingPage, sealing_page
from tests.interop.shape import shape_of

pytestmark = [pytest.mark.browser, pytest.mark.interop]


@pytest.fixture(scope="module")
def sealing(playwright: Playwright) -> Iterator[SealingPage]:
    with sealing_page(playwright) as page:
        yield page


def test_a_browser_seals_for_all_without_a_word_in_its_console(
    sealing: SealingPage, operator_keys: list[Operator]
) -> None:
    [der] = sealing.seal([Job("Perché? 🌺", [operator.certificate for operator in operator_keys])])

    assert {decrypt(der, operator) for operator in operator_keys} == {inner_entity("Perché? 🌺")}
    assert sealing.page.evaluate("ready()") is True
    assert sealing.complaints == []


def test_a_thousand_messages_open_for_each_of_three_operators(
    sealing: SealingPage, operator_keys: list[Operator]
) -> None:
    operators = operator_keys[2:5]
    certificates = [operator.certificate for operator in operators]
    texts = [f"Richiesta {number}" for number in range(1000)]
    sealed = sealing.seal([Job(text, certificates) for text in texts])

    for text, der in zip(texts, sealed, strict=True):
        verify(der, certificates)
        assert {decrypt(der, operator) for operator in operators} == {inner_entity(text)}


@pytest.mark.parametrize("text", ["a\nb\n", "a\r\nb", "\r\r", "\n\r\n", "x" * 2926, "x" * 2927, "x" * 3000])
def test_a_browser_writes_the_servers_bytes_inside(
    sealing: SealingPage, operator_keys: list[Operator], text: str
) -> None:
    [der] = sealing.seal([Job(text, [operator_keys[2].certificate])])

    assert decrypt(der, operator_keys[2]) == inner_entity(text)


def test_the_same_text_sealed_twice_shares_no_key_no_vector_and_no_block(
    sealing: SealingPage, operator_keys: list[Operator]
) -> None:
    operator = operator_keys[2]
    first, second = (
        secrets_of(der, operator) for der in sealing.seal([Job("x" * 5000, [operator.certificate])] * 2)
    )

    assert first.key != second.key
    assert first.vector != second.vector
    assert not first.blocks & second.blocks
    assert len(first.blocks) == (2 * 4096 + 16) // 16


@pytest.mark.parametrize(
    ("bits", "serial"), [(2048, 1), (2050, 127), (2056, 128), (2048, 0x80FF), (2048, 2**159 - 1)]
)
def test_a_browser_reads_certificates_of_any_make_as_the_server_does(
    sealing: SealingPage, bits: int, serial: int
) -> None:
    issuer = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "IT", _ASN1Type.PrintableString),
            x509.NameAttribute(NameOID.COMMON_NAME, "Autorità d’Esempio", _ASN1Type.BMPString),
        ]
    )
    key = rsa.generate_private_key(65537, bits)
    certificate = issue(key, issuer=issuer, serial=serial)
    [der] = sealing.seal([Job("testo", [certificate])])

    assert verify(der, [certificate]).recipients[0].serial == serial
    assert shape_of(der) == shape_of(seal("testo", [certificate]))
    assert decrypt(der, Operator(key, certificate)) == inner_entity("testo")


def test_a_certificate_listed_twice_receives_once(
    sealing: SealingPage, operator_keys: list[Operator]
) -> None:
    [der] = sealing.seal([Job("testo", [operator_keys[2].certificate] * 2)])

    assert len(parse(der).recipients) == 1


def test_nothing_is_sealed_for_nobody(sealing: SealingPage) -> None:
    with pytest.raises(Error, match="no key"):
        sealing.seal([Job("testo", [])])


@pytest.mark.parametrize("spoilt", ["", "abc", "{0} {1}", "{0} {1} 1", "{0}  65537", "{0} ! 65537"])
def test_a_key_that_cannot_receive_stops_the_sealing_for_all(
    sealing: SealingPage, operator_keys: list[Operator], spoilt: str
) -> None:
    good, other = (key_of(operator.certificate) for operator in operator_keys[2:4])
    run = "async ([text, keys]) => Boolean(await globalThis.seal(text, keys))"
    assert sealing.page.evaluate(run, ["testo", [good, other]]) is True

    with pytest.raises(Error):
        sealing.page.evaluate(run, ["testo", [good, spoilt.format(*other.split(" "))]])


def test_a_certificate_without_an_rsa_key_gives_a_browser_nothing_to_seal_for() -> None:
    with pytest.raises(TypeError, match="Only RSA"):
        key_of(issue(ec.generate_private_key(ec.SECP256R1())))


def test_a_browser_is_not_ready_over_plain_http(sealing: SealingPage) -> None:
    exposed = sealing.page.context.new_page()
    exposed.goto(sealing.address(PLAIN_HTTP_HOST))

    assert exposed.evaluate("ready()") is False


def test_the_module_is_small_and_needs_nothing_else() -> None:
    source = MODULE.read_text()

    assert len(gzip.compress(source.encode(), 9)) < 4096
    assert not re.search(r"^import\b|\bimport\(", source, re.MULTILINE)
    assert "</script" not in source, "it is inlined"
