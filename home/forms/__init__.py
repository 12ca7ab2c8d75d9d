from .campaigns import CampaignForm
from .copies import DraftCopyForm
from .pages import DraftFirstForm
from .reason import ReasonForm

__all__ = ["CampaignForm", "DraftCopyForm", "DraftFirstForm", "ReasonForm"]
