"""What Wagtail opens to everybody who may enter: choosers, lists for choosers, and titles of any page.

Who writes no page has no business with the drafts, documents and pictures of those who do; who writes has
none with drafts that she may not open. Asked before each view, so that the next chooser is closed too.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, task_permission_policy

from home.files.rights import looks_after_any

WRITING = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
"""Of the rights to pages, any of these is a writer's."""

FOR_WRITERS = (
    "enti:choose_parent", "translation", "wagtailadmin_api:", "wagtailadmin_block_preview",
    "wagtailadmin_choose_page", "wagtailadmin_pages:", "wagtailadmin_tag_", "wagtaildocs", "wagtailembeds:",
    "wagtailimages", "wagtailsnippetchoosers_",
)  # fmt: skip
"""Beginnings of the names of addresses that serve the writing of pages."""
BULK = "wagtail_bulk_action"
BULK_OF_WRITERS = ("wagtailcore", "wagtailimages", "wagtaildocs")
"""Apps whose actions on several things at once name those things, permitted or not."""
FOR_PUBLISHERS = ("wagtailadmin_reports:page_types_usage",)
"""Names the last page of each type, whoever may see it."""
FOR_WHO_MAKES_WORKFLOWS = ("wagtailadmin_workflows:task_chooser", "wagtailadmin_workflows:task_chosen")
LONGEST = 10
"""Digits: no page's number has more, and no database takes many more."""
CHOSEN = "wagtailadmin_choose_page_chosen_multiple"
"""Wagtail's answer names whatever pages it is asked for."""
OF_A_PAGE = ("page_id", "page_to_move_id", "page_pk", "parent_page_id")


class ReadingRightsMiddleware:
    """Refuses as Wagtail does: back to the first screen, with a message."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is None or not match.route.startswith("admin/"):
            return None
        user: Any = request.user
        if not user.is_authenticated or user.is_superuser:
            return None  # Wagtail asks the one to sign in
        if is_open(user, match) and not _is_hidden(user, _pages_asked_for(request, match)):
            return None
        refusal: HttpResponseBase = permission_denied(request)
        return refusal


def is_open(user: Any, match: ResolverMatch) -> bool:
    """Tell whether an address of the administration is for somebody's work; its own view may still refuse."""
    name = match.view_name or ""
    if name.startswith(FOR_WHO_MAKES_WORKFLOWS):
        return bool(task_permission_policy.user_has_any_permission(user, ["add", "change"]))
    if name.startswith(FOR_PUBLISHERS):
        return bool(page_permission_policy.user_has_permission(user, "publish"))
    of_writers = name == BULK and match.kwargs.get("app_label") in BULK_OF_WRITERS
    return not (of_writers or name.startswith(FOR_WRITERS)) or writes(user)


def writes(user: Any) -> bool:
    """Tell whether somebody writes, changes or publishes any page, or looks after files."""
    return bool(page_permission_policy.user_has_any_permission(user, WRITING)) or looks_after_any(user)


def visible_to(user: Any, pages: Any) -> Any:
    """Return those pages that are on the site, and drafts that somebody may open."""
    explorable = page_permission_policy.explorable_instances(user).values("pk")
    return pages.filter(live=True) | pages.filter(pk__in=explorable)


@hooks.register("construct_page_chooser_queryset")
def choose_among_visible(pages: Any, request: HttpRequest) -> Any:
    """Leave out of choosers the drafts that whoever chooses may not open."""
    return pages if request.user.is_superuser else visible_to(request.user, pages)


def _pages_asked_for(request: HttpRequest, match: ResolverMatch) -> set[int]:
    asked = [match.kwargs.get(name, "") for name in OF_A_PAGE]
    of_pages = match.view_name == BULK and match.kwargs.get("model_name") == "page"
    if of_pages or match.view_name == CHOSEN:
        asked += request.GET.getlist("id")
    return {int(number) for number in asked if str(number).isdecimal() and len(str(number)) < LONGEST}


def _is_hidden(user: Any, numbers: set[int]) -> bool:
    if not numbers:
        return False
    found = set(Page.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    shown = set(visible_to(user, Page.objects.filter(pk__in=found)).values_list("pk", flat=True))
    return found != shown
