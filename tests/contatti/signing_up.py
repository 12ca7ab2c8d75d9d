"""An event of a campaign to which people can sign up at the first desk."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from home.models import CampaignEvent, CampaignIndexPage, HomePage, SiteSettings
from tests.contatti.site import ContactSite
from tests.home.campaigns import make_campaign

NOW = timezone.localtime()
STARTS = (NOW + timedelta(days=1)).replace(hour=18, minute=0, second=0, microsecond=0)
LAST = STARTS.replace(hour=23, minute=58)
AFTER = LAST + timedelta(minutes=5)
CAMPAIGN = "/campagne/25-novembre/"


def build_event(home: HomePage, contact: ContactSite) -> CampaignEvent:
    """Return an event of tomorrow on a published campaign; the other event of the campaign has no sign-up."""
    index = CampaignIndexPage(title="Campagne", slug="campagne")
    home.add_child(instance=index)
    events = make_campaign(index).events.filter(title="Letture")
    events.update(sign_up_at=contact.desks[0], starts_at=STARTS, ends_at=None)
    settings = SiteSettings.for_site(Site.objects.get())
    settings.contact_page = contact.page
    settings.save()
    found: CampaignEvent = events.get()
    return found
