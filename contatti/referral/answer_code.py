"""The code by which the receiving side answers: the portal keeps its first digits and a keyed hash.

The operator's browser makes it, writes it into the sealed letter and posts what stands here of it. The key is
the site's own: whoever steals the database alone can try nothing out, and a try costs no processor.
"""

from hashlib import sha256

from django.utils.crypto import constant_time_compare, salted_hmac

from contatti.models import Referral

LOCATOR = 8
"""Digits by which a row is found. Twelve more are the secret."""


def locator_of(code: str) -> str:
    return code[:LOCATOR]


def proof_of(code: str) -> str:
    """Return what a browser posts instead of a code of 22 digits."""
    return sha256(code.encode()).hexdigest()


def hash_of(proof: str) -> str:
    """Return what is stored."""
    # The salt keeps the former name of this file: hashes that are stored depend on it.
    return salted_hmac("contatti.referral.code", proof, algorithm="sha256").hexdigest()


def is_right(code: str, referral: Referral | None) -> bool:
    """Compare, in the same time whether there is a row or not."""
    return constant_time_compare(hash_of(proof_of(code)), referral.code_hash if referral else "0" * 64)
