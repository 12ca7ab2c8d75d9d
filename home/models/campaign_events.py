"""The meetings of a campaign."""

from django.db import models
from modelcluster.fields import ParentalKey

from home.models.events import Event, new_public_id

__all__ = ["CampaignEvent", "new_public_id"]


class CampaignEvent(Event):
    page = ParentalKey("home.CampaignPage", on_delete=models.CASCADE, related_name="events")

    class Meta(Event.Meta):
        pass
