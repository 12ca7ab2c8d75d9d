"""What the tests run under: production's rules, minus what would need a network, a build or a wait."""

import os

from amaranta.settings.base import *  # noqa: F403
from amaranta.settings.base import CACHES, DATABASES, SEALED_CHORES, STORAGES, VAR

# Of this process of a run: what another changes empties no kept page here.
VAR = VAR / os.environ.get("PYTEST_XDIST_WORKER", "")
VAR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = "only-for-tests-" + "x" * 40
ALLOWED_HOSTS = ["localhost", "testserver", "127.0.0.1"]
WAGTAILADMIN_BASE_URL = "http://testserver"
DEBUG = False

# Written down when a test says so: a thread would wait for the test's own transaction.
VISITS_EVERY = 1e9

# A test of what staff do begins signed in (client.force_login); tests/logins turns both on.
LOGINS_SECOND_FACTOR = False
LOGINS_FRESH_SECONDS = 0

# Of this process: what one test tried is no other's limit.
CACHES["logins"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "logins"}

# No collectstatic before the tests.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
# The live server thread answers /static/ through whitenoise, which must not scan an absent build folder.
WHITENOISE_AUTOREFRESH = True

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Amaranta <noreply@portale.example>"
# Argon2 or PBKDF2 would make every login of a test slow without testing anything of ours.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# The live server's threads end with their connections.
DATABASES["default"]["CONN_MAX_AGE"] = 0
# A file: journals, locks and "what is on the disk" cannot be tried in memory, and --reuse-db works.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
    # Nobody misses it after a power cut, and each of thousands of commits would wait for the disk.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

# The process that makes files would open the database of these settings, not the one of the tests.
SEALED_CHORES = [chore for chore in SEALED_CHORES if chore[1] != "home.making.spawn.make_due"]
