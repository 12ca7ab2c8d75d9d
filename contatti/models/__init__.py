from contatti.models.body_mailbox import BodyMailbox
from contatti.models.console import ModelAnswer, RequestProgress
from contatti.models.contact_page import ContactPage, ExtraQuestion, QuestionWording
from contatti.models.desk_mailbox import DeskMailbox
from contatti.models.referrals import Consent, Referral, ReferralAnswer, ReferralCount

__all__ = [
    "BodyMailbox",
    "Consent",
    "ContactPage",
    "DeskMailbox",
    "ExtraQuestion",
    "ModelAnswer",
    "QuestionWording",
    "Referral",
    "ReferralAnswer",
    "ReferralCount",
    "RequestProgress",
]
