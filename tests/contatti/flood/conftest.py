"""Desks in a flood: lanes that are empty at first, and no budget left."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from contatti.contact_form import work
from contatti.models import DeskMailbox
from tests.contatti.site import ContactSite


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget what the lanes held in another test, and ask for proofs that Python makes in a moment."""
    monkeypatch.setattr(work, "BITS", tuple((least, bits - 10) for least, bits in work.BITS))
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def spent(contact: ContactSite) -> ContactSite:
    """Return a site whose desks have no budget left in this hour."""
    DeskMailbox.objects.update(hourly_limit=0)
    return contact
