from .certificates import CertificateRole, OperatorCertificate
from .contact_page import ContactPage, ExtraQuestion, QuestionWording
from .counters import IntakeCounter
from .intakes import DeskIntake
from .outbox import OutboxItem, OutboxState, TicketUsed
from .watch import Alarm, BounceMailbox, Heartbeat, MailAccount

__all__ = [
    "Alarm",
    "BounceMailbox",
    "CertificateRole",
    "ContactPage",
    "DeskIntake",
    "ExtraQuestion",
    "Heartbeat",
    "IntakeCounter",
    "MailAccount",
    "OperatorCertificate",
    "OutboxItem",
    "OutboxState",
    "QuestionWording",
    "TicketUsed",
]
