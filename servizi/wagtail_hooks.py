from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import CampaignIndexPage
from servizi import dashboard, guide, quick_links  # noqa: F401 - register what they add to the administration
from servizi.dashboard import what_is_missing
from servizi.editor_permissions import ADD_AND_CHANGE, give_to_editors, open_to_all_editors
from servizi.models import Comune, DeskPage, PartnerPage, PartnerSectionPage, VerifiedMixin
from servizi.statistics_permissions import operators_of
from servizi.views.figure_admin import FigurePublicationViewSet, FigureSheetViewSet
from servizi.views.partners import ImportView, PartnerListing, export_partners
from servizi.views.verification import verify


class ComuneViewSet(SnippetViewSet):
    model = Comune
    icon = "site"
    menu_label = _("Comuni")
    menu_order = 300
    add_to_admin_menu = True
    list_display: ClassVar[list[str]] = ["name", "network", "patron_name", "patron_day"]
    list_filter: ClassVar[list[str]] = ["network"]
    search_fields: ClassVar[list[str]] = ["name"]


register_snippet(ComuneViewSet)


@hooks.register("register_admin_viewset")
def figure_viewsets() -> list[ModelViewSet]:
    return [FigureSheetViewSet(), FigurePublicationViewSet()]


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    return [
        path("verifica/<int:page_id>/", verify, name="servizi_verify"),
        path("enti/esporta/", export_partners, name="servizi_partners_export"),
        path("enti/importa/", ImportView.as_view(), name="servizi_partners_import"),
    ]


@hooks.register("register_admin_viewset")
def partner_listing() -> PartnerListing:
    return PartnerListing()


@hooks.register("register_page_header_buttons")
def verify_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific, VerifiedMixin) and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Conferma orari e telefoni"),
            reverse("servizi_verify", args=[page.pk]),
            icon_name="check",
            priority=5,
        )


@hooks.register("after_create_page")
def verify_what_was_just_written(request: HttpRequest, page: Page) -> None:
    if isinstance(page, VerifiedMixin):
        page.verify(request.user if request.user.is_authenticated else None)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_a_desk_lacks(request: HttpRequest, page: Page) -> None:
    # An automatic save asks in the background: nobody would read the answer.
    if isinstance(page, DeskPage) and request.accepts("text/html"):
        draft = page.get_latest_revision_as_object()
        if missing := what_is_missing(draft):
            words = _("«%(desk)s» è quasi vuoto, %(missing)s.") % {"desk": draft.title, "missing": missing}
            messages.warning(request, words)


@receiver(page_published, sender=PartnerPage)
def draw_logo(instance: PartnerPage, **kwargs: Any) -> None:
    # The size that the page shows, made here: the first visitor would wait for it.
    if instance.logo:
        instance.logo.get_rendition("max-240x120")


@hooks.register("after_create_page")
def give_new_page_to_its_editors(request: HttpRequest, page: Page) -> None:
    give_page_to_its_editors(page)


@hooks.register("after_create_page")
def make_operators_of_desk(request: HttpRequest, page: Page) -> None:
    if isinstance(page, DeskPage):
        operators_of(page)


# On publication, not on saving: a draft that names another Comune hands nothing over.
@receiver(page_published, sender=CampaignIndexPage)
@receiver(page_published, sender=DeskPage)
@receiver(page_published, sender=PartnerSectionPage)
def give_page_to_its_editors(instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, DeskPage):
        give_to_editors(instance, instance.comune)
    elif isinstance(instance, PartnerSectionPage):
        give_to_editors(instance, instance.comune, ADD_AND_CHANGE)
    elif isinstance(instance, CampaignIndexPage):
        open_to_all_editors(instance)
