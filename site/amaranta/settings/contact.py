"""Secure contact: docs/settings.md and contatti/sealed/README.md say what each of these does."""

from typing import Any

from environs import EnvError, validate

from amaranta.settings import values
from amaranta.settings.places import env

# Part of what every code is derived from: changing it makes all codes of women unreadable.
SEALED_SITE_ID = env.str("AMARANTA_SITE_ID", "amaranta", validate=values.SOMETHING)
SEALED_MAILBOXES = "contatti.availability.offered_mailboxes"
SEALED_ALSO_READ = "contatti.models.body_mailbox.mailboxes_of_bodies"
SEALED_READERS = "contatti.readers.readers_of"
SEALED_INDEPENDENT = "audit.ties.are_independent"
SEALED_WAIT = "contatti.opening_days.two_opening_days"
SEALED_VIEWSETS = "contatti.views.mailboxes.DeskGroup"
SEALED_CHORES = [
    (60, "contatti.chores.erase_answers"),
    (60, "contatti.chores.publish_scheduled"),
    (60, "contatti.chores.erase_referrals"),
    (600, "logins.chores.clear_sessions"),
    (3600, "audit.chores.erase_old_lines"),
    (3600, "home.faults.erase_old_faults"),
    (3600, "visits.chores.erase_old_counts"),
    (60, "amaranta.metrics.keep_open"),
    (1, "home.making.spawn.make_due"),
    (600, "home.making.spawn.tidy_previews"),
]
SEALED_ALERTS = ["contatti.files_alert.FILES_ALERT"]
SEALED_PANEL = False
SEALED_HOURLY_LIMIT = env.int("AMARANTA_HOURLY_LIMIT", 300, validate=validate.Range(min=1))
SEALED_ALARM_TO: list[str] = []
SEALED_ALARM_MINUTES = env.int("AMARANTA_ALARM_MINUTES", 15, validate=validate.Range(min=1))
SEALED_ALARM_ATTEMPTS = env.int("AMARANTA_ALARM_ATTEMPTS", 8, validate=validate.Range(min=1))
SEALED_KEEP_SENT_DAYS = env.int("AMARANTA_KEEP_SENT_DAYS", 30, validate=validate.Range(min=1, max=30))
# Rows of cases that a desk referred, and how many of its openings an answer may take before it is a task.
AMARANTA_KEEP_REFERRAL_DAYS = env.int("AMARANTA_KEEP_REFERRAL_DAYS", 60, validate=validate.Range(1, 365))
AMARANTA_REFERRAL_OPENINGS = env.int("AMARANTA_REFERRAL_OPENINGS", 3, validate=validate.Range(1, 10))
# Where refusals go that come after acceptance, and where the worker reads them.
SEALED_BOUNCE_ADDRESS = env.str("AMARANTA_BOUNCE_ADDRESS", "", validate=values.mail_address)
SEALED_BOUNCE_IMAP_HOST = env.str("AMARANTA_BOUNCE_IMAP_HOST", "")
SEALED_BOUNCE_IMAP_PORT = env.int("AMARANTA_BOUNCE_IMAP_PORT", 993, validate=values.PORT)
SEALED_BOUNCE_IMAP_USER = env.str("AMARANTA_BOUNCE_IMAP_USER", "")
SEALED_BOUNCE_IMAP_PASSWORD = env.str("AMARANTA_BOUNCE_IMAP_PASSWORD", "")
SEALED_BOUNCE_IMAP_FOLDER = env.str("AMARANTA_BOUNCE_IMAP_FOLDER", "INBOX")
# True where mail leaves the machine: then somebody must read what comes back.
SEALED_NOTICES_NEEDED = False
SEALED_DELIVERIES_AT_ONCE = env.int("AMARANTA_DELIVERIES_AT_ONCE", 8, validate=validate.Range(min=1, max=50))
# Seconds for single steps of SMTP, in the place of those of mail.smtp.Limits, such as "dot=600".
SMTP_STEPS = ("connect", "greeting", "command", "mail", "rcpt", "data", "block", "dot", "quit")
SEALED_SMTP_LIMITS = values.numbers(env, "AMARANTA_SMTP_LIMITS", *SMTP_STEPS)
SEALED_WEBHOOK_PROVIDER = env.str("AMARANTA_WEBHOOK_PROVIDER", "")
# Anymail's own setting: tracking webhooks exist only when their secret ("user:password") is given.
ANYMAIL: dict[str, Any] = {}
if webhook_secret := env.str("AMARANTA_WEBHOOK_SECRET", ""):
    ANYMAIL["WEBHOOK_SECRET"] = webhook_secret

# reCAPTCHA exists only with both keys, and runs only where an editor asks for it (docs/settings.md).
# Left out, the library would fall back to Google's public test keys.
RECAPTCHA_PUBLIC_KEY = env.str("AMARANTA_RECAPTCHA_PUBLIC_KEY", "")
RECAPTCHA_PRIVATE_KEY = env.str("AMARANTA_RECAPTCHA_PRIVATE_KEY", "")
if bool(RECAPTCHA_PUBLIC_KEY) != bool(RECAPTCHA_PRIVATE_KEY):
    raise EnvError(
        'Environment variables "AMARANTA_RECAPTCHA_PUBLIC_KEY" and "AMARANTA_RECAPTCHA_PRIVATE_KEY": '
        "both or none."
    )
RECAPTCHA_DOMAIN = env.str("AMARANTA_RECAPTCHA_DOMAIN", "www.recaptcha.net")
RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 5
