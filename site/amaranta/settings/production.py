"""A public server: every value that has no safe default must be given, or the start stops."""

from environs import validate

from amaranta.settings import values
from amaranta.settings.base import *  # noqa: F403
from amaranta.settings.base import ANYMAIL, SEALED_BOUNCE_IMAP_HOST, SEALED_WEBHOOK_PROVIDER, env
from contatti.sealed.mail.backends import CARRIERS, PATIENT, effective
from contatti.sealed.tracking.providers import DOCUMENTED

DEBUG = False
SECRET_KEY = env.str("AMARANTA_SECRET_KEY", validate=validate.Length(min=50))
# Former ones, until everybody has signed in once: second factors are kept under a key made from it.
SECRET_KEY_FALLBACKS: list[str] = env.list("AMARANTA_SECRET_KEY_FALLBACKS", [], validate=values.secret_keys)
LOGINS_SECOND_FACTOR = env.bool("AMARANTA_SECOND_FACTOR", True)
ALLOWED_HOSTS: list[str] = env.list("AMARANTA_HOSTS", validate=values.host_names)
WAGTAILADMIN_BASE_URL = env.str("AMARANTA_BASE_URL", validate=values.https_address)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Only a reverse proxy that always overwrites this header may be trusted with it.
if env.bool("AMARANTA_BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

EMAIL_BACKEND = effective(
    env.str("AMARANTA_EMAIL_BACKEND", PATIENT, validate=validate.OneOf(sorted(CARRIERS)))
)
EMAIL_HOST = env.str("AMARANTA_SMTP_HOST", "localhost", validate=values.SOMETHING)
EMAIL_PORT = env.int("AMARANTA_SMTP_PORT", 587, validate=values.PORT)
EMAIL_HOST_USER = env.str("AMARANTA_SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.str("AMARANTA_SMTP_PASSWORD", "")
# On port 465 TLS begins with the first byte; elsewhere by STARTTLS, and never goes on in clear.
EMAIL_USE_SSL = env.bool("AMARANTA_SMTP_TLS", EMAIL_PORT == 465)
EMAIL_USE_TLS = env.bool("AMARANTA_SMTP_STARTTLS", not EMAIL_USE_SSL)
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.str("AMARANTA_FROM_EMAIL", validate=[values.SOMETHING, values.mail_address])
SEALED_ALARM_TO = env.list("AMARANTA_ALARM_TO", validate=values.mail_addresses)

SEALED_NOTICES_NEEDED = True
if SEALED_BOUNCE_IMAP_HOST:
    SEALED_BOUNCE_IMAP_USER = env.str("AMARANTA_BOUNCE_IMAP_USER")
    SEALED_BOUNCE_IMAP_PASSWORD = env.str("AMARANTA_BOUNCE_IMAP_PASSWORD")
if ANYMAIL.get("WEBHOOK_SECRET") or SEALED_WEBHOOK_PROVIDER:
    # A notice of an unknown provider would be answered and ignored.
    SEALED_WEBHOOK_PROVIDER = env.str(
        "AMARANTA_WEBHOOK_PROVIDER", validate=validate.OneOf(sorted(DOCUMENTED))
    )
    ANYMAIL["WEBHOOK_SECRET"] = env.str("AMARANTA_WEBHOOK_SECRET", validate=validate.Regexp(r"[^:]+:.+"))
