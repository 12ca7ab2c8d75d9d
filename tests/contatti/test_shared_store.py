"""A Redis that is gone: what is posted is answered all the same, codes count once, pages are drawn."""

from pathlib import Path

import pytest
from django.core.cache import cache, caches
from django.test import Client
from pytest_django import Settings

from amaranta.page_cache import generation
from home import once
from tests.contatti.site import ContactSite

NOWHERE = "redis://127.0.0.1:1"


@pytest.fixture(autouse=True)
def gone(settings: Settings, tmp_path: Path) -> None:
    """Set the portal up as for several hosts, with a Redis that does not answer."""
    settings.CACHES = {
        "default": {"BACKEND": "logins.cache.LocalButForLogins"},
        "once_here": {"BACKEND": "home.once.file_store.BriefFiles", "LOCATION": tmp_path / "once"},
        "logins_here": {"BACKEND": "logins.cache.CountsInFiles", "LOCATION": tmp_path / "logins"},
        "once": {
            "BACKEND": "home.once.redis_store.SharedOrOwn", "LOCATION": NOWHERE, "OPTIONS": {"spare": "once_here"},
        },
        "logins": {
            "BACKEND": "home.once.redis_store.SharedOrOwn", "LOCATION": NOWHERE, "OPTIONS": {"spare": "logins_here"},
        },
        "shared": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": NOWHERE},
    }  # fmt: skip
    settings.GENERATION_CACHE = "shared"


def test_an_answer_is_kept_on_this_host_and_opens_once() -> None:
    word = once.keep("once", b"parole")

    assert once.take("once", word) == b"parole"
    assert once.take("once", word) is None


def test_attempts_to_sign_in_are_still_counted_and_a_code_counts_once() -> None:
    assert cache.add("allauth.code.1", "used", 60)
    assert not cache.add("allauth.code.1", "used", 60)
    cache.set("allauth.rate.1", [1, 2], 60)
    assert cache.get("allauth.rate.1") == [1, 2]
    assert caches["logins_here"].get("allauth.rate.1") == [1, 2]
    cache.delete("allauth.rate.1")
    assert cache.get("allauth.rate.1") is None


def test_a_request_without_javascript_is_received_and_a_page_is_drawn(
    contact: ContactSite, client: Client
) -> None:
    assert generation.current() is None
    assert 'name="t"' in contact.form(client)
    assert "Ricevuto" in contact.answer(client, contact.fields(d="due parole"))
    assert len(contact.texts()) == 1


def test_a_silent_store_is_not_asked_again_by_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert generation.current() is None
    asked: list[str] = []
    monkeypatch.setattr(type(caches["shared"]), "get", lambda *key: asked.append("asked"))

    assert generation.current() is None
    assert asked == []
    monkeypatch.setattr(generation.SharedGeneration, "silent_until", 0.0)
    generation.current()
    assert asked
