"""A code, the keys that it opens, and answers that only it reads: on the server, as in her browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from hypothesis import given
from hypothesis import strategies as some

from contatti.sealed.conversation import (
    AnswerRefused,
    CodeError,
    ReplyCode,
    ReplyCodeError,
    check_digits,
    grouped,
    keys_of,
    make_code,
    open_answer,
    read_code,
    read_reply_code,
    seal_answer,
)
from contatti.sealed.conversation.answer import AnswerPlace

VECTORS = Path(__file__).parent / "vectors"
OURS: dict[str, Any] = json.loads((VECTORS / "conversation.json").read_text())
SITE = "https://portale.example"
PLACE = AnswerPlace(SITE, 7, 1)
RFC_9180 = json.loads((VECTORS / "rfc9180.json").read_text())["vectors"]
KEM_SUITE = b"KEM\0\x20"
P = 2**255 - 19
SMALL_ORDER = [number.to_bytes(32, "little") for number in (0, 1, P - 1, P, P + 1)]


def extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    """LabeledExtract of RFC 9180, 4: HKDF-Extract is an HMAC."""
    hmac = HMAC(salt or bytes(32), SHA256())
    hmac.update(b"HPKE-v1" + suite + label + material)
    return hmac.finalize()


def expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    """LabeledExpand of RFC 9180, 4."""
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(SHA256(), length, labelled).derive(key)


class TestTheCode:
    def test_is_22_digits_that_are_another_each_time_and_shown_in_groups_of_four(self) -> None:
        codes = {make_code() for _ in range(200)}

        assert len(codes) == 200
        assert all(len(code) == 22 and code.isascii() and code.isdecimal() for code in codes)
        assert grouped("0979419929054031056643") == "0979 4199 2905 4031 0566 43"

    def test_has_the_check_digits_of_iso_7064(self) -> None:
        assert check_digits("0794") == "44"
        assert all(int(code) % 97 == 1 for code in (make_code() for _ in range(50)))

    @given(some.integers(0, 10**20 - 1), some.integers(0, 21), some.integers(1, 9))
    def test_shows_every_digit_that_was_mistyped(self, number: int, at: int, by: int) -> None:
        digits = f"{number:020}"
        code = digits + check_digits(digits)
        slip = code[:at] + str((int(code[at]) + by) % 10) + code[at + 1 :]

        assert read_code(code) == code
        with pytest.raises(CodeError, match="mistyped"):
            read_code(slip)

    @given(some.integers(0, 10**20 - 1), some.integers(0, 20))
    def test_shows_every_two_neighbours_that_were_swapped(self, number: int, at: int) -> None:
        digits = f"{number:020}"
        code = digits + check_digits(digits)
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]

        if swapped != code:
            with pytest.raises(CodeError, match="mistyped"):
                read_code(swapped)

    @pytest.mark.parametrize("row", OURS["typed"], ids=lambda row: repr(row["typed"]))
    def test_is_read_from_digits_of_every_script_and_told_its_slip(self, row: dict[str, str]) -> None:
        if not row["slip"]:
            assert read_code(row["typed"]) == row["code"]
            return
        with pytest.raises(CodeError) as found:
            read_code(row["typed"])
        assert found.value.slip == row["slip"]
        assert not row["typed"] or row["typed"] not in str(found.value)

    def test_the_rows_hold_a_code_that_is_read_and_every_slip(self) -> None:
        assert {row["slip"] for row in OURS["typed"]} == {"", "short", "long", "letters", "mistyped"}


class TestTheKeysOfACode:
    @pytest.mark.parametrize("row", OURS["codes"], ids=lambda row: row["site_id"])
    def test_are_the_same_as_in_the_browser(self, row: dict[str, str]) -> None:
        keys = keys_of(row["code"], row["site_id"])

        found = [keys.locator, keys.private, keys.public, keys.place, keys.mark]
        assert [each.hex() for each in found] == [
            row["locator"], row["private"], row["public"], row["place"], row["mark"],
        ]  # fmt: skip

    def test_differ_from_site_to_site_and_from_code_to_code(self) -> None:
        one, other = make_code(), make_code()
        found = [keys_of(one, SITE), keys_of(one, "https://altro.example"), keys_of(other, SITE)]

        assert len({keys.locator for keys in found}) == len({keys.private for keys in found}) == 3


class TestAnAnswer:
    @pytest.mark.parametrize("vector", RFC_9180)
    def test_of_rfc_9180_has_its_keys_and_opens(self, vector: dict[str, Any]) -> None:
        """The library takes no additional data, so the steps of the RFC (4.1, 5.1) are done here with its parts."""
        enc, message = bytes.fromhex(vector["enc"]), vector["encryption"]
        private = X25519PrivateKey.from_private_bytes(bytes.fromhex(vector["skRm"]))
        agreed = private.exchange(X25519PublicKey.from_public_bytes(enc))
        prk = extract(KEM_SUITE, b"", b"eae_prk", agreed)
        context = enc + private.public_key().public_bytes_raw()
        shared = expand(KEM_SUITE, prk, b"shared_secret", context, 32)
        suite = b"HPKE" + bytes([0, 32, 0, 1, 0, vector["aead_id"]])
        info = bytes.fromhex(vector["info"])
        hashes = extract(suite, b"", b"psk_id_hash", b""), extract(suite, b"", b"info_hash", info)
        secret, context = extract(suite, shared, b"secret", b""), b"\0" + b"".join(hashes)
        key = expand(suite, secret, b"key", context, 16 * vector["aead_id"])
        nonce = expand(suite, secret, b"base_nonce", context, 12)

        assert [each.hex() for each in (shared, key, nonce)] == [
            vector["shared_secret"], vector["key"], vector["base_nonce"],
        ]  # fmt: skip
        opened = AESGCM(key).decrypt(nonce, bytes.fromhex(message["ct"]), bytes.fromhex(message["aad"]))
        assert opened.hex() == message["pt"]

    @pytest.mark.parametrize("vector", RFC_9180)
    def test_with_additional_data_is_refused_as_the_messages_of_rfc_9180_are(
        self, vector: dict[str, Any]
    ) -> None:
        """The library of the server binds what it opens to no additional data, and our answers have none."""
        kind = {1: AEAD.AES_128_GCM, 2: AEAD.AES_256_GCM}[vector["aead_id"]]
        suite = Suite(KEM.X25519, KDF.HKDF_SHA256, kind)
        private = X25519PrivateKey.from_private_bytes(bytes.fromhex(vector["skRm"]))
        sealed = bytes.fromhex(vector["enc"] + vector["encryption"]["ct"])

        assert private.public_key().public_bytes_raw().hex() == vector["pkRm"]
        with pytest.raises(InvalidTag):
            suite.decrypt(sealed, private, bytes.fromhex(vector["info"]))

    def test_is_read_by_the_code_it_was_sealed_for_and_by_no_other(self) -> None:
        keys, others = keys_of(make_code(), SITE), keys_of(make_code(), SITE)
        sealed = seal_answer("Martedì alle 10 👍", keys.public, PLACE)

        assert open_answer(sealed, keys, PLACE) == "Martedì alle 10 👍"
        with pytest.raises(AnswerRefused):
            open_answer(sealed, others, PLACE)

    @pytest.mark.parametrize(
        "place", [AnswerPlace(SITE, 7, 2), AnswerPlace(SITE, 8, 1), AnswerPlace("https://x.example", 7, 1)]
    )
    def test_does_not_open_where_it_does_not_belong(self, place: AnswerPlace) -> None:
        keys = keys_of(make_code(), SITE)
        sealed = seal_answer("ciao", keys.public, PLACE)

        with pytest.raises(AnswerRefused):
            open_answer(sealed, keys, place)

    def test_does_not_open_with_a_byte_changed_or_missing(self) -> None:
        keys = keys_of(make_code(), SITE)
        sealed = seal_answer("ciao", keys.public, PLACE)
        for at in range(len(sealed)):
            altered = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
            with pytest.raises(AnswerRefused):
                open_answer(altered, keys, PLACE)
            with pytest.raises(AnswerRefused):
                open_answer(sealed[:at], keys, PLACE)

    def test_is_not_sealed_for_a_key_of_small_order(self) -> None:
        with pytest.raises(ValueError):
            seal_answer("ciao", bytes(32), PLACE)

    def test_of_the_browsers_vectors_opens(self) -> None:
        row = OURS["answer"]
        place = AnswerPlace(row["site_id"], row["desk"], row["number"])

        keys = keys_of(row["code"], row["site_id"])
        assert open_answer(bytes.fromhex(row["sealed"]), keys, place) == row["text"]


class TestTheReplyCode:
    def test_is_read_back_through_whatever_a_mail_program_does_to_lines(self) -> None:
        keys = keys_of(make_code(), SITE)
        code = ReplyCode(2**40 + 7, keys.public, keys.place)
        for written in (str(code), str(code).lower(), str(code).replace(" ", "\r\n> "), f"  {code}.\n"):
            assert read_reply_code(written) == code

    def test_that_is_cut_or_changed_anywhere_is_refused(self) -> None:
        keys = keys_of(make_code(), SITE)
        letters = str(ReplyCode(7, keys.public, keys.place)).replace(" ", "")
        for at, letter in enumerate(letters):
            changed = [letters[:at] + other + letters[at + 1 :] for other in "ABZ7" if other != letter]
            for wrong in (letters[:at], letters + "A", *changed):
                with pytest.raises(ReplyCodeError):
                    read_reply_code(wrong)

    @pytest.mark.parametrize("public", SMALL_ORDER, ids=bytes.hex)
    def test_whose_letters_are_right_but_for_whose_key_nothing_can_be_sealed_is_refused(
        self, public: bytes
    ) -> None:
        with pytest.raises(ReplyCodeError, match="key"):
            read_reply_code(str(ReplyCode(7, public, keys_of(make_code(), SITE).place)))
