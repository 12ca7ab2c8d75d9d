"""Whatever happens to an envelope on its way ends in a refusal, never in another error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contatti.sealed.envelope import EnvelopeRefused, Reason, parse, seal, verify
from tests.contatti.envelopes import AES256_CBC, RSA_ENCRYPTION, reason_to_refuse, tlv
from tests.contatti.keys import Operator


@pytest.fixture(scope="module")
def operator(operator_keys: list[Operator]) -> Operator:
    return operator_keys[2]


@pytest.fixture(scope="module")
def der(operator: Operator) -> bytes:
    return seal("testo", [operator.certificate])


def test_damage_at_any_byte_of_the_structure_is_refused(der: bytes, operator: Operator) -> None:
    for at in structure_of(der):
        for value in range(256):
            if value != der[at]:
                damaged = der[:at] + bytes([value]) + der[at + 1 :]
                assert reason_to_refuse(damaged, operator)


def test_damage_inside_the_encrypted_parts_cannot_be_seen(der: bytes, operator: Operator) -> None:
    encrypted = sorted(set(range(len(der))) - set(structure_of(der)))
    sound = verify(der, [operator.certificate])

    assert len(encrypted) == 256 + 16 + 4096 + 16
    for at in encrypted:
        damaged = der[:at] + bytes([der[at] ^ 0xFF]) + der[at + 1 :]
        assert verify(damaged, [operator.certificate]) == sound


def test_damage_by_cutting_the_end_is_told_from_other_damage(der: bytes, operator: Operator) -> None:
    reasons = {reason_to_refuse(der[:length], operator) for length in range(len(der))}

    assert reasons == {Reason.TRUNCATED}


def test_damage_by_a_byte_more_or_less_anywhere_is_refused(der: bytes, operator: Operator) -> None:
    for at in range(len(der)):
        assert reason_to_refuse(der[:at] + der[at + 1 :], operator)
        assert reason_to_refuse(der[:at] + b"\x00" + der[at:], operator)


@pytest.mark.parametrize("tail", [b"\x00", b"\r\n", b"\x30\x00", b"x" * 1000])
def test_damage_by_something_after_the_end_is_refused(der: bytes, operator: Operator, tail: bytes) -> None:
    assert reason_to_refuse(der + tail, operator) is Reason.MALFORMED


@given(data=st.data())
def test_damage_by_moving_pieces_about_ends_in_a_refusal_and_nothing_else(
    der: bytes, operator: Operator, data: st.DataObject
) -> None:
    head = der[:400]
    start, stop = sorted(data.draw(st.tuples(st.integers(0, 400), st.integers(0, 400))))
    at = data.draw(st.integers(0, 400))
    moved = head[:at] + head[start:stop] + data.draw(st.binary(max_size=8)) + der[at:]
    if moved != der:
        assert reason_to_refuse(moved, operator)


@given(st.binary(max_size=600))
def test_random_bytes_are_refused_without_any_other_error(noise: bytes) -> None:
    with pytest.raises(EnvelopeRefused):
        parse(noise)


@given(st.recursive(st.binary(max_size=20), lambda inner: st.lists(inner, max_size=4), max_leaves=20))
def test_random_well_formed_der_is_refused_without_any_other_error(tree: object) -> None:
    with pytest.raises(EnvelopeRefused):
        parse(as_der(tree))


def test_damage_is_reported_without_anything_of_the_envelope(der: bytes, operator: Operator) -> None:
    with pytest.raises(EnvelopeRefused) as refusal:
        verify(der + b"segreto", [operator.certificate])

    assert str(refusal.value) == "malformed"
    assert refusal.value.__cause__ is None
    assert refusal.value.__context__ is None


def structure_of(der: bytes) -> list[int]:
    """Return the positions of an envelope for one that hold no key, vector or ciphertext."""
    key_at = der.index(RSA_ENCRYPTION) + len(RSA_ENCRYPTION) + 4
    vector_at = der.index(AES256_CBC) + len(AES256_CBC)
    ciphertext_at = len(der) - parse(der).ciphertext_length
    encrypted = {
        *range(key_at, key_at + 256),
        *range(vector_at, vector_at + 16),
        *range(ciphertext_at, len(der)),
    }
    return [at for at in range(len(der)) if at not in encrypted]


def as_der(tree: object) -> bytes:
    if isinstance(tree, bytes):
        return tlv(0x04, tree)
    assert isinstance(tree, list)
    return tlv(0x30, *(as_der(each) for each in tree))
