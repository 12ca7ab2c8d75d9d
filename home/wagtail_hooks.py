from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from home import tasks_for_editors, widgets  # noqa: F401 - register their questions, and how dates look
from home.panels import AttentionPanel, StartsPanel
from home.publication.admin import advise, stop_publication
from home.views.reserved import ReservedPhraseViewSet
from home.views.style import style

hooks.register("before_publish_page", stop_publication)
hooks.register("after_create_page", advise)
hooks.register("after_edit_page", advise)


@hooks.register("register_admin_viewset")
def reserved_phrases() -> ReservedPhraseViewSet:
    return ReservedPhraseViewSet()


@hooks.register("register_admin_urls")
def style_url() -> list[URLPattern]:
    return [path("stile/", style, name="style")]


@hooks.register("register_help_menu_item")
def style_item() -> MenuItem:
    return MenuItem(_("Lo stile del sito"), reverse_lazy("style"), icon_name="desktop", name="style")


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Component]) -> None:
    panels += [StartsPanel(), AttentionPanel()]


@hooks.register("insert_global_admin_css")
def own_colour() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
