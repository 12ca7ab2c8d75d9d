"""The verification by Google, which is off unless the server has keys and an editor asks for it."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import Settings

from contatti import captcha
from contatti.models import ContactPage, DeskMailbox
from contatti.models.contact_page import FLOOD
from contatti.sealed.conversation import keys_of, make_code
from contatti.sealed.envelope import seal
from contatti.sealed.models import Lane, OutboxItem
from tests.contatti.conversations import SITE, code_of, give_answer
from tests.contatti.flood.flooding import hold_some, prove
from tests.contatti.site import ContactSite, certificates, send_envelope
from tests.contatti.verifier import BAD, GOOD, NONSENSE, SLOW, Verifier, running_verifier

TEXT = "due parole di prova"


@pytest.fixture
def verifier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, contact: ContactSite
) -> Iterator[Verifier]:
    """Return a verifier that the site with the form asks."""
    with running_verifier(tmp_path) as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(running.trust))
        settings.RECAPTCHA_DOMAIN = running.domain
        settings.RECAPTCHA_PUBLIC_KEY = "pubblica"
        settings.RECAPTCHA_PRIVATE_KEY = "privata"
        settings.RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 0.5
        ContactPage.objects.update(verification=True)
        yield running


def test_without_keys_nothing_of_google_is_in_the_page_or_its_policy(
    contact: ContactSite, client: Client
) -> None:
    ContactPage.objects.update(verification=True)
    response = client.get(f"/scrivi/{contact.desks[0].pk}/")

    assert "data-captcha" not in response.content.decode()
    assert "recaptcha" not in response.headers["Content-Security-Policy"]
    assert contact.send(client, contact.fields(d=TEXT)).status_code == 303


def test_an_editor_can_not_ask_for_it_before_the_server_has_keys(contact: ContactSite) -> None:
    contact.page.verification = True

    with pytest.raises(ValidationError, match="inserire le chiavi"):
        contact.page.clean()


def test_the_policy_opens_on_that_page_only(contact: ContactSite, verifier: Verifier, client: Client) -> None:
    policy = client.get(f"/scrivi/{contact.desks[0].pk}/").headers["Content-Security-Policy"]

    assert f"https://{verifier.domain}" in policy
    assert "unsafe" not in policy
    assert verifier.domain not in client.get("/").headers["Content-Security-Policy"]
    assert "Cross-Origin-Embedder-Policy" not in client.get("/scrivi/").headers
    assert client.get("/").headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "require-trusted-types-for" in client.get("/").headers["Content-Security-Policy"]


def test_a_verified_request_is_taken_and_google_is_not_told_her_address(
    contact: ContactSite, verifier: Verifier, client: Client
) -> None:
    response = contact.send(client, contact.fields(d=TEXT, **{captcha.NAME: GOOD}))

    assert response.status_code == 303
    asked = verifier.asked[0]
    assert asked == {"path": ["/recaptcha/api/siteverify"], "secret": ["privata"], "response": [GOOD]}


def test_who_sends_again_because_the_answer_was_lost_is_not_verified_twice(
    contact: ContactSite, verifier: Verifier, client: Client
) -> None:
    fields = contact.fields(d=TEXT, **{captcha.NAME: GOOD})
    spent = {**fields, captcha.NAME: BAD}
    new = contact.fields(d="altro", **{captcha.NAME: BAD})
    received = ["Ricevuto" in contact.answer(client, one) for one in (fields, spent, new)]

    assert received == [True, True, False]
    assert OutboxItem.objects.count() == 1


def test_a_sealed_request_sent_again_is_not_verified_twice(
    contact: ContactSite, verifier: Verifier, client: Client
) -> None:
    der, token = seal("ciao", certificates(contact)), contact.token()
    answers = [
        send_envelope(contact, client, der, t=token, **fields).status_code
        for fields in ({captcha.NAME: GOOD}, {captcha.NAME: BAD}, {captcha.NAME: BAD, "y": "altro"})
    ]

    assert answers == [200, 200, 400]
    assert OutboxItem.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("", "Fai la verifica"),
        (BAD, "non è riuscita"),
        (SLOW, "adesso non funziona"),
        (NONSENSE, "adesso non funziona"),
    ],
)
def test_every_other_outcome_is_said_and_the_words_are_kept(
    contact: ContactSite, verifier: Verifier, client: Client, answer: str, words: str
) -> None:
    text = contact.answer(client, contact.fields(d=TEXT, **{captcha.NAME: answer}))

    assert words in text
    assert TEXT in text
    assert 'href="tel:1522"' in text
    assert OutboxItem.objects.count() == 0


def test_a_verifier_that_is_not_there_refuses_and_says_so(
    contact: ContactSite, verifier: Verifier, client: Client, settings: Settings
) -> None:
    settings.RECAPTCHA_DOMAIN = "localhost:9"
    page = contact.answer(client, contact.fields(d=TEXT, **{captcha.NAME: GOOD}))

    assert "adesso non funziona" in page
    assert OutboxItem.objects.count() == 0


def test_who_shows_that_the_desk_answered_her_is_not_verified(
    contact: ContactSite, verifier: Verifier, client: Client
) -> None:
    number, mailbox = make_code(), contact.desks[0].mailbox
    give_answer(code_of(number, mailbox), "Ciao.")
    der = seal("ciao", certificates(contact))

    def status_for(code: str) -> int:
        shown = urlsafe_b64encode(keys_of(code, SITE).locator).decode().rstrip("=")
        return send_envelope(contact, client, der, m=str(mailbox.pk), l=shown).status_code

    assert status_for(make_code()) == 400
    assert status_for(number) == 200
    assert verifier.asked == []


def test_in_a_flood_only_the_lane_that_suffers_asks_and_whoever_does_not_answer_waits_and_is_not_refused(
    contact: ContactSite, verifier: Verifier, client: Client
) -> None:
    def lane_of(**fields: str) -> str | None:
        OutboxItem.objects.exclude(pk__in=waiting).delete()
        der = seal("ciao", certificates(contact))
        token = contact.token()
        assert send_envelope(contact, client, der, t=token, x=prove(token), **fields).status_code == 200
        return OutboxItem.objects.exclude(pk__in=waiting).values_list("lane", flat=True).get()

    ContactPage.objects.update(verification=False, verification_in_floods=True)
    DeskMailbox.objects.update(hourly_limit=0)
    waiting: list[object] = []
    address = f"/scrivi/{contact.desks[0].pk}/"
    cache.clear()
    assert "data-captcha" not in client.get(address).content.decode()
    assert lane_of(y="a") == "sealed"

    hold_some(contact, Lane.SEALED, FLOOD)
    waiting += OutboxItem.objects.values_list("pk", flat=True)
    cache.clear()
    page = client.get(address).content.decode()

    assert "data-captcha" in page
    assert "il messaggio è preso lo stesso" in page
    assert lane_of(y="b") == "slow"
    assert lane_of(y="c", **{captcha.NAME: BAD}) == "slow"
    assert lane_of(y="d", **{captcha.NAME: GOOD}) == "sealed"
    asked = len(verifier.asked)
    OutboxItem.objects.exclude(pk__in=waiting).delete()
    assert "Ricevuto" in contact.answer(client, contact.fields(d=TEXT))
    assert OutboxItem.objects.filter(lane=Lane.PLAIN).count() == 1
    assert len(verifier.asked) == asked
