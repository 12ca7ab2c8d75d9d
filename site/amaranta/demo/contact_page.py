"""The page with the contact form of the demonstration site."""

from django.utils import timezone
from wagtail.models import Site

from contatti.models import ContactPage
from home.models import HomePage, SiteSettings

from .discreet import add_page

PATH = "scrivi"


def approve(page: ContactPage) -> None:
    """Approve the invented words of an invented network and publish them, as a person does for real ones."""
    page.approve("la dimostrazione", timezone.localdate())
    page.save_revision().publish()


def build_contact_page(home: HomePage) -> ContactPage:
    """Return the contact page below the home page, made and put into the site's settings if missing."""
    existing: ContactPage | None = ContactPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    page: ContactPage = add_page(home, PATH)
    approve(page)
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.contact_page = page
    settings.save()
    return page
