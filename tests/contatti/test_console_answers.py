"""Answers as an operator's browser posts them: for her desk, in turn, and without a trace but themselves."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import ModelLogEntry, PageLogEntry

from contatti.sealed import answer_store
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import (
    AnswerDocument,
    AnswerPlace,
    ConversationKeys,
    document_text,
    keys_of,
    make_code,
    open_answers,
    read_reply,
    seal_answer,
)
from contatti.sealed.models import Answer, Conversation
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.staff import operator

BASE = "/admin/console/rispondi/"


@dataclass
class Woman:
    """Who wrote to a desk with a code, and what an operator's browser does with her reply code."""

    keys: ConversationKeys
    desk: DeskPage

    @property
    def fields(self) -> dict[str, Any]:
        found = {"place": self.keys.place.hex(), "mark": self.keys.mark.hex()}
        return {**found, "mailbox": self.desk.mailbox.pk}

    def sealed(self, number: int, text: str = "Ti aspettiamo.") -> str:
        place = AnswerPlace(sealed_settings.SITE_ID, self.desk.mailbox.pk, number)
        document = document_text(AnswerDocument(text, date(2026, 12, 1)))
        return urlsafe_b64encode(seal_answer(document, self.keys.public, place)).decode().rstrip("=")

    def keep(self, client: Client, number: int, /, **others: Any) -> HttpResponse:
        fields = {**self.fields, "number": number, "days": 30, "sealed": self.sealed(number), **others}
        return client.post(f"{BASE}metti/", fields, headers={"X-Requested-With": "XMLHttpRequest"})

    def ask(self, client: Client, address: str = "stato/", **others: Any) -> HttpResponse:
        headers = {"X-Requested-With": "XMLHttpRequest"}
        return client.post(f"{BASE}{address}", {**self.fields, **others}, headers=headers)

    @property
    def reads(self) -> list[str]:
        found = read_reply(answer_store.reply_for(self.keys.locator))
        return [each.document.text for each in open_answers(found, self.keys, sealed_settings.SITE_ID)]


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


@pytest.fixture
def woman(desk: DeskPage) -> Woman:
    return Woman(keys_of(make_code(), sealed_settings.SITE_ID), desk)


def test_a_code_is_never_answered_then_answered_since_a_day_then_never_answered_again(
    woman: Woman, desk: DeskPage
) -> None:
    anna = operator("anna", desk)
    assert woman.ask(anna).json() == {
        "today": localdate().isoformat(), "known": False, "last": 0, "since": "", "until": "", "left": 0
    }  # fmt: skip

    kept = woman.keep(anna, 1)
    assert (kept.status_code, woman.reads) == (200, ["Ti aspettiamo."])
    assert kept.json()["until"]
    state = woman.ask(anna).json()
    assert (state["known"], state["last"], bool(state["since"])) == (True, 1, True)

    assert woman.ask(anna, "chiudi/").status_code == 200
    assert woman.reads == []
    assert woman.ask(anna).json()["known"] is False


def test_of_two_who_answer_at_once_the_second_reads_the_new_state_and_nothing_of_hers_is_kept(
    woman: Woman, desk: DeskPage
) -> None:
    anna, bea = operator("anna", desk), operator("bea", desk)
    woman.keep(anna, 1)

    refused = woman.keep(bea, 1, sealed=woman.sealed(1, "Altra"))
    assert (refused.status_code, refused.json()["last"]) == (409, 1)
    assert woman.reads == ["Ti aspettiamo."]
    assert woman.keep(bea, 2, sealed=woman.sealed(2, "Altra")).status_code == 200
    assert woman.reads == ["Ti aspettiamo.", "Altra"]


def test_who_brings_anothers_place_with_a_key_of_his_own_is_a_stranger_and_gets_nothing(
    woman: Woman, desk: DeskPage
) -> None:
    anna = operator("anna", desk)
    woman.keep(anna, 1)
    his = keys_of(make_code(), sealed_settings.SITE_ID)
    impostor = Woman(ConversationKeys(woman.keys.locator, his.private), desk)
    assert impostor.fields["place"] == woman.fields["place"]

    state = impostor.ask(anna).json()
    assert (state["known"], state["last"], state["since"], state["until"]) == (False, 0, "", "")
    for number in (1, 2):
        refused = impostor.keep(anna, number)
        assert (refused.status_code, refused.json()["known"]) == (409, False)
    assert impostor.ask(anna, "chiudi/").status_code == 200
    assert woman.reads == ["Ti aspettiamo."]
    assert woman.ask(anna).json()["known"] is True


def test_a_shorter_time_than_what_she_was_told_shortens_nothing_and_the_page_is_told_so(
    woman: Woman, desk: DeskPage
) -> None:
    anna = operator("anna", desk)
    woman.keep(anna, 1, days=60)
    until = woman.ask(anna).json()["until"]
    assert woman.ask(anna).json()["left"] == 60

    kept = woman.keep(anna, 2, days=7).json()
    assert (kept["until"], kept["left"]) == (until, 60)
    assert Conversation.objects.get().delete_on == localdate() + timedelta(days=60)


def test_an_answer_from_before_keys_were_marked_is_a_strangers_once(woman: Woman, desk: DeskPage) -> None:
    anna = operator("anna", desk)
    woman.keep(anna, 1)
    Conversation.objects.update(mark="")

    state = woman.ask(anna).json()
    assert (state["known"], state["last"]) == (False, 1)
    kept = woman.keep(anna, 2)
    assert (kept.status_code, kept.json()["known"]) == (200, True)
    assert woman.reads == ["Ti aspettiamo."] * 2


def test_another_desk_neither_learns_of_a_code_nor_answers_nor_ends_it(
    woman: Woman, desk: DeskPage, desks: DeskMaker
) -> None:
    other = desks.open("Secondo")
    anna, carla = operator("anna", desk), operator("carla", other)
    woman.keep(anna, 1)

    for address in ("stato/", "chiudi/"):
        assert woman.ask(carla, address).status_code == 403
    assert woman.keep(carla, 2).status_code == 403
    as_hers = {"mailbox": other.mailbox.pk}
    assert woman.ask(carla, **as_hers).json()["known"] is False
    assert woman.ask(carla, "chiudi/", **as_hers).status_code == 200
    assert woman.keep(carla, 1, **as_hers).status_code == 409
    assert woman.keep(carla, 2, **as_hers).status_code == 409
    assert woman.reads == ["Ti aspettiamo."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "zz" * 32},
        {"place": "ab" * 31},
        {"place": ""},
        {"mark": "ab" * 31},
        {"mark": ""},
        {"mailbox": "x"},
        {"mailbox": "0"},
        {"mailbox": "9" * 30},
        {"number": "0"},
        {"number": "9" * 20},
        {"days": "365"},
        {"days": ""},
        {"sealed": "Ti aspettiamo."},
        {"sealed": "A"},
        {"sealed": "A" * 30_000},
    ],
    ids=str,
)
def test_what_no_page_of_ours_posts_is_refused(woman: Woman, desk: DeskPage, wrong: dict[str, str]) -> None:
    anna = operator("anna", desk)

    assert woman.keep(anna, 1, **wrong).status_code == 400
    assert not Conversation.objects.exists()
    assert woman.keep(anna, 1).status_code == 200


def test_what_has_not_the_size_of_a_sealed_answer_is_never_kept(woman: Woman, desk: DeskPage) -> None:
    anna = operator("anna", desk)
    plain = urlsafe_b64encode(b"Ti aspettiamo in via Prova." * 20).decode().rstrip("=")

    assert woman.keep(anna, 1, sealed=plain).status_code == 409
    assert not Answer.objects.exists()


def test_a_database_that_refuses_is_told_and_a_second_try_keeps_the_answer(
    woman: Woman, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = operator("anna", desk)

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(Answer.objects, "create", refuse)
        assert woman.keep(anna, 1).status_code == 503
    assert woman.keep(anna, 1).status_code == 200
    assert woman.reads == ["Ti aspettiamo."]


def test_nothing_of_a_place_or_an_answer_is_written_into_logs_or_into_the_administrations_history(
    woman: Woman, desk: DeskPage, written_log: StringIO
) -> None:
    anna = operator("anna", desk)
    entries = ModelLogEntry.objects.count() + PageLogEntry.objects.count()
    woman.keep(anna, 1)
    woman.keep(anna, 1)
    woman.keep(anna, 2, days="x")
    woman.ask(anna)
    woman.ask(anna, "chiudi/", mailbox=0)
    woman.ask(anna, "chiudi/")

    log = written_log.getvalue()
    for secret in (woman.keys.place.hex(), woman.sealed(1)[:40], "Ti aspettiamo"):
        assert secret not in log
    assert ModelLogEntry.objects.count() + PageLogEntry.objects.count() == entries


def test_a_desk_whose_answers_women_may_still_read_is_not_deleted(
    woman: Woman, desk: DeskPage, admin_client: Client
) -> None:
    woman.keep(operator("anna", desk), 1)
    delete = reverse("wagtailadmin_pages:delete", args=[desk.pk])

    refused = admin_client.post(delete, follow=True).content.decode()
    assert "risposte che donne devono ancora poter leggere" in refused
    assert DeskPage.objects.filter(pk=desk.pk).exists()
    Conversation.objects.update(delete_on=date(2020, 1, 1))
    admin_client.post(delete)
    assert not DeskPage.objects.filter(pk=desk.pk).exists()


def test_a_desk_that_is_taken_off_the_site_still_answers_and_she_still_reads(
    woman: Woman, desk: DeskPage
) -> None:
    anna = operator("anna", desk)
    woman.keep(anna, 1)
    desk.unpublish()
    assert woman.reads == ["Ti aspettiamo."]

    assert desk.title in anna.get(BASE).content.decode()
    assert (woman.ask(anna).json()["known"], woman.keep(anna, 2).status_code) == (True, 200)
    assert woman.reads == ["Ti aspettiamo."] * 2


def test_an_answer_to_what_she_erased_meanwhile_is_not_kept_and_the_page_is_told(
    woman: Woman, desk: DeskPage
) -> None:
    anna = operator("anna", desk)
    woman.keep(anna, 1)
    answer_store.erase(woman.keys.locator)

    refused = woman.keep(anna, 2)
    assert (refused.status_code, refused.json()["known"], refused.json()["last"]) == (409, False, 0)
    assert woman.reads == []


def test_the_page_holds_no_form_that_could_post_what_is_typed_and_every_field_tells_browsers_to_keep_nothing(
    desk: DeskPage,
) -> None:
    page = operator("anna", desk).get(BASE).content.decode()
    console = page.partition('id="console" hidden')[2].partition('id="console-data"')[0]

    assert 'id="id_text"' in console
    assert "<form" not in console
    fields = console.count("<input") + console.count("<textarea") + console.count("<select")
    assert fields == console.count('autocomplete="off"') == 11
