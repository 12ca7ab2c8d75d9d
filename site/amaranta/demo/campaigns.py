"""The two campaigns of the demonstration: one for 25 November, one that lasts most of a year."""

import datetime as dt
import json
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from amaranta.demo.pages import stream
from amaranta.demo.text.campaigns import BREAD, ENGLISH, INDEX, NOVEMBER, CampaignText
from home.models import CampaignEvent, CampaignIndexPage, CampaignPage, HomePage

BEFORE, AFTER = (11, 18), (12, 10)


def build_campaigns(home: HomePage) -> None:
    """Publish the campaigns below `home`, and the one of November in English; once."""
    if CampaignIndexPage.objects.child_of(home).exists():
        return
    today = timezone.localdate()
    index = CampaignIndexPage(**INDEX, show_in_menus=True)
    home.add_child(instance=index)
    index.save_revision().publish()
    year = today.year if (today.month, today.day) <= AFTER else today.year + 1
    november = build_campaign(index, NOVEMBER, dt.date(year, *BEFORE), dt.date(year, *AFTER))
    build_campaign(index, BREAD, today - dt.timedelta(days=30), today + dt.timedelta(days=300))
    _translate(index, november)


def build_campaign(
    index: CampaignIndexPage, text: CampaignText, starts_on: dt.date, ends_on: dt.date
) -> CampaignPage:
    """Return a published campaign; its events are counted in days from `starts_on`."""
    campaign: Any = CampaignPage(**text.fields, starts_on=starts_on, ends_on=ends_on)
    campaign.body = stream(text.body, {})
    campaign.partners = json.dumps([{"type": "name", "value": name} for name in text.partners])
    campaign.materials = json.dumps(_materials(index, text.materials))
    for event in text.events:
        day = starts_on + dt.timedelta(days=event.day)
        campaign.events.add(
            CampaignEvent(
                title=event.title,
                place=event.place,
                starts_at=_at(day, event.opens),
                ends_at=_at(day, event.closes),
                description=event.description,
                by_invitation=event.by_invitation,
            )
        )
    index.add_child(instance=campaign)
    campaign.full_clean()
    campaign.save_revision().publish()
    published: CampaignPage = campaign
    return published


def _at(day: dt.date, clock: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.fromisoformat(clock)))


def _materials(index: Page, paths: tuple[str, ...]) -> list[dict[str, Any]]:
    root = index.get_parent().url_path
    pages = Page.objects.filter(url_path__in=[f"{root}{path}/" for path in paths]).order_by("path")
    return [{"type": "page", "value": page.pk} for page in pages]


def _translate(index: CampaignIndexPage, campaign: CampaignPage) -> None:
    locale = Locale.objects.filter(language_code="en").first()
    home = index.get_parent()
    if locale is None or home.get_translation_or_none(locale) is None:
        return
    for page, words in ((index, ENGLISH["index"]), (campaign, ENGLISH["november"])):
        translated: Any = page.copy_for_translation(locale)
        for name, value in words.items():
            setattr(translated, name, stream(value, {}) if name == "body" else value)
        if page is campaign:
            translated.partners = translated.materials = "[]"
            translated.events = []
        translated.save_revision().publish()
