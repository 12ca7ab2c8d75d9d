from .contact_page import ContactPage, ExtraQuestion, QuestionWording
from .desk_mailbox import DeskMailbox

__all__ = ["ContactPage", "DeskMailbox", "ExtraQuestion", "QuestionWording"]
