from .certificates import CertificateRole, OperatorCertificate
from .counters import AcceptedCount
from .mailboxes import Mailbox
from .monitoring import Alarm, BounceMailbox, Heartbeat, MailAccount
from .outbox import OutboxItem, OutboxState, TicketUsed

__all__ = [
    "AcceptedCount",
    "Alarm",
    "BounceMailbox",
    "CertificateRole",
    "Heartbeat",
    "MailAccount",
    "Mailbox",
    "OperatorCertificate",
    "OutboxItem",
    "OutboxState",
    "TicketUsed",
]
