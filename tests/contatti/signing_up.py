"""An event of a campaign, and one of a piece of news, to which people can sign up at the first desk."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from home.models import (
    CampaignEvent,
    CampaignIndexPage,
    HomePage,
    NewsEvent,
    NewsIndexPage,
    NewsPage,
    SiteSettings,
)
from tests.contatti.site import ContactSite
from tests.home.campaigns import make_campaign

NOW = timezone.localtime()
STARTS = (NOW + timedelta(days=1)).replace(hour=18, minute=0, second=0, microsecond=0)
LAST = STARTS.replace(hour=23, minute=58)
AFTER = LAST + timedelta(minutes=5)
CAMPAIGN, NEWS = "/campagne/25-novembre/", "/notizie/tavola-rotonda/"


def build_event(home: HomePage, contact: ContactSite) -> CampaignEvent:
    """Return an event of tomorrow on a published campaign; the other event of the campaign has no sign-up."""
    index = CampaignIndexPage(title="Campagne", slug="campagne")
    home.add_child(instance=index)
    events = make_campaign(index).events.filter(title="Letture")
    events.update(sign_up_at=contact.desks[0], starts_at=STARTS, ends_at=None)
    offer(contact)
    found: CampaignEvent = events.get()
    return found


def build_news_event(home: HomePage, contact: ContactSite) -> NewsEvent:
    """Return an event of tomorrow that a published piece of news announces, with sign-ups."""
    index = NewsIndexPage(title="Notizie", slug="notizie")
    home.add_child(instance=index)
    page = NewsPage(title="Tavola rotonda", slug="tavola-rotonda", kind="appuntamento", body="[]")
    event = NewsEvent(title="Discussione", place="Qui", starts_at=STARTS, sign_up_at=contact.desks[0])
    page.events.add(event)
    index.add_child(instance=page)
    page.save_revision().publish()
    offer(contact)
    return NewsEvent.objects.get()


def offer(contact: ContactSite) -> None:
    """Name the form's page in the settings: without one no page offers a way to it."""
    settings = SiteSettings.for_site(Site.objects.get())
    settings.contact_page = contact.page
    settings.save()
