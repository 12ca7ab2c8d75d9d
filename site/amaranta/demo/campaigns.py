"""The two campaigns of the demonstration: one for 25 November, one that lasts most of a year."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import CampaignEvent, CampaignIndexPage, CampaignPage, HomePage

from .content_files import PageText, read_page, read_pages
from .events import EventText, add_event
from .markdown_blocks import Block
from .page_fields import fields_of
from .pages import stream
from .translations import LANGUAGES

INDEX, NOVEMBER, BREAD = "campagne", "campagne/25-novembre", "campagne/pane-e-una-parola"
BEFORE, AFTER = (11, 18), (12, 10)
LISTS = ("events", "partners", "materials")


@dataclass(frozen=True)
class CampaignText:
    fields: dict[str, Any]
    body: Sequence[Block]
    events: Sequence[EventText]
    partners: Sequence[str]
    materials: Sequence[str]


def build_campaigns(home: HomePage) -> None:
    """Publish the campaigns below `home`, and the one of November in every language; once."""
    if CampaignIndexPage.objects.child_of(home).exists():
        return
    today = timezone.localdate()
    text = read_page(INDEX)
    index = CampaignIndexPage(slug=text.slug, **fields_of(text, CampaignIndexPage))
    home.add_child(instance=index)
    index.save_revision().publish()
    year = today.year if (today.month, today.day) <= AFTER else today.year + 1
    november = build_campaign(index, read_campaign(NOVEMBER), dt.date(year, *BEFORE), dt.date(year, *AFTER))
    begun, ends = today - dt.timedelta(days=30), today + dt.timedelta(days=300)
    build_campaign(index, read_campaign(BREAD), begun, ends)
    _translate(index, november)


def read_campaign(path: str) -> CampaignText:
    """Return the words of a campaign from its file."""
    text = read_page(path)
    return CampaignText(
        fields={"slug": text.slug, **fields_of(text, CampaignPage, besides=LISTS)},
        body=text.body,
        events=[EventText(**event) for event in text.words["events"]],
        partners=text.words["partners"],
        materials=text.words["materials"],
    )


def build_campaign(
    index: CampaignIndexPage, text: CampaignText, starts_on: dt.date, ends_on: dt.date
) -> CampaignPage:
    """Return a published campaign; its events are counted in days from `starts_on`."""
    campaign: Any = CampaignPage(**text.fields, starts_on=starts_on, ends_on=ends_on)
    campaign.body = stream(text.body, {})
    campaign.partners = json.dumps([{"type": "name", "value": name} for name in text.partners])
    campaign.materials = json.dumps(_materials(index, text.materials))
    for event in text.events:
        add_event(campaign, CampaignEvent, event, starts_on)
    index.add_child(instance=campaign)
    campaign.full_clean()
    campaign.save_revision().publish()
    published: CampaignPage = campaign
    return published


def _materials(index: Page, paths: Sequence[str]) -> list[dict[str, Any]]:
    root = index.get_parent().url_path
    pages = Page.objects.filter(url_path__in=[f"{root}{path}/" for path in paths]).order_by("path")
    return [{"type": "page", "value": page.pk} for page in pages]


def _translate(index: CampaignIndexPage, campaign: CampaignPage) -> None:
    home = index.get_parent()
    for locale in Locale.objects.filter(language_code__in=LANGUAGES):
        texts = read_pages(locale.language_code)
        if home.has_translation(locale) and INDEX in texts:
            _translate_into(locale, {index: texts[INDEX], campaign: texts[NOVEMBER]})


def _translate_into(locale: Locale, texts: Mapping[Any, PageText]) -> None:
    for page, text in texts.items():
        translated: Any = page.copy_for_translation(locale)
        for name, value in {"slug": text.slug, **fields_of(text, type(page))}.items():
            setattr(translated, name, value)
        if isinstance(page, CampaignPage):
            translated.body = stream(text.body, {})
            translated.partners = translated.materials = "[]"
            translated.events = []
        translated.save_revision().publish()
