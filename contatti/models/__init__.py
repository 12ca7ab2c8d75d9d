from .certificates import CertificateRole, OperatorCertificate
from .contact_page import ContactPage, ExtraQuestion, QuestionWording
from .counters import IntakeCounter
from .intakes import DeskIntake
from .outbox import OutboxItem, OutboxState, TicketUsed
from .watch import Alarm, Heartbeat

__all__ = [
    "Alarm",
    "CertificateRole",
    "ContactPage",
    "DeskIntake",
    "ExtraQuestion",
    "Heartbeat",
    "IntakeCounter",
    "OperatorCertificate",
    "OutboxItem",
    "OutboxState",
    "QuestionWording",
    "TicketUsed",
]
