"""What installs the portal, as far as a test can look without installing: `make install-test` does the rest."""

import os
import re
import subprocess

import pytest
from django.conf import settings
from django.core.management import get_commands

DEPLOY = settings.ROOT / "deploy"
ANSWERS = {
    "AMARANTA_HOSTS": "portale.example",
    "AMARANTA_ALARM_TO": "avvisi@portale.example",
    "AMARANTA_SMTP_HOST": "smtp.example",
    "AMARANTA_ADMIN": "anna@portale.example",
}


def refused(*arguments: str, **changes: str) -> str:
    """Return the one sentence with which the installation ends before it begins."""
    given = {name: value for name, value in (ANSWERS | changes).items() if value}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AMARANTA_")}
    done = subprocess.run(
        [DEPLOY / "install", *arguments], env=kept | given, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may install")
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"AMARANTA_HOSTS": ""}, "AMARANTA_HOSTS is missing (Name of the site, such as portale.example)."),
        ({"AMARANTA_HOSTS": "portale.example;"}, "'portale.example;' is not a name of a host."),
        ({"AMARANTA_SMTP_HOST": ""}, "AMARANTA_SMTP_HOST is missing (Mail server)."),
        ({"AMARANTA_SMTP_USER": "anna"}, "AMARANTA_SMTP_PASSWORD is missing (The password there)."),
        ({"AMARANTA_FROM_EMAIL": "$(reboot)"}, 'AMARANTA_FROM_EMAIL may not hold any of " $ ` \\.'),
        ({"AMARANTA_DATABASE": "oracle"}, "AMARANTA_DATABASE is sqlite or postgresql."),
    ],
)
def test_a_wrong_or_missing_answer_stops_the_installation_before_it_changes_anything(
    wrong: dict[str, str], said: str
) -> None:
    assert refused(**wrong) == f"Not installed: {said}"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may install")
def test_an_upgrade_that_never_was_cannot_be_undone() -> None:
    assert refused("--back") == "Not installed: there is no upgrade to undo."
    assert refused("--help") == "Not installed: '--help' is not known: nothing, or --back."


def test_the_services_run_commands_that_there_are_and_come_back_when_they_die() -> None:
    units = sorted((DEPLOY / "systemd").glob("*.service"))
    assert len(units) == 3
    for unit in units:
        text = unit.read_text()
        assert (
            re.findall(r"^ExecStart=.*manage\.py (\w+)( --tell)?$", text, re.MULTILINE)[0][0]
            in get_commands()
        )
        assert "Restart=always" in text or "Type=oneshot" in text


def test_the_proxy_writes_nothing_about_a_visitor_and_passes_no_address_on() -> None:
    servers = (DEPLOY / "nginx.conf").read_text().split("\nserver {")[1:]
    assert len(servers) == 2
    for server in servers:
        assert "access_log off;" in server
        assert "error_log /dev/null" in server
    assert "remote_addr" not in "".join(servers)
    assert 'proxy_set_header X-Forwarded-For "";' in servers[1]


def test_the_portal_believes_the_very_header_that_the_proxy_overwrites() -> None:
    (named,) = re.findall(
        r"keep AMARANTA_LANE_HEADER (\S+)", (DEPLOY / "installing" / "answers.sh").read_text()
    )

    assert f"proxy_set_header {named} $amaranta_lane;" in (DEPLOY / "nginx.conf").read_text()


def test_the_proxy_asks_the_portal_for_every_file() -> None:
    locations = re.findall(r"location (?:= )?(\S+) ", (DEPLOY / "nginx.conf").read_text())

    # Of its own it says only that the portal does not answer.
    assert locations == ["/.well-known/acme-challenge/", "/", "@silent", "/non-risponde/", "/"]
    assert "root" not in (DEPLOY / "nginx.conf").read_text().split("\nserver {")[2]


def test_every_setting_of_the_environment_is_documented() -> None:
    sources = "".join(path.read_text() for path in (settings.ROOT / "site/amaranta/settings").glob("*.py"))
    read = set(re.findall(r'env\.\w+\(\s*"(AMARANTA_\w+)"', sources))
    documented = (settings.ROOT / "docs/settings.md").read_text()

    assert "AMARANTA_BACKUP_KEYS" in read
    hidden = {"AMARANTA_DEBUG", "AMARANTA_SMTP_TIMEOUT", "AMARANTA_RECAPTCHA_DOMAIN"}
    assert {name for name in read if f"`{name}`" not in documented} <= hidden | {
        f"AMARANTA_BOUNCE_IMAP_{part}" for part in ("USER", "PASSWORD", "HOST", "PORT")
    }
