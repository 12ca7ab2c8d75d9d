"""What the portal passes on to a desk, and everything that it refuses."""

import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import (
    PKCS7EnvelopeBuilder,
    PKCS7Options,
    PKCS7SignatureBuilder,
)

from contatti.sealed.envelope import MAX_ENVELOPE_BYTES, Reason, inner_entity, seal, verify
from tests.contatti.envelopes import put_together, reason_to_refuse, recipient_info, serial_of, tlv
from tests.contatti.keys import Operator, issue, make_operator


def openssl_encrypt(folder: Path, operator: Operator, *options: str, content: bytes | None = None) -> bytes:
    certificate = folder / "certificate.pem"
    certificate.write_bytes(operator.certificate.public_bytes(Encoding.PEM))
    command = ["openssl", "cms", "-encrypt", "-binary", "-outform", "DER", *options]
    if "-recip" not in options:
        command.append(str(certificate))
    content = inner_entity("testo") if content is None else content
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


class TestAnEnvelopeForTheDesk:
    def test_passes_with_its_recipients_and_lengths_read(self, operator_keys: list[Operator]) -> None:
        operators = operator_keys[:3]
        envelope = verify(
            seal("testo", [o.certificate for o in operators]), [o.certificate for o in operators]
        )

        assert sorted(envelope.key_lengths) == [256, 384, 512]
        assert {r.serial for r in envelope.recipients} == {o.certificate.serial_number for o in operators}
        assert envelope.ciphertext_length == 4096 + 16

    def test_passes_whatever_the_order_in_which_the_desk_lists_its_operators(
        self, operator_keys: list[Operator]
    ) -> None:
        certificates = [operator.certificate for operator in operator_keys]

        assert verify(seal("testo", certificates), certificates[::-1]).ciphertext_length == 4096 + 16

    def test_passes_when_another_program_made_it(self, operator_keys: list[Operator], tmp_path: Path) -> None:
        der = openssl_encrypt(tmp_path, operator_keys[2], "-aes-256-cbc")

        assert verify(der, [operator_keys[2].certificate]).key_lengths == (256,)

    def test_of_a_long_text_to_twenty_operators_stays_below_the_limit(
        self, operator_keys: list[Operator]
    ) -> None:
        der = seal("x" * 50 * 1024, [operator.certificate for operator in operator_keys])
        longest_keys = len(operator_keys) * 512

        assert len(der) + longest_keys < MAX_ENVELOPE_BYTES


class TestAnEnvelopeForOthers:
    def test_is_refused_for_a_foreign_recipient(self, operator_keys: list[Operator]) -> None:
        der = seal("testo", [operator_keys[2].certificate])

        assert reason_to_refuse(der, operator_keys[3]) is Reason.WRONG_RECIPIENTS

    def test_is_refused_for_a_recipient_too_many(self, operator_keys: list[Operator]) -> None:
        der = seal("testo", [operator.certificate for operator in operator_keys[2:4]])

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_RECIPIENTS

    def test_is_refused_for_a_missing_recipient(self, operator_keys: list[Operator]) -> None:
        der = seal("testo", [operator_keys[2].certificate])

        assert reason_to_refuse(der, *operator_keys[2:4]) is Reason.WRONG_RECIPIENTS

    def test_is_refused_for_one_recipient_in_the_place_of_another(
        self, operator_keys: list[Operator]
    ) -> None:
        info = recipient_info(operator_keys[2].certificate)

        assert reason_to_refuse(put_together([info, info]), *operator_keys[2:4]) is Reason.WRONG_RECIPIENTS

    def test_is_refused_for_a_recipient_named_twice(self, operator_keys: list[Operator]) -> None:
        info = recipient_info(operator_keys[2].certificate)

        assert reason_to_refuse(put_together([info, info]), operator_keys[2]) is Reason.WRONG_RECIPIENTS

    def test_is_refused_without_any_recipient(self, operator_keys: list[Operator]) -> None:
        assert reason_to_refuse(put_together([]), operator_keys[2]) is Reason.WRONG_RECIPIENTS

    def test_is_refused_when_the_desk_has_nobody(self, operator_keys: list[Operator]) -> None:
        assert reason_to_refuse(seal("testo", [operator_keys[2].certificate])) is Reason.WRONG_RECIPIENTS

    def test_is_refused_for_the_expired_certificate_that_the_desk_replaced(
        self, operator_keys: list[Operator]
    ) -> None:
        expired = make_operator(90, start_days=-100, days=50)
        der = seal("testo", [expired.certificate])

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_RECIPIENTS


class TestAnotherStructure:
    @pytest.mark.parametrize("cipher", ["-aes-128-cbc", "-aes-192-cbc", "-des3"])
    def test_is_refused_for_another_cipher(
        self, operator_keys: list[Operator], tmp_path: Path, cipher: str
    ) -> None:
        der = openssl_encrypt(tmp_path, operator_keys[2], cipher)

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_ALGORITHM

    def test_is_refused_for_the_builders_own_default_cipher(self, operator_keys: list[Operator]) -> None:
        builder = PKCS7EnvelopeBuilder().set_data(inner_entity("testo"))
        builder = builder.add_recipient(operator_keys[2].certificate)
        builder = builder.set_content_encryption_algorithm(algorithms.AES128)
        der = builder.encrypt(Encoding.DER, [PKCS7Options.Binary])

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_ALGORITHM

    def test_is_refused_for_oaep_which_some_programs_cannot_open(
        self, operator_keys: list[Operator], tmp_path: Path
    ) -> None:
        recipient = ("-recip", str(tmp_path / "certificate.pem"), "-keyopt", "rsa_padding_mode:oaep")
        der = openssl_encrypt(tmp_path, operator_keys[2], "-aes-256-cbc", *recipient)

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_ALGORITHM

    def test_is_refused_for_recipients_named_by_key_identifier(
        self, operator_keys: list[Operator], tmp_path: Path
    ) -> None:
        key = operator_keys[2].key
        identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        operator = Operator(key, issue(key, extensions=[identifier]))
        der = openssl_encrypt(tmp_path, operator, "-aes-256-cbc", "-keyid")

        assert reason_to_refuse(der, operator) is Reason.MALFORMED

    def test_is_refused_for_authenticated_encryption(
        self, operator_keys: list[Operator], tmp_path: Path
    ) -> None:
        der = openssl_encrypt(tmp_path, operator_keys[2], "-aes-256-gcm")

        assert reason_to_refuse(der, operator_keys[2]) is Reason.NOT_ENVELOPED

    def test_is_refused_for_signed_data(self, operator_keys: list[Operator]) -> None:
        key, certificate = operator_keys[2]
        signature = PKCS7SignatureBuilder().set_data(b"testo").add_signer(certificate, key, hashes.SHA256())

        assert reason_to_refuse(signature.sign(Encoding.DER, []), operator_keys[2]) is Reason.NOT_ENVELOPED

    def test_is_refused_for_indefinite_lengths(self, operator_keys: list[Operator], tmp_path: Path) -> None:
        der = openssl_encrypt(tmp_path, operator_keys[2], "-aes-256-cbc", "-stream")

        assert b"\x30\x80" in der[:4]
        assert reason_to_refuse(der, operator_keys[2]) is Reason.MALFORMED

    def test_is_refused_for_anything_written_longer_than_needed(self, operator_keys: list[Operator]) -> None:
        certificate = operator_keys[2].certificate
        info = recipient_info(certificate)
        der = put_together([info])
        padded = recipient_info(certificate, serial=b"\x00\x00" + serial_of(certificate))
        identifier = info[7 : 7 + 2 + info[8]]
        stretched = info[4:].replace(identifier, b"\x30\x81" + identifier[1:])
        filled = info[4:].replace(identifier, tlv(0x30, identifier[2:], b"\x05\x00"))

        assert verify(der, [certificate])
        assert reason_to_refuse(b"\x30\x83\x00" + der[2:], operator_keys[2]) is Reason.MALFORMED
        for wrong in (padded, tlv(0x30, stretched), tlv(0x30, filled)):
            assert reason_to_refuse(put_together([wrong]), operator_keys[2]) is Reason.MALFORMED

    def test_is_refused_for_pem(self, operator_keys: list[Operator]) -> None:
        pem = b"-----BEGIN CMS-----\nMIIV\n-----END CMS-----\n"

        assert reason_to_refuse(pem, operator_keys[2]) is Reason.MALFORMED

    def test_is_refused_for_recipients_out_of_order(self, operator_keys: list[Operator]) -> None:
        infos = sorted(recipient_info(operator.certificate) for operator in operator_keys[2:4])

        assert verify(put_together(infos), [o.certificate for o in operator_keys[2:4]])
        assert reason_to_refuse(put_together(infos[::-1]), *operator_keys[2:4]) is Reason.MALFORMED

    @pytest.mark.parametrize("key_length", [0, 1, 255, 257, 512])
    def test_is_refused_for_a_wrapped_key_of_another_length_than_the_modulus(
        self, operator_keys: list[Operator], key_length: int
    ) -> None:
        der = put_together([recipient_info(operator_keys[2].certificate, key_length)])

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_KEY_LENGTH

    @pytest.mark.parametrize("length", [0, 15, 16, 4096, 4097, 4096 + 15, 4096 + 32, 8192])
    def test_is_refused_for_a_content_length_that_tells_the_text(
        self, operator_keys: list[Operator], length: int
    ) -> None:
        der = put_together([recipient_info(operator_keys[2].certificate)], length)

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_CONTENT_LENGTH

    def test_is_refused_for_a_text_that_was_not_padded(
        self, operator_keys: list[Operator], tmp_path: Path
    ) -> None:
        der = openssl_encrypt(tmp_path, operator_keys[2], "-aes-256-cbc", content=b"testo")

        assert reason_to_refuse(der, operator_keys[2]) is Reason.WRONG_CONTENT_LENGTH

    def test_is_refused_above_the_limit_before_it_is_read(self, operator_keys: list[Operator]) -> None:
        assert reason_to_refuse(b"\xff" * (MAX_ENVELOPE_BYTES + 1), operator_keys[2]) is Reason.OVERSIZED
