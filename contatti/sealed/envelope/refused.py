"""Why an envelope is refused: the one exception that reading a stranger's bytes may raise."""

from enum import StrEnum


class Reason(StrEnum):
    """Safe to count, to log and to choose a page by."""

    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    OVERSIZED = "oversized"
    NOT_ENVELOPED = "not-enveloped"
    WRONG_ALGORITHM = "wrong-algorithm"
    WRONG_RECIPIENTS = "wrong-recipients"
    WRONG_KEY_LENGTH = "wrong-key-length"
    WRONG_CONTENT_LENGTH = "wrong-content-length"


class EnvelopeRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The bytes are not an envelope that we pass on. Carries the reason and nothing of the bytes."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
