from contatti.sealed.models.aside import LaneAside
from contatti.sealed.models.certificates import CertificateRole, OperatorCertificate
from contatti.sealed.models.changes import ChangeKind, PendingChange
from contatti.sealed.models.conversations import Answer, Conversation
from contatti.sealed.models.counters import AcceptedCount
from contatti.sealed.models.lanes import Lane, LaneStore
from contatti.sealed.models.mailboxes import Mailbox
from contatti.sealed.models.monitoring import Alarm, BounceMailbox, Heartbeat, MailAccount
from contatti.sealed.models.outbox import OutboxItem, OutboxState, TicketUsed
from contatti.sealed.models.reading_tests import ReadingTest

__all__ = [
    "AcceptedCount",
    "Alarm",
    "Answer",
    "BounceMailbox",
    "CertificateRole",
    "ChangeKind",
    "Conversation",
    "Heartbeat",
    "Lane",
    "LaneAside",
    "LaneStore",
    "MailAccount",
    "Mailbox",
    "OperatorCertificate",
    "OutboxItem",
    "OutboxState",
    "PendingChange",
    "ReadingTest",
    "TicketUsed",
]
