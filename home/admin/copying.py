"""Where a page may be copied to: of some kinds there is room for one, and then a copy is not offered."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page, PagePermissionTester, get_page_models


def places_for(page: Page, user: Any) -> Iterator[Page]:
    """Yield the pages of the same language below which `user` may put a copy, that of the original first."""
    model = page.specific_class
    own = page.get_parent()
    others = (
        Page.objects.type(*model.allowed_parent_page_models()).filter(locale=page.locale_id).order_by("path")
    )
    for parent in (own, *(others.exclude(pk=own.pk) if own else others).order_by("path")):
        if parent and model.can_create_at(parent) and parent.permissions_for_user(user).can_add_subpage():
            yield parent


def why_not(page: Page, parent: Page) -> str:
    """Return why no copy goes below `parent`, empty where only a permission is missing."""
    model = page.specific_class
    kind = model.get_verbose_name()
    if not model.can_exist_under(parent):
        return _("Sotto «%(title)s» non può stare una pagina del tipo «%(kind)s».") % {
            "title": parent.title,
            "kind": kind,
        }
    if not model.can_create_at(parent):
        return _("Sotto «%(title)s» c’è già una pagina del tipo «%(kind)s», e ce ne sta una sola.") % {
            "title": parent.title,
            "kind": kind,
        }
    return ""


def only_where_there_is_room(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say why there is no place for a copy, and go back to the page; None if there is one."""
    if next(places_for(page, request.user), None):
        return None
    parent = page.get_parent()
    reason = why_not(page, parent) if parent else ""
    words = reason or _("Non c’è una pagina sotto la quale tu possa mettere la copia.")
    messages.error(request, _("«%(title)s» non si copia.") % {"title": page.title} + " " + words)
    return redirect("wagtailadmin_pages:edit", page.pk)


class OneOfAKind(PagePermissionTester):
    """The permissions on a page of a kind of which a place holds few."""

    def can_copy(self) -> bool:
        return bool(super().can_copy() and next(places_for(self.page, self.user), None))


def permissions_of_one(page: Page, user: Any) -> PagePermissionTester:
    return OneOfAKind(user, page)


def offer_copies_where_there_is_room() -> None:
    """Give every kind of page with a limit its permissions: the next such kind cannot forget it."""
    for model in get_page_models():
        if model.max_count is not None or model.max_count_per_parent is not None:
            model.permissions_for_user = permissions_of_one
