"""The news of the demonstration, with the days that their files say."""

from typing import Any

from django.utils import timezone

from home.models import HomePage, NewsEvent, NewsIndexPage, NewsPage

from .content_files import below, read_page
from .events import EventText, add_event
from .page_fields import fields_of
from .pages import stream

INDEX = "notizie"


def build_news(home: HomePage) -> None:
    """Publish the archive and what is in it; once."""
    if NewsIndexPage.objects.child_of(home).exists():
        return
    text = read_page(INDEX)
    index = NewsIndexPage(slug=text.slug, **fields_of(text, NewsIndexPage))
    home.add_child(instance=index)
    index.save_revision().publish()
    for each in below(INDEX):
        page: Any = NewsPage(slug=each.slug, **fields_of(each, NewsPage, besides=("events",)))
        page.body = stream(each.body, {})
        for event in each.words.get("events", ()):
            add_event(page, NewsEvent, EventText(**event), timezone.localdate())
        index.add_child(instance=page)
        page.full_clean()
        page.save_revision().publish()
