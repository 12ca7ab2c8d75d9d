"""How passwords of staff are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SmallArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2id with the least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, 2 passes, 1 lane.

    Django's own 100 MiB take a tenth of a second of processor: a few clients that post to the login would
    keep visitors waiting.
    """

    memory_cost = 19_456
    time_cost = 2
    parallelism = 1
