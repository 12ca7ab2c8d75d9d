"""What `serve` writes down when it starts on a host that is set up wrongly: one sentence each."""

from io import StringIO
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from pytest_django import Settings

from amaranta.management.commands.serve import can_work
from logins import factor_secrets
from tests.contatti.smtp import free_port
from tests.deployment import Deployment
from tests.faults.people import Door
from tests.faults.portal import wait_until_answering
from tests.faults.processes import Service


@pytest.fixture
def factor(db: None) -> None:
    """Keep an app's secret as it is kept when somebody makes a second factor."""
    data = {"secret": factor_secrets.encrypt("ABCDEFGH")}
    Authenticator.objects.create(user=User.objects.create_user("anna"), type="totp", data=data)


def test_a_host_with_another_secret_key_is_told_and_one_with_the_former_as_fall_back_is_not(
    factor: None, settings: Settings, written_log: StringIO
) -> None:
    assert can_work()
    former, settings.SECRET_KEY = settings.SECRET_KEY, "n" * 60
    settings.SECRET_KEY_FALLBACKS = [former]
    assert can_work()
    assert written_log.getvalue() == ""

    settings.SECRET_KEY_FALLBACKS = []
    assert can_work()
    (line,) = written_log.getvalue().splitlines()
    assert "give it the key of the other hosts" in line


def test_a_database_that_is_not_there_is_one_sentence_and_the_site_says_that_it_is_out_of_order(
    tmp_path: Path,
) -> None:
    port = free_port()
    environment = Deployment("sqlite:////nowhere/portal.sqlite3", 0, tmp_path).environment
    service = Service(["serve", f"--port={port}", "--processes=1"], environment, tmp_path / "log")
    service.start()
    door = Door("127.0.0.1", port)
    wait_until_answering(door)
    said = (tmp_path / "log").read_text().splitlines()
    page = door.ask("/")
    service.stop()

    assert len(said) == 1
    assert "Is DATABASE_URL right" in said[0]
    assert page.status == 500
    assert "Qualcosa non ha funzionato" in page.body
