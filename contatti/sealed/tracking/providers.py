"""Mail providers whose notices are understood, and how each names the message that a notice is about.

Through a provider's SMTP relay a message gets the provider's own number, which we never see. So each message
carries the header that its provider repeats in every notice. Providers that are not named here have no
address for notices: they need keys or numbers that a relay does not give, and a notice that is answered
with "200" and then ignored would be worse than none.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings

from contatti.sealed.conf import sealed_settings

FIELD = "amaranta"

_HEADERS: dict[str, Callable[[str], dict[str, str]]] = {
    # Their notices repeat the Message-ID itself; the header stands in where an account rewrites it.
    "brevo": lambda name: {"X-Mailin-custom": json.dumps({FIELD: name})},
    "sendgrid": lambda name: {"X-SMTPAPI": json.dumps({"unique_args": {FIELD: name}})},
    "mailjet": lambda name: {"X-MJ-CustomID": name},
    "postmark": lambda name: {f"X-PM-Metadata-{FIELD}": name},
    "sparkpost": lambda name: {"X-MSYS-API": json.dumps({"metadata": {FIELD: name}})},
    # Through the API the number is known; through Amazon's relay its notices repeat the headers, if told to.
    "amazon_ses": lambda name: {"X-Metadata": json.dumps({FIELD: name})},
}
DOCUMENTED = frozenset(_HEADERS)


def echoed_headers(message_id: str) -> dict[str, str]:
    """Return the headers by which the provider of the settings, if any, will name a message."""
    make = _HEADERS.get(sealed_settings.WEBHOOK_PROVIDER)
    return make(message_id) if make else {}


def routed() -> frozenset[str]:
    """Return the providers whose notices are taken; none without a secret: anybody could send them."""
    if not getattr(settings, "ANYMAIL", {}).get("WEBHOOK_SECRET"):
        return frozenset()
    chosen = sealed_settings.WEBHOOK_PROVIDER
    return DOCUMENTED & {chosen} if chosen else DOCUMENTED


def names_in(event: Any) -> set[str]:
    """Return every name by which a notice may mean one of our messages, without brackets.

    Ours are plain ASCII; a database may refuse the question about anything else, again at every attempt.
    """
    names = {str(name).strip().strip("<>") for name in _candidates(event) if name}
    return {name for name in names if name.isascii() and name.isprintable()}


def _candidates(event: Any) -> Iterator[Any]:
    yield event.message_id
    if isinstance(event.metadata, dict):
        yield event.metadata.get(FIELD)
    if isinstance(event.esp_event, dict):
        yield event.esp_event.get("CustomID")  # Mailjet's, which Anymail leaves where it was
