"""The event that a sign-up is for, as an address and a posted field name it."""

import re
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.utils import timezone

from home.models import CampaignEvent, NewsEvent
from home.models.events import Event, take_places_from_main

EVENT = "q"
"""The field of the form that names the event; a request has none."""
KINDS: tuple[Any, ...] = (CampaignEvent, NewsEvent)
"""What has events: a page's number is in one of them only, so the key needs no kind."""
_KEY = re.compile(r"([0-9]{1,18})-([0-9a-f]{1,32})")


@dataclass(frozen=True, slots=True)
class SignUp:
    """An event of a published page that has, or had, sign-ups. `told` is its line for the desk."""

    event: Event
    told: str

    @property
    def key(self) -> str:
        return self.event.sign_up_key

    @property
    def desk(self) -> str:
        """Return the primary key of the desk that receives it, as addresses and fields have it."""
        return str(self.event.sign_up_at_id)

    @property
    def is_open(self) -> bool:
        return self.event.takes_sign_ups


def sign_up_named(key: str) -> SignUp | None:
    """Return the event with that key, None if there is none: four queries at most."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    for kind in KINDS:
        events = kind.objects.filter(page__live=True, public_id=found[2]).exclude(sign_up_at=None)
        event = events.filter(page_id=int(found[1])).select_related("page__locale").first()
        if event:
            take_places_from_main([event], event.page.locale.language_code)
            return SignUp(event, _told(event))
    return None


def _told(event: Event) -> str:
    """Return what and when in the language of the desks, if the page is there in it."""
    page, kind = event.page, cast("Any", type(event))
    if page.locale.language_code != settings.LANGUAGE_CODE:
        originals = kind.objects.filter(
            page__translation_key=page.translation_key,
            page__locale__language_code=settings.LANGUAGE_CODE,
            public_id=event.public_id,
        )
        event = originals.first() or event
    return f"{' '.join(event.title.split())}, {timezone.localtime(event.starts_at):%d/%m/%Y, %H:%M}"
