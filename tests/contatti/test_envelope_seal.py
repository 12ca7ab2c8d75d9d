"""Sealing on the server."""

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.name import _ASN1Type
from cryptography.x509.oid import NameOID

from contatti.sealed.envelope import PAD, inner_entity, parse, seal, verify
from tests.contatti.envelopes import decrypt, secrets_of
from tests.contatti.keys import Operator, issue


def test_every_operator_opens_what_is_sealed_for_all(operator_keys: list[Operator]) -> None:
    der = seal("Perché? 🌺", [operator.certificate for operator in operator_keys])

    assert {decrypt(der, operator) for operator in operator_keys} == {inner_entity("Perché? 🌺")}


def test_what_is_sealed_passes_the_check_for_its_recipients(operator_keys: list[Operator]) -> None:
    certificates = [operator.certificate for operator in operator_keys]

    assert verify(seal("", certificates), certificates).ciphertext_length == PAD + 16


def test_the_same_text_sealed_twice_shares_no_key_no_vector_and_no_block(
    operator_keys: list[Operator],
) -> None:
    operator = operator_keys[2]
    first, second = (secrets_of(seal("x" * 5000, [operator.certificate]), operator) for _ in range(2))

    assert first.key != second.key
    assert first.vector != second.vector
    assert not first.blocks & second.blocks
    assert len(first.blocks) == (2 * PAD + 16) // 16


def test_nothing_is_sealed_for_nobody() -> None:
    with pytest.raises(ValueError, match="at least one"):
        seal("testo", [])


def test_a_certificate_listed_twice_receives_once(operator_keys: list[Operator]) -> None:
    certificate = operator_keys[2].certificate

    assert len(parse(seal("testo", [certificate, certificate])).recipients) == 1


def test_a_certificate_that_cannot_receive_stops_the_sealing_for_all(operator_keys: list[Operator]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    elliptic = issue(key)

    with pytest.raises(TypeError):
        seal("testo", [operator_keys[3].certificate, elliptic])


def test_an_issuer_written_in_an_old_manner_is_copied_as_it_stands(operator_keys: list[Operator]) -> None:
    issuer = x509.Name(
        [
            x509.RelativeDistinguishedName(
                [
                    x509.NameAttribute(NameOID.COUNTRY_NAME, "IT", _ASN1Type.PrintableString),
                    x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Società d’Esempio", _ASN1Type.BMPString),
                ]
            ),
            x509.RelativeDistinguishedName(
                [x509.NameAttribute(NameOID.COMMON_NAME, "Autorita", _ASN1Type.T61String)]
            ),
        ]
    )
    operator = operator_keys[2]
    certificate = issue(operator.key, issuer=issuer, serial=0x80FF)
    der = seal("testo", [certificate])

    assert verify(der, [certificate]).recipients[0].serial == 0x80FF
    assert decrypt(der, Operator(operator.key, certificate)) == inner_entity("testo")
