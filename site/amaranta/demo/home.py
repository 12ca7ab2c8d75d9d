"""The home page and the settings of the demonstration site."""

from wagtail.models import Locale, Page, Site

from home.models import HomePage, SiteSettings

from .content_files import read_page
from .page_fields import fields_of


def build_home(hostname: str = "localhost", port: int = 80) -> HomePage:
    """Return the site's home page, made below the root if the site has none yet."""
    existing: HomePage | None = HomePage.objects.first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    text = read_page("")
    fields = fields_of(text, HomePage, besides=("doors",))
    home = HomePage(slug=text.slug, locale=Locale.get_default(), **fields)
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": hostname, "port": port, "root_page": home, "site_name": "Amaranta"},
    )
    # Wagtail's first migration leaves a page of its own at the root.
    Page.objects.filter(depth=2).exclude(pk=home.pk).delete()
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.is_demonstration = True
    settings.save()
    home.refresh_from_db()
    return home
