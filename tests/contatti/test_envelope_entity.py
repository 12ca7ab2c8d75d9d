"""The MIME entity inside the envelope: readable everywhere, and of a size that says little."""

import email

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contatti.sealed.envelope import PAD, inner_entity


def text_in(entity: bytes) -> str:
    payload = email.message_from_bytes(entity).get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def test_a_text_comes_out_as_it_went_in() -> None:
    entity = inner_entity("Perché? 🌺")

    assert email.message_from_bytes(entity).get_content_type() == "text/plain"
    assert text_in(entity) == "Perché? 🌺"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=9000))
def test_any_text_comes_out_whole_from_a_padded_entity(text: str) -> None:
    entity = inner_entity(text)

    assert text_in(entity) == text
    assert len(entity) % PAD == 0


def test_short_texts_all_take_the_same_room() -> None:
    assert {len(inner_entity(text)) for text in ("", "aiuto", "x" * 2900)} == {PAD}


def test_the_size_steps_exactly_when_the_filler_is_used_up() -> None:
    lengths = [len(inner_entity("x" * length)) for length in range(2920, 2940)]

    assert lengths == sorted(lengths)
    assert set(lengths) == {PAD, 2 * PAD}


@pytest.mark.parametrize("written", ["a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc"])
def test_line_breaks_of_every_system_become_those_of_mail(written: str) -> None:
    assert text_in(inner_entity(written)) == "a\r\nb\r\n\r\nc"


def test_no_line_is_longer_than_mail_allows_and_none_ends_otherwise_than_with_crlf() -> None:
    lines = inner_entity("è" * 5000).split(b"\r\n")

    assert max(len(line) for line in lines) == 76
    assert not any(b"\r" in line or b"\n" in line for line in lines)
