"""One machine, nothing to configure: what `make run` starts."""

from amaranta.settings.base import *  # noqa: F403
from amaranta.settings.base import AMARANTA_PORT, STORAGES, env

# Debug is off unless asked for: debug pages print the request, and people try this with their own words.
DEMO = True
# Somebody who tries it has no telephone at hand; second factors are offered.
LOGINS_SECOND_FACTOR = False
DEBUG = env.bool("AMARANTA_DEBUG", False)
SECRET_KEY = "only-for-development-" + "x" * 40
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
WAGTAILADMIN_BASE_URL = env.str("AMARANTA_BASE_URL", f"http://localhost:{AMARANTA_PORT}")

# Served from the source tree, so that no build stands between an edit and a reload.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
EMAIL_HOST = env.str("AMARANTA_SMTP_HOST", "127.0.0.1")
EMAIL_PORT = env.int("AMARANTA_SMTP_PORT", 8025)
EMAIL_TIMEOUT = env.float("AMARANTA_SMTP_TIMEOUT", 10)
DEFAULT_FROM_EMAIL = "Amaranta <noreply@portale.example>"
SEALED_ALARM_TO = ["coordinamento@example.org"]
