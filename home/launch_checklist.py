"""What is still to be done before the site opens to the public: a list on the dashboard."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.admin.todos import Item, Todo, provider
from home.models import RightsPage, SiteSettings
from home.text.site_words import is_example, unset

ASKED_TOO: list[Callable[[Any], Iterator[Item]]] = []


def before_opening_too(ask: Callable[[Any], Iterator[Item]]) -> Callable[[Any], Iterator[Item]]:
    """Add what another app wants done before the site opens, for one user."""
    ASKED_TOO.append(ask)
    return ask


@provider
def before_opening(user: Any) -> Iterator[Todo]:
    """Yield what is unsaid about who runs the site, to those who may change its settings."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or not user.has_perm("home.change_sitesettings"):
        return
    yield Todo(
        _("Prima di aprire al pubblico"),
        _(
            "Ogni voce porta al suo campo. Finché è vuoto, le pagine dicono una frase prudente; dove c’è "
            "scritto «(esempio)», va scritto il vero."
        ),
        [*_settings(site), *_rights(user), *(item for ask in ASKED_TOO for item in ask(user))],
    )


def _settings(site: Site) -> Iterator[Item]:
    settings = SiteSettings.for_site(site)
    edit = reverse("wagtailsettings:edit", args=["home", "sitesettings", site.pk])
    fields = [word.field for word in unset(settings)]
    if is_example(settings.owner_above):
        fields.append("owner_above")
    if settings.duty_read_on is None:
        fields.append("duty_read_on")
    if settings.is_demonstration:
        fields.append("is_demonstration")
    for name in fields:
        field: Any = SiteSettings._meta.get_field(name)
        yield Item(str(capfirst(field.verbose_name)), url=f"{edit}#id_{name}")


def _rights(user: Any) -> Iterator[Item]:
    pages = RightsPage.objects.live().filter(lawyer_read_on=None).order_by("path")
    for page in pages:
        if page.permissions_for_user(user).can_edit():
            yield Item.of_page(page, _("da far rileggere a un’avvocata"), "id_lawyer_read_on")
