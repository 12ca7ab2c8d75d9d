from .campaigns import CampaignForm
from .pages import DraftFirstForm

__all__ = ["CampaignForm", "DraftFirstForm"]
