from .campaigns import CampaignForm
from .copies import DraftCopyForm
from .pages import DraftFirstForm

__all__ = ["CampaignForm", "DraftCopyForm", "DraftFirstForm"]
