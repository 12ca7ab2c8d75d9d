from home.forms.campaigns import CampaignForm
from home.forms.copies import DraftCopyForm
from home.forms.pages import DraftFirstForm
from home.forms.reason import ReasonForm

__all__ = ["CampaignForm", "DraftCopyForm", "DraftFirstForm", "ReasonForm"]
