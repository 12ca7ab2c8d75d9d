from contatti.models.console import ModelAnswer, RequestProgress
from contatti.models.contact_page import ContactPage, ExtraQuestion, QuestionWording
from contatti.models.desk_mailbox import DeskMailbox

__all__ = [
    "ContactPage",
    "DeskMailbox",
    "ExtraQuestion",
    "ModelAnswer",
    "QuestionWording",
    "RequestProgress",
]
