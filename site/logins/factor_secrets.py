"""Keeps the secrets of second factors encrypted in the database, under keys made from SECRET_KEY.

After a new SECRET_KEY the former one stands in SECRET_KEY_FALLBACKS: what it encrypted still opens, and is
encrypted anew when the person signs in. Without it these factors are lost, and are made anew like a lost one.
"""

import base64
import logging

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

logger = logging.getLogger(__name__)

PURPOSE = b"amaranta/second-factor/v1"
SECRETS = ("secret", "seed")
"""Names of what is encrypted in a row: of an app's codes, of the recovery codes."""


def _key(secret: str | bytes) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=PURPOSE).derive(force_bytes(secret))
    return Fernet(base64.urlsafe_b64encode(derived))


def _keys() -> list[Fernet]:
    return [_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def encrypt(text: str) -> str:
    return _keys()[0].encrypt(text.encode()).decode()


def decrypt(text: str) -> str | None:
    """Return what was encrypted, or None if no key opens it."""
    opened = _opened(text)
    if opened is None:
        logger.error("A second factor can't be read: SECRET_KEY changed, and the former is no fallback.")
    return opened


def _opened(text: str) -> str | None:
    try:
        return MultiFernet(_keys()).decrypt(text.encode()).decode()
    except InvalidToken:
        return None


def are_of_another_key() -> bool:
    """Tell whether this host's keys open none of the newest factors: another host has another SECRET_KEY."""
    newest = Authenticator.objects.order_by("-pk").values_list("data", flat=True)[:20]
    kept = [data[name] for data in newest for name in SECRETS if data.get(name)]
    return bool(kept) and all(_opened(text) is None for text in kept)


def encrypt_anew(row: Authenticator) -> None:
    """Bring a row to the present key, if a former one encrypted it."""
    for name in SECRETS:
        if not (old := row.data.get(name)):
            continue
        try:
            _keys()[0].decrypt(old.encode())
        except InvalidToken:
            if (text := decrypt(old)) is not None:
                row.data[name] = encrypt(text)
                row.save(update_fields=["data"])
