"""The demonstration's mailbox: mail arrives closed, and only its own desk's operators open it."""

import email.policy
import re
import stat
from datetime import UTC, datetime
from email.message import EmailMessage
from http.client import HTTPConnection
from pathlib import Path

import pytest

from amaranta.demo.mailbox import Received
from tests.contatti.smtp import free_port
from tests.deployment import Deployment

BUILD = """
from amaranta.demo.contatti import build_mailboxes
from amaranta.demo.home import build_home
from contatti.sealed.models import OperatorCertificate
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
if not DeskPage.objects.exists():
    desks = DeskMaker(build_home())
    desks.closed("Primo"), desks.closed("Secondo")
build_mailboxes(DeskPage.objects.all())
keys = OperatorCertificate.objects.order_by("pk")
answer = [[key.fingerprint, key.active] for key in keys]
"""
SEND = """
from django.utils import timezone
from contatti.sealed.conversation import ReplyCode
from contatti.sealed.envelope import seal
from contatti.sealed.models import OutboxItem
from contatti.availability import desk_availability
from servizi.models import DeskPage
desk = DeskPage.objects.get(slug="primo")
text = f"Sentinella <perché> 🌺 {ReplyCode(desk.mailbox.pk, b'k' * 32, b'p' * 32)}"
OutboxItem.objects.accept(desk.mailbox, seal(text, desk_availability(desk, timezone.now()).certificates), b"k" * 32)
answer = None
"""
EXPIRE = """
from datetime import timedelta
from django.utils import timezone
from amaranta.demo import operators
name = "primo-operatrice-1"
past = timezone.now() - timedelta(days=30)
operators._save(operators.Operator(name, *operators.make_operator_key(name, days=1, now=past)))
answer = None
"""


class Viewer:
    """A visitor of the viewer's page."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str, host: str = "localhost") -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self._port)
        connection.request("GET", path, headers={"Host": f"{host}:{self._port}"})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, text


def test_both_operators_of_the_desk_open_a_request_and_nobody_else(
    portal: Deployment, tmp_path: Path
) -> None:
    portal.python(BUILD)
    portal.python(SEND)
    viewer = Viewer(port := free_port())
    started = portal.start("mailbox", "--http-port", str(port))
    assert started.stdout
    started.stdout.readline()
    assert "Ancora nessun messaggio" in viewer.get("/")[1]
    portal.manage("worker", "--once")

    (address,) = re.findall(r'href="(/posta/[^"]+/)"', viewer.get("/")[1])
    for name in ("primo-operatrice-1", "primo-operatrice-2"):
        assert "Sentinella &lt;perché&gt; 🌺" in viewer.get(f"{address}apri/{name}")[1]
    opened = viewer.get(f"{address}apri/primo-operatrice-1")[1]
    assert re.search(r'<pre class="code"[^>]*>([A-Z2-7]{6} ){20}[A-Z2-7]{4}</pre>', opened)
    assert "/admin/console/rispondi/" in opened
    refused = viewer.get(f"{address}apri/secondo-operatrice-1")[1]
    assert "non è stato chiuso per lei" in refused
    assert 'class="code"' not in refused
    original = viewer.get(f"{address}originale")[1]
    assert "application/pkcs7-mime" in original
    assert "Sentinella" not in refused + original + viewer.get(address)[1]

    assert viewer.get("/", host="attacker.example")[0] == 421
    for missing in ("/posta/../../etc/passwd", "/posta/no/", f"{address}apri/nobody", "/altro"):
        assert viewer.get(missing)[0] == 404
    assert b"Sentinella" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_building_again_changes_nothing_and_renews_what_expired(portal: Deployment, tmp_path: Path) -> None:
    first = portal.python(BUILD)
    files = sorted((tmp_path / "demo-keys").iterdir())
    assert len(first) == 4
    assert all(active for _, active in first)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert portal.python(BUILD) == first

    portal.python(EXPIRE)
    again = portal.python(BUILD)
    assert len(again) == 5
    assert [active for _, active in again] == [False, True, True, True, True]
    assert sorted((tmp_path / "demo-keys").iterdir()) == files


def test_the_mailbox_refuses_to_run_beside_a_real_portal(portal: Deployment) -> None:
    portal.environment |= {
        "DJANGO_SETTINGS_MODULE": "amaranta.settings.test",
    }
    with pytest.raises(AssertionError, match="runs under the dev settings only"):
        portal.manage("mailbox")


def test_the_words_of_a_mail_to_staff_are_shown_as_words() -> None:
    subject = EmailMessage()
    subject["Subject"] = "È scaduta una chiave: città di prova"
    raw = subject.as_bytes(policy=email.policy.SMTP)
    mail = Received("1", datetime.now(UTC), raw)

    assert b"=?utf-8?" in raw
    assert mail.headers["Subject"] == "È scaduta una chiave: città di prova"
