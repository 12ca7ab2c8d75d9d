"""The home page, and the pages that all others link to, stay on the site: nobody removes them by a slip."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from home.models.site_settings import SiteSettings

GOING = {"delete", "unpublish", "move"}


def reasons_to_stay(page: Page, *, with_those_below: bool = False, to_return: bool = False) -> list[str]:
    """Return why `page`, or a page below it, has to stay where it is, and what to change first.

    `to_return`: it would be unpublished, and nothing of it lost. So a language is switched off and on again.
    """
    return [
        reason
        for main, reason in _main_pages(with_languages=not to_return)
        if main.pk == page.pk or (with_those_below and main.path.startswith(page.path))
    ]


def _main_pages(*, with_languages: bool) -> Iterator[tuple[Page, str]]:
    for site in Site.objects.select_related("root_page"):
        for home in site.root_page.get_translations(inclusive=True).select_related("locale"):
            if with_languages or _is_in_main_language(home):
                yield home, _why_home_stays(home)
    for chosen in SiteSettings.objects.select_related(*SiteSettings.select_related):
        for name, page in chosen.main_pages.items():
            field: Any = SiteSettings._meta.get_field(name)
            words = {"title": page.title, "setting": field.verbose_name}
            yield (
                page,
                _(
                    "«%(title)s» è la «%(setting)s» di tutto il sito. Prima scegli un’altra pagina in "
                    "Impostazioni, «Impostazioni del sito»."
                )
                % words,
            )


def _is_in_main_language(page: Page) -> bool:
    return bool(page.locale.language_code == settings.LANGUAGE_CODE)


def _why_home_stays(home: Page) -> str:
    if not _is_in_main_language(home):
        words = _(
            "«%(title)s» è la pagina iniziale di una lingua: senza, nessuna sua pagina si apre. Per spegnere "
            "la lingua basta «Annulla pubblicazione»."
        )
    else:
        words = _(
            "«%(title)s» è la pagina iniziale: senza, il sito non si apre. Prima scegline un’altra in "
            "Impostazioni, «Siti»."
        )
    return words % {"title": home.title}


def keep(
    request: HttpRequest, page: Page, *, with_those_below: bool = False, to_return: bool = False
) -> HttpResponse | None:
    """Say why `page` stays and go back to it; None if it may go."""
    reasons = reasons_to_stay(page, with_those_below=with_those_below, to_return=to_return)
    for reason in reasons:
        messages.error(request, reason)
    return redirect("wagtailadmin_pages:edit", page.pk) if reasons else None


def keep_from_deletion(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer `before_delete_page`: whatever is below goes with it."""
    return keep(request, page, with_those_below=True)


def keep_on_site(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer `before_unpublish_page`."""
    below = bool(request.POST.get("include_descendants"))
    return keep(request, page, with_those_below=below, to_return=True)


def keep_in_place(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Answer `before_move_page`: printed addresses and links from elsewhere would end at nothing."""
    return keep(request, page)


def keep_all(request: HttpRequest, action: str, objects: list[Any], view: Any) -> HttpResponse | None:
    """Answer `before_bulk_action`: if one has to stay, none of the chosen pages goes."""
    if action not in GOING or view.model is not Page:
        return None
    below = action == "delete" or bool(request.POST.get("include_descendants"))
    kept = [
        keep(request, page, with_those_below=below and action != "move", to_return=action == "unpublish")
        for page in objects
    ]
    return redirect(view.next_url) if any(kept) else None
