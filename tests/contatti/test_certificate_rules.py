"""Which certificates an editor can upload for an operator, and what she is told about the others."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.hazmat.primitives.serialization.pkcs7 import serialize_certificates
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from contatti.sealed.certificates.generate import make_operator_key, pkcs12
from contatti.sealed.certificates.load import MAX_FILE_BYTES
from contatti.sealed.certificates.rules import (
    UPLOAD_RULES,
    Severity,
    expires_soon,
    findings,
    fingerprint,
    load_certificate,
    usable,
)
from tests.contatti.keys import Operator, issue, make_operator

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
ENCRYPTED = BestAvailableEncryption(b"segreto")


@pytest.fixture(scope="module")
def operator(operator_keys: list[Operator]) -> Operator:
    return operator_keys[0]


def codes(certificate: x509.Certificate, now: datetime = NOW) -> list[str]:
    return [finding.code for finding in findings(certificate, now)]


def reason_not_to_load(data: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        load_certificate(data)
    return str(refusal.value.code)


def usage(**changes: bool) -> x509.KeyUsage:
    names = "digital_signature content_commitment key_encipherment data_encipherment key_agreement "
    names += "key_cert_sign crl_sign encipher_only decipher_only"
    return x509.KeyUsage(**(dict.fromkeys(names.split(), False) | changes))


class TestACertificateThatFits:
    def test_is_read_from_pem_and_der_without_a_remark(self, operator: Operator) -> None:
        for encoding in (Encoding.PEM, Encoding.DER):
            certificate = load_certificate(operator.certificate.public_bytes(encoding))
            assert certificate == operator.certificate
        assert codes(operator.certificate) == []
        assert usable(operator.certificate, NOW)

    def test_may_have_a_readable_description_before_it(self, operator: Operator) -> None:
        data = b"Certificate:\n    Data: ...\r\n" + operator.certificate.public_bytes(Encoding.PEM)

        assert load_certificate(data) == operator.certificate

    def test_shows_the_fingerprint_that_mail_programs_show(self, operator: Operator) -> None:
        pairs = fingerprint(operator.certificate).split(":")

        assert len(pairs) == 32
        assert all(len(pair) == 2 and pair == pair.upper() for pair in pairs)

    def test_may_leave_its_uses_open(self, operator: Operator) -> None:
        assert codes(issue(operator.key)) == []

    def test_may_come_from_an_authority(self, operator: Operator) -> None:
        issuer = x509.Name.from_rfc4514_string("CN=Autorità d’Esempio,C=IT")

        assert usable(issue(operator.key, issuer=issuer), NOW)


class TestAFileThatIsNotACertificate:
    @pytest.mark.parametrize(
        ("encoding", "form", "encryption"),
        [
            (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
            (Encoding.PEM, PrivateFormat.PKCS8, ENCRYPTED),
            (Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()),
            (Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()),
            (Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
            (Encoding.DER, PrivateFormat.PKCS8, ENCRYPTED),
            (Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()),
        ],
    )
    def test_is_called_a_private_key_if_it_is_one(
        self, operator: Operator, encoding: Encoding, form: PrivateFormat, encryption: Any
    ) -> None:
        data = operator.key.private_bytes(encoding, form, encryption)

        assert reason_not_to_load(data) == "private_key"

    def test_is_called_a_private_key_beside_the_certificate_too(self, operator: Operator) -> None:
        key = operator.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

        assert reason_not_to_load(operator.certificate.public_bytes(Encoding.PEM) + key) == "private_key"

    @pytest.mark.parametrize(
        "key", [ec.generate_private_key(ec.SECP256R1()), ed25519.Ed25519PrivateKey.generate()]
    )
    def test_is_called_a_private_key_of_any_kind(self, key: Any) -> None:
        data = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

        assert reason_not_to_load(data) == "private_key"

    def test_is_called_a_private_key_in_the_file_that_her_mail_program_imports(
        self, operator: Operator
    ) -> None:
        assert reason_not_to_load(pkcs12(*operator, "1" * 25)) == "private_key"

    def test_repeats_nothing_of_the_key(self, operator: Operator) -> None:
        data = operator.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with pytest.raises(ValidationError) as refusal:
            load_certificate(data)

        assert data.splitlines()[1].decode() not in repr(refusal.value)
        assert refusal.value.__cause__ is None

    def test_is_refused_with_several_certificates(self, operator: Operator) -> None:
        assert (
            reason_not_to_load(operator.certificate.public_bytes(Encoding.PEM) * 2) == "several_certificates"
        )

    def test_is_refused_whatever_else_it_is(self, operator: Operator) -> None:
        request = b"-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n"
        damaged = operator.certificate.public_bytes(Encoding.PEM).replace(b"MII", b"MMM", 1)
        bundle = serialize_certificates([operator.certificate], Encoding.DER)
        der = operator.certificate.public_bytes(Encoding.DER)
        for data in (b"", b"ciao", request, damaged, bundle, der[:-1], der + b"\x00"):
            assert reason_not_to_load(data) == "not_certificate"

    def test_is_refused_unread_if_it_is_far_too_large(self, operator: Operator) -> None:
        data = operator.certificate.public_bytes(Encoding.PEM)

        assert reason_not_to_load(data + b"\n" * MAX_FILE_BYTES) == "not_certificate"

    @given(data=st.data())
    def test_ends_in_a_clear_answer_however_it_is_damaged(
        self, operator: Operator, data: st.DataObject
    ) -> None:
        der = bytearray(operator.certificate.public_bytes(Encoding.DER))
        for _ in range(data.draw(st.integers(1, 3))):
            der[data.draw(st.integers(0, len(der) - 1))] = data.draw(st.integers(0, 255))
        with suppress(ValidationError):
            assert isinstance(findings(load_certificate(bytes(der)), NOW), list)


class TestTheRules:
    def test_refuse_elliptic_curves(self) -> None:
        certificate = issue(ec.generate_private_key(ec.SECP256R1()))

        assert codes(certificate) == ["not_rsa"]
        assert not usable(certificate, NOW)

    @pytest.mark.parametrize(
        ("bits", "expected", "receives"),
        [(1024, ["rsa_short"], False), (2048, ["rsa_advised"], True), (3072, [], True)],
    )
    def test_refuse_short_keys_and_advise_long_ones(
        self, bits: int, expected: list[str], receives: bool
    ) -> None:
        certificate = issue(rsa.generate_private_key(65537, bits))

        assert codes(certificate) == expected
        assert usable(certificate, NOW) is receives

    def test_refuse_a_certificate_that_may_only_sign(self, operator: Operator) -> None:
        certificate = issue(operator.key, extensions=[usage(digital_signature=True)])

        assert codes(certificate) == ["no_key_encipherment"]
        assert not usable(certificate, NOW)

    def test_warn_of_a_certificate_made_for_a_web_server(self, operator: Operator) -> None:
        server = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        certificate = issue(operator.key, extensions=[usage(key_encipherment=True), server])

        assert codes(certificate) == ["not_for_mail"]
        assert usable(certificate, NOW)

    def test_refuse_a_certificate_before_its_time_and_after(self, operator: Operator) -> None:
        certificate = operator.certificate
        early, late = certificate.not_valid_before_utc - DAY, certificate.not_valid_after_utc + DAY

        assert codes(certificate, early) == ["not_yet_valid"]
        assert codes(certificate, late) == ["expired"]
        assert not usable(certificate, early)
        assert not usable(certificate, late)

    def test_warn_on_every_day_of_the_last_sixty(self, operator: Operator) -> None:
        end = operator.certificate.not_valid_after_utc

        assert not expires_soon(operator.certificate, end - 60 * DAY)
        for days_left in range(60):
            assert codes(operator.certificate, end - days_left * DAY) == ["expires_soon"]
            assert usable(operator.certificate, end - days_left * DAY)
        assert not expires_soon(operator.certificate, end + timedelta(seconds=1))

    def test_speak_italian_and_have_a_code_each(self) -> None:
        assert len({rule.code for rule in UPLOAD_RULES}) == len(UPLOAD_RULES)
        assert all(str(rule.message).endswith(".") for rule in UPLOAD_RULES)
        assert {rule.severity for rule in UPLOAD_RULES} == set(Severity)

    def test_find_nothing_in_the_keys_that_the_demo_makes(self) -> None:
        _, certificate = make_operator_key("Operatrice", now=NOW)

        assert codes(certificate) == []

    def test_refuse_names_that_turn_their_letters_around(self, operator: Operator) -> None:
        for hidden in ("\u202e", "\u200b", "\u2066", "\u200f", "\x07", "\n"):
            issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"abc{hidden}gpj")])
            assert codes(issue(operator.key, issuer=issuer)) == ["misleading_name"], repr(hidden)

    def test_tell_of_an_authority_and_of_every_mailbox(self, operator: Operator) -> None:
        authority = issue(operator.key, extensions=[x509.BasicConstraints(ca=True, path_length=None)])
        named = x509.Name([x509.NameAttribute(NameOID.EMAIL_ADDRESS, "uno@example.org")])
        alternative = x509.SubjectAlternativeName([x509.RFC822Name("uno@example.org")])

        assert codes(authority) == ["authority"]
        assert codes(issue(operator.key, issuer=named)) == ["mailbox_in_issuer"]
        assert codes(issue(operator.key, extensions=[alternative])) == ["mailbox"]

    def test_refuse_a_number_that_programs_read_differently(self, operator: Operator) -> None:
        assert codes(issue(operator.key, serial=2**159 - 1)) == []
        assert codes(WithNumber(-1)) == ["odd_number"]  # type: ignore[arg-type]
        assert codes(WithNumber(2**200)) == ["odd_number"]  # type: ignore[arg-type]


class WithNumber:
    """A good certificate but for its serial number, which the library that makes them would refuse."""

    def __init__(self, serial_number: int) -> None:
        self.serial_number = serial_number

    def __getattr__(self, name: str) -> Any:
        return getattr(make_operator(0).certificate, name)
