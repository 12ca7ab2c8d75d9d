"""The proof of work that a ticket asks for: it sorts what a browser sent from what a program made in bulk.

static/js/work.js makes it while she writes. Whoever has a server makes many; without one, a
request is slower and never refused.
"""

import re
from hashlib import sha256

from contatti.sealed.lanes import loads
from contatti.sealed.models import Lane

PROOF = "x"
"""The field with the number that was found."""
BITS = ((0, 18), (100, 19), (1000, 20), (5000, 21), (20_000, 22))
"""Leading zero bits to ask for from so many held on. 18: a quarter of a second, 22: sixteen times that."""

_NUMBER = re.compile(r"[0-9]{1,10}")


def bits_now() -> int:
    """Return how hard the next ticket is: the harder, the more the lane of sealed requests holds."""
    sealed = loads().get(Lane.SEALED)
    held = sealed.held if sealed else 0
    return max(bits for least, bits in BITS if held >= least)


def is_proved(nonce: bytes, bits: int, number: str) -> bool:
    """Tell whether SHA-256 of nonce, a dot and the number begins with so many zero bits."""
    if not bits or not _NUMBER.fullmatch(number):
        return False
    digest = sha256(nonce + b"." + number.encode()).digest()
    return int.from_bytes(digest) >> (256 - bits) == 0
