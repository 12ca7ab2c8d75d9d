"""The drill: a copy is made while requests come in, the machine is gone, and each request arrives once."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.contatti.smtp import Mailbox, free_port, serving
from tests.contatti.test_worker_processes import STORE
from tests.deployment import ROOT, Deployment

STORE_FOR_EVER = """
import time
import uuid
from contatti.sealed.models import Mailbox, OutboxItem
from contatti.sealed.storing import storing
mailbox = Mailbox.objects.get()
while True:
    with storing():
        item, _ = OutboxItem.objects.accept(mailbox, b"sealed" * 2000, uuid.uuid4().bytes * 2)
    print(item.pk, flush=True)
    time.sleep(0.1)  # deliveries are what costs here
"""
STATES = """
from contatti.sealed.models import OutboxItem
answer = {str(pk): state for pk, state in OutboxItem.objects.values_list("pk", "state")}
"""
ANSWERED = """
from datetime import timedelta
from django.utils.timezone import localdate
from contatti.sealed.models import Answer, Conversation, Mailbox
kept = Conversation.objects.create(
    place="a" * 64, mailbox=Mailbox.objects.get(), day=localdate(), delete_on=localdate() + timedelta(days=9)
)
Answer.objects.create(conversation=kept, number=1, sealed=b"sealed")
answer = 1
"""


class Installation(Deployment):
    """An installation that makes copies for one key."""

    def __init__(self, database: str, var: Path, key: Path) -> None:
        super().__init__(database, free_port(), var)
        self.var, self.key = var, key
        self.environment["AMARANTA_BACKUP_KEYS"] = key.with_suffix(".public").read_text()

    def backup(self) -> Path:
        self.manage("backup")
        return max((self.var / "backups").glob("*.age"))

    def restore(self, copy: Path, *options: str) -> str:
        return self.manage("restore", str(copy), "--key", str(self.key), *options)

    def refused(self, *arguments: str, **environment: str) -> str:
        """Run a command that must fail, and return the one sentence that it says."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=self.environment | environment, check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 1, done.stdout
        assert "Traceback" not in done.stderr
        return done.stderr.strip()

    def restoring_refused(self, copy: Path, *options: str, **environment: str) -> str:
        return self.refused("restore", str(copy), "--key", str(self.key), *options, **environment)


Maker = Callable[[str], Installation]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a private key, beside which its public one lies."""
    path = tmp_path_factory.mktemp("key") / "key"
    call_command("backup", "--new-key", str(path), stdout=(told := StringIO()))
    path.with_suffix(".public").write_text(told.getvalue().split("AMARANTA_BACKUP_KEYS=")[1].strip())
    return path


@pytest.fixture
def made(tmp_path: Path, key: Path) -> Iterator[list[Installation]]:
    installations: list[Installation] = []
    yield installations
    for each in installations:
        each.stop()


@pytest.fixture(params=["new_sqlite", pytest.param("new_postgres", marks=pytest.mark.postgres)])
def install(request: pytest.FixtureRequest, tmp_path: Path, key: Path, made: list[Installation]) -> Maker:
    """Return a maker of installations on machines of their own, all with the same kind of database."""
    return maker(request.getfixturevalue(request.param), tmp_path, key, made)


@pytest.fixture
def install_sqlite(
    new_sqlite: Callable[[Path], str], tmp_path: Path, key: Path, made: list[Installation]
) -> Maker:
    return maker(new_sqlite, tmp_path, key, made)


def maker(new: Callable[[Path], str], folder: Path, key: Path, made: list[Installation]) -> Maker:
    def install(name: str) -> Installation:
        (folder / name).mkdir()
        made.append(Installation(new(folder / name), folder / name, key))
        return made[-1]

    return install


def delivered(installation: Installation, number: int) -> list[str]:
    """Return which requests arrive when a worker does all that is due."""
    mailbox = Mailbox()
    with serving(mailbox, installation.port):
        installation.manage("worker", "--once")
    assert len(mailbox.messages) == number
    return sorted(message["Message-ID"].strip("<>").partition("@")[0] for message in mailbox.messages)


def test_what_was_accepted_before_a_copy_made_under_load_arrives_once_from_a_new_machine(
    install: Maker,
) -> None:
    first = install("first")
    first.python(STORE.format(number=1))
    (first.var / "media" / "images").mkdir(parents=True)
    (first.var / "media" / "images" / "a.jpg").write_bytes(b"picture" * 1000)
    load = first.start("shell", "--no-imports", "-c", STORE_FOR_EVER)
    assert load.stdout is not None
    before = [load.stdout.readline() for _ in range(10)]
    copy = first.backup()
    load.send_signal(signal.SIGKILL)
    after = load.stdout.read().splitlines()
    assert before
    assert after  # it went on while the copy was made
    accepted_before = {line.decode().strip() for line in before}

    second = install("second")
    printed = second.restore(copy)
    states = second.python(STATES)

    assert accepted_before <= set(states)
    assert f"the worker will send: {len(states)}." in printed
    assert (second.var / "media" / "images" / "a.jpg").read_bytes() == b"picture" * 1000
    assert delivered(second, len(states)) == sorted(states)
    assert delivered(second, 0) == []


def test_restored_over_itself_nothing_is_sent_again_lost_or_brought_back(install: Maker) -> None:
    portal = install("first")
    (early,) = portal.python(STORE.format(number=1))
    portal.python(ANSWERED)
    copy = portal.backup()
    assert delivered(portal, 1) == [early]
    (late,) = portal.python(
        STORE.format(number=1)
        .replace('desks.open("Primo")', "DeskPage.objects.get()")
        .replace("desks = DeskMaker(build_home())", "from servizi.models import DeskPage")
    )
    portal.python(
        "from contatti.sealed.models import Conversation\nanswer = Conversation.objects.all().delete()[0]"
    )

    assert "There is data here (0 accounts, 2 requests)" in portal.restoring_refused(copy)
    printed = portal.restore(copy, "--force")

    assert "Requests and answers are those that were here" in printed
    assert portal.python(STATES) == {early: "sent", late: "waiting"}
    assert portal.python("from contatti.sealed.models import Answer\nanswer = Answer.objects.count()") == 0
    assert delivered(portal, 1) == [late]


def test_what_was_here_is_kept_aside_and_the_copy_can_take_its_place_entirely(install: Maker) -> None:
    portal = install("first")
    (stored,) = portal.python(STORE.format(number=1))
    portal.python(ANSWERED)
    (portal.var / "media").mkdir()
    (portal.var / "media" / "a").write_text("old")
    copy = portal.backup()
    delivered(portal, 1)
    (portal.var / "media" / "a").write_text("new")

    printed = portal.restore(copy, "--force", "--forget-present", "--ask")

    (kept,) = portal.var.glob("before-restore-*")
    assert str(kept) in printed
    assert (kept / "media" / "a").read_text() == "new"
    assert (portal.var / "media" / "a").read_text() == "old"
    assert portal.python(STATES) == {stored: "uncertain"}  # --ask: nobody knows whether it left since
    assert portal.python("from contatti.sealed.models import Answer\nanswer = Answer.objects.count()") == 1
    assert not list(portal.var.glob("keeping-*"))


def test_a_second_copy_of_a_request_has_the_message_id_of_the_first(install_sqlite: Maker) -> None:
    first = install_sqlite("first")
    (stored,) = first.python(STORE.format(number=1))
    copy = first.backup()
    assert delivered(first, 1) == [stored]

    second = install_sqlite("second")
    assert "goes out a second time, under the same Message-ID" in second.restore(copy)
    assert delivered(second, 1) == [stored]


def test_nothing_is_restored_while_somebody_works_with_the_database(install: Maker) -> None:
    portal = install("first")
    portal.python(STORE.format(number=1))
    copy = portal.backup()
    load = portal.start("shell", "--no-imports", "-c", STORE_FOR_EVER)
    assert load.stdout is not None
    load.stdout.readline()

    assert "stop web and worker first" in portal.restoring_refused(copy, "--force")


def test_a_copy_that_is_damaged_cut_short_or_for_another_key_changes_nothing(
    install_sqlite: Maker, tmp_path: Path
) -> None:
    portal = install_sqlite("first")
    (stored,) = portal.python(STORE.format(number=1))
    copy = portal.backup()
    whole = copy.read_bytes()
    assert b"sealed" not in whole
    middle = len(whole) // 2
    for spoilt in (
        whole[:-1],
        whole[:middle],
        whole[:middle] + b"!" + whole[middle + 1 :],
        b"",
        b"no copy at all",
    ):
        (tmp_path / "spoilt.age").write_bytes(spoilt)
        assert "is damaged, cut short, or no copy" in portal.restoring_refused(
            tmp_path / "spoilt.age", "--force"
        )
    other = tmp_path / "other"
    call_command("backup", "--new-key", str(other), stdout=StringIO())
    assert "was not sealed for this key" in portal.refused(
        "restore", str(copy), "--key", str(other), "--force"
    )
    assert "There is no file" in portal.restoring_refused(tmp_path / "nothing.age")

    assert portal.python(STATES) == {stored: "waiting"}
    assert not list(portal.var.glob("before-restore-*"))
    assert not list(portal.var.glob("keeping-*"))
    portal.restore(copy, "--check")  # what would be seen if it were whole
