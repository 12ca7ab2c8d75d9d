from .certificates import CertificateRole, OperatorCertificate
from .counters import IntakeCounter
from .intakes import DeskIntake
from .outbox import OutboxItem, OutboxState
from .watch import Alarm, Heartbeat

__all__ = [
    "Alarm",
    "CertificateRole",
    "DeskIntake",
    "Heartbeat",
    "IntakeCounter",
    "OperatorCertificate",
    "OutboxItem",
    "OutboxState",
]
