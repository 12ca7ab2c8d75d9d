"""The pieces of a campaign, wanted as soon as it is published: all desks, in its language."""

import uuid
from typing import Any

from django.utils.translation import override

from home.kit import PIECES, PieceFormat, kit_desks
from home.making.makers import Made
from home.models import CampaignPage, SiteSettings
from home.models.made_files import FileKind, MadeFile


def want_all(campaign: CampaignPage) -> None:
    """Queue the pieces of a campaign: one row now, and those of each desk by who makes them."""
    source = {"page": campaign.pk, "turn": uuid.uuid4().hex}
    MadeFile.objects.want(FileKind.CAMPAIGN, f"campagne/{campaign.pk}", source)


def forget(campaign_id: int) -> None:
    """Remove the pieces of a campaign that is no more to be had."""
    for place in (f"kit/{campaign_id}/", f"campagne/{campaign_id}"):
        MadeFile.objects.filter(place__startswith=place).discard()


def prepare(source: dict[str, Any]) -> Made:
    """Queue every piece of a published campaign; forget those of desks that are no more printed."""
    campaign = CampaignPage.objects.live().filter(pk=source["page"]).first()
    site = campaign.get_site() if campaign else None
    if campaign is None or site is None:
        forget(source["page"])
        return Made()
    language = campaign.locale.language_code
    kept = []
    with override(language):
        settings = SiteSettings.for_site(site)
        for desk in (None, *kit_desks(language)):
            sheet = campaign.sheet(settings, site, desk)
            pieces = (piece for piece in PIECES if piece.kind is not PieceFormat.SVG)
            kept += [campaign.want(piece, sheet).pk for piece in pieces]
    MadeFile.objects.filter(place__startswith=f"kit/{campaign.pk}/").exclude(pk__in=kept).discard()
    return Made()
