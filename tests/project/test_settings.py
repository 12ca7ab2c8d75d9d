"""Production stops at the start when a value is missing or makes no sense."""

import os
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
