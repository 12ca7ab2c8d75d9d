"""The ways to translations in the administration."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Locale, Page

from home.admin.reading_rights import writes
from home.views.simple_translation import TranslateView
from home.views.translate import translate
from home.views.translation_files import take_file, translation_file
from home.views.translations import begin_translation, languages, translations_of


# Before Wagtail's own, whose first address this is.
@hooks.register("register_admin_urls", order=-1)
def urls() -> list[URLPattern]:
    return [
        path("translation/submit/page/<int:page_id>/", TranslateView.as_view(), name="translate_page"),
        path("traduzioni/", languages, name="translations"),
        path("traduzioni/<slug:code>/", translations_of, name="translations_of"),
        path("traduzioni/<slug:code>/carica/", take_file, name="translation_upload"),
        path("traduzioni/<slug:code>/inizia/<int:page_id>/", begin_translation, name="translation_begin"),
        path("traduzioni/<slug:code>/<slug:scope>/<int:page_id>/", translation_file, name="translation_file"),
        path("pages/<int:page_id>/a-fianco/", translate, name="translation"),
    ]


class TranslationsMenuItem(MenuItem):
    """Shown to who writes pages, where there is a second language."""

    def is_shown(self, request: HttpRequest) -> bool:
        return writes(request.user) and Locale.objects.count() > 1


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return TranslationsMenuItem(
        _("Traduzioni"), reverse_lazy("translations"), icon_name="globe", name="translations", order=320
    )


@hooks.register("register_page_header_buttons")
def beside_the_italian(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    is_translation = page.locale.language_code != settings.LANGUAGE_CODE and not page.alias_of_id
    if is_translation and page.depth > 1 and page.permissions_for_user(user).can_edit():
        address = reverse("translation", args=[page.pk])
        yield Button(_("Traduci a fianco dell’italiano"), address, icon_name="globe", priority=4)


@hooks.register("insert_global_admin_css")
def columns() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/translation.css"))
