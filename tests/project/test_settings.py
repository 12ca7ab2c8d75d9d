"""Production stops at the start when a value is missing or makes no sense."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

GOOD = {
    "DJANGO_SETTINGS_MODULE": "amaranta.settings.production",
    "AMARANTA_SECRET_KEY": "k" * 60,
    "AMARANTA_HOSTS": "portale.example",
    "AMARANTA_BASE_URL": "https://portale.example",
    "AMARANTA_FROM_EMAIL": "noreply@portale.example",
    "AMARANTA_ALARM_TO": "avvisi@portale.example",
}


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("AMARANTA_", "DJANGO_"))
    }
    environment = {key: value for key, value in {**inherited, **GOOD, **changes}.items() if value is not None}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_what_the_documentation_asks_for() -> None:
    done = start()

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [name for name in GOOD if name.startswith("AMARANTA_")])
def test_a_missing_value_stops_the_start_and_is_named(name: str) -> None:
    done = start(**{name: None})

    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AMARANTA_SECRET_KEY", "short"),
        ("AMARANTA_SMTP_PORT", "many"),
        ("AMARANTA_BEHIND_PROXY", "perhaps"),
        ("AMARANTA_EMAIL_BACKEND", "anymail.backends.brevo.EmailBackend"),
        ("AMARANTA_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"),
    ],
)
def test_a_senseless_value_stops_the_start_and_is_named(name: str, value: str) -> None:
    done = start(**{name: value})

    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"AMARANTA_WEBHOOK_SECRET": "user:secret"}, "AMARANTA_WEBHOOK_PROVIDER"),
        (
            {"AMARANTA_WEBHOOK_SECRET": "user:secret", "AMARANTA_WEBHOOK_PROVIDER": "mailgun"},
            "AMARANTA_WEBHOOK_PROVIDER",
        ),
        ({"AMARANTA_WEBHOOK_PROVIDER": "brevo"}, "AMARANTA_WEBHOOK_SECRET"),
        ({"AMARANTA_BOUNCE_IMAP_HOST": "imap.example"}, "AMARANTA_BOUNCE_IMAP_USER"),
        ({"AMARANTA_S3_BUCKET": "prova"}, "AMARANTA_S3_"),
        ({"AMARANTA_SMTP_LIMITS": "dots=600"}, "AMARANTA_SMTP_LIMITS"),
        ({"AMARANTA_SMTP_LIMITS": "dot=long"}, "AMARANTA_SMTP_LIMITS"),
    ],
)
def test_half_of_what_notices_need_stops_the_start_and_the_other_half_is_named(
    given: dict[str, str], named: str
) -> None:
    done = start(**given)

    assert done.returncode != 0
    assert named in done.stderr


WRONG = {
    "AMARANTA_SECRET_KEY": "short",
    "AMARANTA_SECRET_KEY_FALLBACKS": "short",
    "AMARANTA_SECOND_FACTOR": "perhaps",
    "AMARANTA_HOSTS": "https://portale.example",
    "AMARANTA_BASE_URL": "http://portale.example",
    "AMARANTA_BEHIND_PROXY": "perhaps",
    "DATABASE_URL": "mysql://somebody@localhost/portal",
    "AMARANTA_PORT": "0",
    "AMARANTA_MAILBOX_PORT": "0",
    "AMARANTA_VAR": "/proc/nothing",
    "AMARANTA_RECAPTCHA_PUBLIC_KEY": "without the other",
    "AMARANTA_RECAPTCHA_PRIVATE_KEY": "without the other",
    "AMARANTA_FROM_EMAIL": "nobody",
    "AMARANTA_BOUNCE_ADDRESS": "nobody",
    "AMARANTA_BOUNCE_IMAP_PORT": "imap",
    "AMARANTA_EMAIL_BACKEND": "nonsense",
    "AMARANTA_SMTP_HOST": "",
    "AMARANTA_SMTP_PORT": "70000",
    "AMARANTA_SMTP_TLS": "perhaps",
    "AMARANTA_SMTP_STARTTLS": "perhaps",
    "AMARANTA_SMTP_LIMITS": "dot",
    "AMARANTA_DELIVERIES_AT_ONCE": "0",
    "AMARANTA_ALARM_TO": "nobody",
    "AMARANTA_ALARM_MINUTES": "0",
    "AMARANTA_ALARM_ATTEMPTS": "0",
    "AMARANTA_ONCE_REDIS": "localhost",
    "AMARANTA_SITE_ID": "",
    "AMARANTA_AUDIT_DAYS": "1",
    "AMARANTA_KEEP_REFERRAL_DAYS": "0",
    "AMARANTA_REFERRAL_OPENINGS": "0",
    "AMARANTA_HOURLY_LIMIT": "0",
    "AMARANTA_LANE_RATES": "quick=3",
    "AMARANTA_LANE_MEGABYTES": "slow",
    "AMARANTA_LANE_HEADER": "two words",
    "AMARANTA_KEEP_SENT_DAYS": "31",
    "AMARANTA_ALARM_SMTP_PORT": "0",
    "AMARANTA_ALARM_SMTP_TLS": "perhaps",
    "AMARANTA_ALARM_SMTP_STARTTLS": "perhaps",
    "AMARANTA_ALARM_FROM": "nobody",
    "AMARANTA_S3_ENDPOINT": "nowhere",
    "AMARANTA_BACKUP_KEYS": "nonsense",
    "AMARANTA_KEEP_BACKUP_DAYS": "31",
    "AMARANTA_METRICS": "9464",
    "AMARANTA_BACKUP_MEDIA": "perhaps",
    "AMARANTA_KEEP_VISITS_DAYS": "30",
    "AMARANTA_SECURITY_CONTACTS": "somebody",
    "AMARANTA_SECURITY_POLICY": "nowhere",
}
OF_TWO = {
    "AMARANTA_WEBHOOK_SECRET", "AMARANTA_WEBHOOK_PROVIDER", "AMARANTA_BOUNCE_IMAP_HOST",
    "AMARANTA_BOUNCE_IMAP_USER", "AMARANTA_BOUNCE_IMAP_PASSWORD", "AMARANTA_S3_BUCKET", "AMARANTA_S3_REGION",
    "AMARANTA_S3_KEY", "AMARANTA_S3_SECRET",
}  # fmt: skip
"""Senseless only without the other half: tried above."""
ANYTHING = {
    "AMARANTA_BOUNCE_IMAP_FOLDER", "AMARANTA_SMTP_USER", "AMARANTA_SMTP_PASSWORD", "AMARANTA_ALARM_SMTP_HOST",
    "AMARANTA_ALARM_SMTP_USER", "AMARANTA_ALARM_SMTP_PASSWORD", "AMARANTA_BACKUP_FOLDER",
}  # fmt: skip
READ_ANEW = """
import importlib.util, json, os, sys
from environs import EnvError
sys.path.append("site")
for name in ("redis", "storages"):
    sys.modules.setdefault(name, type(os)(name))
    sys.modules[name].__spec__ = importlib.util.find_spec("json")
told = {}
for name, value in json.load(sys.stdin).items():
    before = dict(os.environ)
    os.environ[name] = value
    for module in [each for each in sys.modules if each.startswith("amaranta.settings")]:
        del sys.modules[module]
    try:
        importlib.import_module("amaranta.settings.production")
        told[name] = ""
    except EnvError as error:
        told[name] = str(error)
    os.environ.clear()
    os.environ.update(before)
print(json.dumps(told))
"""


def test_every_setting_of_the_documentation_says_what_is_wrong_with_it() -> None:
    page = (settings.ROOT / "docs/settings.md").read_text()
    documented = set(re.findall(r"`((?:AMARANTA_[A-Z0-9_]+)|DATABASE_URL)`", page))
    assert documented - ANYTHING - OF_TWO == WRONG.keys() - ANYTHING

    whole = {"AMARANTA_ALARM_SMTP_HOST": "posta.example", "AMARANTA_S3_BUCKET": "prova"}
    whole |= dict.fromkeys(["AMARANTA_S3_REGION", "AMARANTA_S3_KEY", "AMARANTA_S3_SECRET"], "prova")
    whole |= {"AMARANTA_S3_ENDPOINT": "https://s3.example"}
    done = subprocess.run(
        [sys.executable, "-c", READ_ANEW],
        cwd=settings.ROOT, env={**os.environ, **GOOD, **whole}, input=json.dumps(WRONG),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert set(told) == WRONG.keys()
    for name, words in told.items():
        assert name in words


def test_a_wrong_setting_is_one_sentence_and_no_list_of_our_files() -> None:
    done = start(AMARANTA_SMTP_PORT="many")

    assert done.stderr.splitlines() == [
        'Nothing was started. Environment variable "AMARANTA_SMTP_PORT" invalid: Not a valid integer.'
    ]


def test_the_demonstration_with_its_published_passwords_refuses_production() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=settings.ROOT,
        env={**os.environ, **GOOD},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "dev settings only" in done.stderr
