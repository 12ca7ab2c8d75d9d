"""Sealed answers: kept in turn, handed out in one size, erased at a word, opened only whole."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from contatti.sealed import answer_store
from contatti.sealed.answer_store import AnswerNotTaken
from contatti.sealed.conversation import (
    AnswerDocument,
    AnswerPlace,
    AnswerRefused,
    Appointment,
    ConversationKeys,
    SealedAnswer,
    document_text,
    keys_of,
    make_code,
    open_answers,
    read_document,
    read_reply,
    reply_of,
    seal_answer,
)
from contatti.sealed.models import Answer, Conversation, Mailbox

SITE = "test"
DOCUMENT = AnswerDocument(
    "Ti aspettiamo.", date(2026, 12, 1), Appointment(date(2026, 12, 3), time(15), time(15, 30), "Via Prova 1")
)


@pytest.fixture
def mailbox(transactional_db: None) -> Mailbox:
    return Mailbox.objects.create(name="Uno", address="uno@example.org")


@pytest.fixture
def keys() -> ConversationKeys:
    return keys_of(make_code(), SITE)


def sealed_for(keys: ConversationKeys, mailbox: Mailbox, number: int, document: AnswerDocument) -> bytes:
    return seal_answer(document_text(document), keys.public, AnswerPlace(SITE, mailbox.pk, number))


def give(keys: ConversationKeys, mailbox: Mailbox, number: int, text: str = "Ti aspettiamo.") -> None:
    document = AnswerDocument(text, date(2026, 12, 1))
    sealed = sealed_for(keys, mailbox, number, document)
    answer_store.answer(keys, mailbox, number, sealed, 30)


def texts(keys: ConversationKeys) -> list[str]:
    found = read_reply(answer_store.reply_for(keys.locator))
    return [each.document.text for each in open_answers(found, keys, SITE)]


def test_a_document_reads_as_it_was_written_and_its_length_says_little() -> None:
    short, long = document_text(AnswerDocument("Sì", date(2026, 12, 1))), document_text(DOCUMENT)

    assert read_document(long) == DOCUMENT
    assert len(short.encode()) == len(long.encode()) == 1024
    with pytest.raises(ValueError, match="long"):
        document_text(AnswerDocument("è" * 4000, date(2026, 12, 1)))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"v": 1}', document_text(DOCUMENT).replace("15:30", "ora")]
)
def test_what_no_console_wrote_is_refused(text: str) -> None:
    with pytest.raises(AnswerRefused):
        read_document(text)


def test_answers_open_in_order_and_every_reply_is_as_long_as_one_with_nothing(
    mailbox: Mailbox, keys: ConversationKeys
) -> None:
    nothing = answer_store.reply_for(keys.locator)
    give(keys, mailbox, 1, "uno")
    give(keys, mailbox, 2, "due")

    assert texts(keys) == ["uno", "due"]
    assert len(nothing) == len(answer_store.reply_for(keys.locator)) == 16_384


def test_reading_asks_the_database_once_whether_there_is_something_or_not(
    mailbox: Mailbox, keys: ConversationKeys
) -> None:
    give(keys, mailbox, 1)
    for locator in (keys.locator, bytes(16)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer_store.reply_for(locator)
        assert len(queries) == 1


def test_of_two_who_answer_at_once_the_second_is_told(mailbox: Mailbox, keys: ConversationKeys) -> None:
    give(keys, mailbox, 1, "prima")
    with pytest.raises(AnswerNotTaken):
        give(keys, mailbox, 1, "seconda")

    assert texts(keys) == ["prima"]


def test_another_desk_cannot_answer_to_a_code_that_one_desk_answers(
    mailbox: Mailbox, keys: ConversationKeys
) -> None:
    other = Mailbox.objects.create(name="Due", address="due@example.org")
    give(keys, mailbox, 1)
    for number in (1, 2):
        with pytest.raises(AnswerNotTaken):
            give(keys, other, number)

    assert answer_store.state_of(keys, other) is None
    assert answer_store.state_of(keys, mailbox) is not None


@pytest.mark.parametrize("damage", ["altered", "moved", "twice", "gap", "another code's", "swapped"])
def test_a_server_that_hands_out_something_else_is_not_believed(
    mailbox: Mailbox, keys: ConversationKeys, damage: str
) -> None:
    first, second, third = (
        SealedAnswer(mailbox.pk, number, sealed_for(keys, mailbox, number, DOCUMENT)) for number in (1, 2, 3)
    )
    foreign = sealed_for(keys_of(make_code(), SITE), mailbox, 2, DOCUMENT)
    handed_out = {
        "altered": [first, SealedAnswer(mailbox.pk, 2, second.sealed[:-1] + b"x")],
        "moved": [SealedAnswer(mailbox.pk, 2, first.sealed)],
        "twice": [first, first],
        "gap": [first, third],
        "another code's": [first, SealedAnswer(mailbox.pk, 2, foreign)],
        "swapped": [second, first],
    }[damage]

    assert len(open_answers(read_reply(reply_of([first, second, third])), keys, SITE)) == 3
    with pytest.raises(AnswerRefused):
        open_answers(read_reply(reply_of(handed_out)), keys, SITE)


def test_the_oldest_answers_make_room_for_the_newest(mailbox: Mailbox, keys: ConversationKeys) -> None:
    for number in range(1, 6):
        give(keys, mailbox, number, f"{number}" + "x" * 6000)

    assert [text[0] for text in texts(keys)] == ["4", "5"]
    assert Answer.objects.count() == 2
    state = answer_store.state_of(keys, mailbox)
    assert state
    assert state.last == 5


def test_one_press_erases_and_silence_does_too(mailbox: Mailbox, keys: ConversationKeys) -> None:
    give(keys, mailbox, 1)
    answer_store.erase(keys.locator)
    assert texts(keys) == []
    assert not Answer.objects.exists()

    give(keys, mailbox, 1)
    Conversation.objects.update(delete_on=localdate() - timedelta(days=1))
    assert texts(keys) == []
    assert answer_store.state_of(keys, mailbox) is None
    give(keys, mailbox, 1, "di nuovo")
    assert texts(keys) == ["di nuovo"]


def test_a_row_of_a_conversation_says_nothing_but_place_desk_and_days(
    mailbox: Mailbox, keys: ConversationKeys
) -> None:
    give(keys, mailbox, 1)

    assert {field.name for field in Conversation._meta.concrete_fields} == {
        "place",
        "mark",
        "mailbox",
        "day",
        "delete_on",
    }
    assert {field.name for field in Answer._meta.concrete_fields} == {
        "id",
        "conversation",
        "number",
        "sealed",
    }
    assert Conversation.objects.get().day == localdate()
