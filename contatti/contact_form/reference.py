"""The reference that a woman and her desk see: stored nowhere."""

from hashlib import sha256

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O, which people confuse."""


def reference_from(seed: bytes) -> str:
    """Return eight characters in two groups, the same for the same seed (at least 8 random bytes)."""
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in sha256(b"reference" + seed).digest()[:8])
    return f"{letters[:4]}-{letters[4:]}"
