"""Atom feeds (RFC 4287) of what is public."""

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from home.kept_answers import may_be_kept

MOST = 20
AN_HOUR = "max-age=3600"


class PlainAtomFeed(Atom1Feed):
    """Django's Atom feed, whose summaries are what they are: text, with signs that HTML would swallow."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        if item["description"] is not None:
            handler.addQuickElement("summary", item["description"], {"type": "text"})


class PageFeed(Feed):  # type: ignore[type-arg]  # while running it takes none
    """Pages below an index page, which gives the feed its name."""

    feed_type = PlainAtomFeed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        response.headers["Cache-Control"] = AN_HOUR
        may_be_kept(response)
        return response

    def title(self, index: Any) -> str:
        return f"Amaranta · {index.title}"

    def subtitle(self, index: Any) -> str:
        return str(index.search_description)

    def link(self, index: Any) -> str:
        return str(index.full_url)

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_link(self, item: Any) -> str:
        return str(item.full_url)

    def item_guid(self, item: Any) -> str:
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: Any) -> dt.datetime | None:
        moment: dt.datetime | None = item.first_published_at
        return moment

    def item_updateddate(self, item: Any) -> dt.datetime | None:
        moment: dt.datetime | None = item.last_published_at
        return moment


class CampaignFeed(PageFeed):
    """The published campaigns below a CampaignIndexPage, latest first."""

    author_name = "Rete Amaranta"

    def get_object(self, request: HttpRequest, index: Any) -> Any:
        return index

    def feed_url(self, index: Any) -> str:
        return f"{index.full_url}feed/"

    def items(self, index: Any) -> list[Any]:
        return list(index.campaigns().order_by("-first_published_at")[:MOST])

    def item_description(self, item: Any) -> str:
        return f"{item.slogan_line} · {item.search_description}"


class NewsFeed(PageFeed):
    """The published news below a NewsIndexPage, latest first; the day is that of the page."""

    author_name = "Rete Amaranta"

    def get_object(self, request: HttpRequest, index: Any) -> Any:
        return index

    def feed_url(self, index: Any) -> str:
        return f"{index.full_url}feed/"

    def items(self, index: Any) -> list[Any]:
        return list(index.news()[:MOST])

    def item_description(self, item: Any) -> str:
        return str(item.search_description)

    def item_pubdate(self, item: Any) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(item.day, dt.time()))

    def item_categories(self, item: Any) -> list[str]:
        return [str(item.get_kind_display())]


def json_feed(index: Any, items: list[Any], language: str, address: str) -> JsonResponse:
    """Answer pages below an index page as a JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Amaranta · {index.title}",
        "description": index.search_description,
        "home_page_url": index.full_url,
        "feed_url": address,
        "language": language,
        "items": [
            {
                "id": f"urn:uuid:{item.translation_key}",
                "url": item.full_url,
                "title": item.title,
                "summary": item.search_description,
                "content_text": item.search_description,
                "date_published": timezone.make_aware(dt.datetime.combine(item.day, dt.time())),
                "date_modified": item.last_published_at,
                "tags": [str(item.get_kind_display())],
            }
            for item in items
        ],
    }
    response = JsonResponse(feed, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = "application/feed+json; charset=utf-8"
    response.headers["Cache-Control"] = AN_HOUR
    may_be_kept(response)
    return response
