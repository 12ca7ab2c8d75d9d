"""Copies, counters, and the second way by which alarms leave: docs/operations.md."""

from pathlib import Path
from typing import Any

from environs import validate

from amaranta.settings import values
from amaranta.settings.places import VAR, env

# Copies (manage.py backup). Public keys of age or SSH; she is told that copies are gone after 30 days.
AMARANTA_BACKUP_KEYS: list[str] = env.list("AMARANTA_BACKUP_KEYS", [], validate=values.backup_keys)
AMARANTA_BACKUP_FOLDER = Path(env.str("AMARANTA_BACKUP_FOLDER", str(VAR / "backups")))
# False where the store of uploaded files keeps copies of its own.
AMARANTA_BACKUP_MEDIA = env.bool("AMARANTA_BACKUP_MEDIA", True)
AMARANTA_KEEP_BACKUP_DAYS = env.int("AMARANTA_KEEP_BACKUP_DAYS", 30, validate=validate.Range(min=1, max=30))

# Where the worker serves counters for a monitor; an address that only the monitor can reach.
AMARANTA_METRICS = env.str("AMARANTA_METRICS", "", validate=values.host_and_port)

# A second mail server, for alarms alone: the first is often the very thing that is broken.
SEALED_ALARM_SMTP: dict[str, Any] = {}
if alarm_host := env.str("AMARANTA_ALARM_SMTP_HOST", ""):
    alarm_port = env.int("AMARANTA_ALARM_SMTP_PORT", 587, validate=values.PORT)
    alarm_tls = env.bool("AMARANTA_ALARM_SMTP_TLS", alarm_port == 465)
    SEALED_ALARM_SMTP = {
        "host": alarm_host,
        "port": alarm_port,
        "username": env.str("AMARANTA_ALARM_SMTP_USER", ""),
        "password": env.str("AMARANTA_ALARM_SMTP_PASSWORD", ""),
        "use_ssl": alarm_tls,
        "use_tls": env.bool("AMARANTA_ALARM_SMTP_STARTTLS", not alarm_tls),
    }
SEALED_ALARM_FROM = env.str("AMARANTA_ALARM_FROM", "", validate=values.mail_address)
