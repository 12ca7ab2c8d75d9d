"""Another Wagtail site installs contatti.sealed as its README says, and its form is sealed."""

import re
import subprocess
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import Browser

from tests.contatti.smtp import Mailbox, free_port, serving
from tests.sealed.bare import BareProject, blocks

SENTINEL = "zaffiro-71 è il mio segreto"
MAKE = """
from pathlib import Path
from django.utils import timezone
from home.models import ContactField, ContactPage, HomePage
from contatti.sealed.certificates.load import load_certificate
from contatti.sealed.models import Mailbox, OperatorCertificate
mailbox = Mailbox.objects.create(name="Desk", address="desk@example.org")
row = OperatorCertificate(mailbox=mailbox, holder="reader 1")
row.set_certificate(load_certificate(Path("reader.crt").read_bytes()))
row.count_as_proved(timezone.now())
row.save()
page = ContactPage(title="Contact", slug="contact", mailbox=mailbox)
HomePage.objects.get().add_child(instance=page)
ContactField.objects.create(page=page, sort_order=1, label="Name", field_type="singleline", required=True)
ContactField.objects.create(page=page, sort_order=2, label="Message", field_type="multiline", required=False)
ContactField.objects.create(
    page=page, sort_order=3, label="Help with", field_type="checkboxes", choices="Money,Home", required=False
)
"""


@pytest.fixture(scope="module")
def mail_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, mail_port: int) -> BareProject:
    """Return a bare project with a mailbox, one reader's certificate and a page with three questions."""
    project = BareProject(tmp_path_factory.mktemp("bare"), mail_port)
    making = next(code for code in blocks("sh") if "openssl req" in code)
    subprocess.run(["/bin/sh", "-e", "-c", making], cwd=project.folder, check=True, capture_output=True)
    project.shell(MAKE)
    return project


@pytest.fixture(scope="module")
def address(project: BareProject) -> Iterator[str]:
    port = free_port()
    server = project.serve(port)
    yield f"http://127.0.0.1:{port}/contact/"
    server.terminate()
    server.wait()


def delivered(project: BareProject, mail_port: int) -> str:
    """Let the worker deliver what waits; return the one text that arrived, opened by openssl."""
    mailbox = Mailbox()
    with serving(mailbox, mail_port):
        project.manage("worker", "--once")
    (message,) = [each for each in mailbox.messages if each["To"] == "desk@example.org"]
    path = project.folder / "message.eml"
    path.write_bytes(message.as_bytes())
    command = next(code for code in blocks("sh") if "openssl cms" in code)
    opened = subprocess.run(
        ["/bin/sh", "-c", command], cwd=project.folder, check=True, capture_output=True
    ).stdout
    return _decoded(opened)


def _decoded(entity: bytes) -> str:
    import email

    payload = email.message_from_bytes(entity).get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode().replace("\r\n", "\n")


def post(address: str, **fields: str | list[str]) -> tuple[int, str]:
    """Open the page and post its form as a browser without JavaScript does."""
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    page = opener.open(address).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    body = urlencode({"csrfmiddlewaretoken": token[1], **fields}, doseq=True).encode()
    try:
        with opener.open(address, body) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def on_the_disk(project: BareProject, words: str) -> list[Path]:
    """Return the files of the project that hold the words."""
    files = [path for path in project.folder.rglob("*") if path.is_file() and path.name != "message.eml"]
    return [path for path in files if words.encode() in path.read_bytes()]


def test_an_answer_posted_without_javascript_is_opened_by_openssl_and_stands_in_no_file(
    project: BareProject, address: str, mail_port: int
) -> None:
    fields = {"name": "Bianca", "message": f"{SENTINEL}\nseconda riga", "help_with": ["Money", "Home"]}
    status, page = post(address, **fields)

    assert (status, "Received." in page) == (200, True)
    assert on_the_disk(project, "desk@example.org")  # the database is looked into
    assert on_the_disk(project, "zaffiro-71") == []
    text = delivered(project, mail_port)
    assert text == f"Name: Bianca\nMessage:\n  | {SENTINEL}\n  | seconda riga\nHelp with: Money; Home\n"


def test_a_browser_seals_the_same_text_and_posts_no_word_of_it(
    project: BareProject, address: str, mail_port: int, browser: Browser
) -> None:
    page = browser.new_page()
    posted: list[str] = []
    page.on(
        "request",
        lambda request: posted.append(request.post_data or "") if request.method == "POST" else None,
    )
    page.goto(address)
    page.get_by_label("Name").fill("Bianca")
    page.get_by_label("Message").fill(f"{SENTINEL}\nseconda riga")
    page.get_by_label("Money").check()
    page.get_by_label("Home").check()
    page.get_by_role("button").dblclick()
    page.get_by_text("The message has been received.").wait_for()
    page.close()

    (body,) = posted
    assert "sealed-envelope=" in body
    assert "Bianca" not in body
    assert "zaffiro" not in body
    text = delivered(project, mail_port)
    assert text == f"Name: Bianca\nMessage:\n  | {SENTINEL}\n  | seconda riga\nHelp with: Money; Home\n"


def test_a_browser_keeps_her_words_when_they_were_not_taken_and_tells_why(
    project: BareProject, address: str, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_label("Name").fill("Bianca")
    page.get_by_label("Message").fill("x" * 200_000)
    page.get_by_role("button").click()
    page.get_by_text("The text is too long").wait_for()
    assert page.get_by_label("Name").input_value() == "Bianca"
    page.get_by_label("Message").fill(SENTINEL)
    page.route("**/contact/", lambda route: route.abort())
    page.get_by_role("button").click()
    page.get_by_text("Your words are still here").wait_for()
    assert page.get_by_label("Message").input_value() == SENTINEL
    page.close()


def test_the_same_form_posted_twice_is_one_request_and_a_zero_is_an_answer(
    project: BareProject, address: str, mail_port: int
) -> None:
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opener.open(address).read().decode())
    assert token
    body = urlencode({"csrfmiddlewaretoken": token[1], "name": "0", "message": "uno\rName: falsa"}).encode()
    for _ in range(2):
        assert b"Received." in opener.open(address, body).read()

    assert delivered(project, mail_port) == "Name: 0\nMessage:\n  | uno\n  | Name: falsa\n"


def test_a_form_that_is_not_filled_in_or_not_whole_comes_back_with_the_reason(
    project: BareProject, address: str
) -> None:
    status, page = post(address, message=SENTINEL)
    assert status == 422
    assert SENTINEL.split(maxsplit=1)[0] in page
    status, page = post(address, name="Bianca", **{"sealed-envelope": "MIIB"})
    assert status == 503
    assert on_the_disk(project, "zaffiro-71") == []


def test_without_a_usable_certificate_the_form_says_that_it_takes_nothing(
    project: BareProject, address: str
) -> None:
    _status, page = post(address, name="")
    assert 'name="name"' in page
    project.shell("from contatti.sealed.models import Mailbox; Mailbox.objects.update(paused=True)")
    opener = build_opener()
    page = opener.open(address).read().decode()
    assert "this form takes no messages" in page
    assert 'name="name"' not in page
    project.shell("from contatti.sealed.models import Mailbox; Mailbox.objects.update(paused=False)")


def test_the_administration_offers_keys_and_mailboxes_and_tells_what_needs_people(
    project: BareProject,
) -> None:
    seen = project.shell(
        """
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from contatti.sealed.models import OperatorCertificate
get_user_model().objects.create_superuser("admin", "admin@example.org", "x")
client = Client(headers={"Host": "localhost"})
client.login(username="admin", password="x")
for path in ("/admin/", "/admin/chiavi/", "/admin/caselle/", "/admin/caselle/new/", "/admin/chiavi/new/"):
    print(path, client.get(path).status_code)
print("a single key", "a single key" in client.get("/admin/").content.decode())
OperatorCertificate.objects.update(not_after=timezone.now() - timedelta(days=1))
print("closed", "no valid key" in client.get("/admin/").content.decode())
"""
    )
    for path in ("/admin/", "/admin/chiavi/", "/admin/caselle/", "/admin/caselle/new/", "/admin/chiavi/new/"):
        assert f"{path} 200" in seen
    assert "a single key True" in seen
    assert "closed True" in seen
