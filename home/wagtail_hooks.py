from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home import dashboard, faults, launch_checklist, widgets  # noqa: F401 - register questions, and how dates look
from home.admin import reading_rights  # noqa: F401 - registers what choosers offer
from home.admin.guide import guide
from home.admin.main_pages import keep_all, keep_from_deletion, keep_in_place, keep_on_site
from home.admin.page_actions import put_first
from home.admin.page_messages import say_what_comes_next, say_why_it_came_back
from home.admin.panels import QuickLinksPanel, TodosPanel
from home.models import CampaignPage
from home.publication.admin import advise, stop_publication
from home.translation import hooks as translation_hooks  # noqa: F401 - register the ways to translations
from home.views.faults import cross_off
from home.views.files_again import files_again
from home.views.reserved_phrases import ReservedPhraseViewSet
from home.views.site_languages import SiteLanguageViewSet
from home.views.style_guide import style
from home.views.withdraw import may_withdraw, withdraw

hooks.register("before_publish_page", stop_publication)
hooks.register("after_create_page", advise)
hooks.register("after_edit_page", advise)
hooks.register("after_create_page", say_what_comes_next)
hooks.register("after_edit_page", say_what_comes_next)
hooks.register("before_edit_page", say_why_it_came_back)
hooks.register("construct_page_action_menu", put_first)
hooks.register("before_delete_page", keep_from_deletion)
hooks.register("before_unpublish_page", keep_on_site)
hooks.register("before_move_page", keep_in_place)
hooks.register("before_bulk_action", keep_all)


@hooks.register("register_admin_viewset")
def reserved_phrases() -> ReservedPhraseViewSet:
    return ReservedPhraseViewSet()


@hooks.register("register_admin_viewset")
def site_languages() -> SiteLanguageViewSet:
    return SiteLanguageViewSet()


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("stile/", style, name="style"),
        path("guida/", guide, name="guide"),
        path("file/di-nuovo/", files_again, name="files_again"),
        path("guasti/<int:number>/", cross_off, name="fault_cross_off"),
        path("togli/<int:page_id>/", withdraw, name="withdraw"),
    ]


@hooks.register("register_help_menu_item")
def style_item() -> MenuItem:
    return MenuItem(_("Lo stile del sito"), reverse_lazy("style"), icon_name="desktop", name="style")


@hooks.register("register_help_menu_item")
def guide_item() -> MenuItem:
    return MenuItem(_("Come si fa"), reverse_lazy("guide"), icon_name="help", name="guide", order=1)


@hooks.register("construct_help_menu")
def only_help_of_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what Wagtail says of itself: in English, on another site, and of no use to an editor."""
    items[:] = [item for item in items if not item.name.startswith(("whats-new", "editor-guide"))]


@hooks.register("register_page_header_buttons")
def page_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    page = page.specific
    if isinstance(page, CampaignPage) and page.live:
        address = f"{page.get_url()}kit/"
        yield Button(_("Locandine e cartoncini"), address, icon_name="download", priority=5)
    if may_withdraw(user, page):
        yield Button(_("Togli dal sito"), reverse("withdraw", args=[page.pk]), icon_name="cross", priority=90)


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts(request: HttpRequest, items: list[Component]) -> None:
    """A number of pages answers nothing that an editor asks, and differs from what the link lists."""
    items.clear()


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Component]) -> None:
    # What waits for approval stands among what needs attention; twice would be two lists to compare.
    told_elsewhere = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation"}
    panels[:] = [panel for panel in panels if panel.name not in told_elsewhere]
    panels += [QuickLinksPanel(), TodosPanel()]


@hooks.register("insert_editor_js")
def errors_first() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/admin-errors.js"))


@hooks.register("insert_editor_js")
def same_tab() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/admin-tab.js"))


@hooks.register("insert_global_admin_css")
def own_colour() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
