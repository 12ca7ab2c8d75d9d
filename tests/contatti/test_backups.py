"""The drill: a copy is made while requests come in, the machine is gone, and each request arrives once."""

import signal
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.contatti.smtp import Mailbox, free_port, serving
from tests.deployment import Deployment

TOOLS = """
import time, uuid
from datetime import timedelta
from io import StringIO
from pathlib import Path
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate
from contatti.sealed import lanes
from contatti.sealed.models import Answer, Conversation, Lane, LaneStore, Mailbox, OutboxItem
from contatti.sealed.storing import storing

def store():
    mailbox, _ = Mailbox.objects.get_or_create(name="Primo", address="primo@example.org")
    with storing():
        item, _ = OutboxItem.objects.accept(mailbox, b"sealed" * 2000, uuid.uuid4().bytes * 2)
    return str(item.pk)

def hold():
    item = OutboxItem.objects.get(pk=store())
    with storing():
        lanes.hold(item, len(item.envelope), Lane.SEALED)
    return str(item.pk)

def store_answer():
    day = localdate()
    kept = Conversation.objects.create(
        place="a" * 64, mailbox=Mailbox.objects.get(), day=day, delete_on=day + timedelta(days=9)
    )
    Answer.objects.create(conversation=kept, number=1, sealed=b"sealed")

def run(*arguments):
    said = StringIO()
    try:
        call_command(*arguments, stdout=said, stderr=said)
    except CommandError as error:
        return f"refused: {error}"
    return said.getvalue()

def backup():
    said = run("backup")
    assert "read back and whole" in said, said
    return str(max(settings.AMARANTA_BACKUP_FOLDER.glob("*.age")))

def restore(copy, *options):
    return run("restore", copy, "--key", KEY, *options)

def states():
    return {str(pk): state for pk, state in OutboxItem.objects.values_list("pk", "state")}
"""


class Installation(Deployment):
    """An installation that makes copies for one key."""

    def __init__(self, database: str, var: Path, key: Path) -> None:
        super().__init__(database, free_port(), var)
        self.var, self.tools = var, f"KEY = {str(key)!r}\n{TOOLS}"
        self.environment["AMARANTA_BACKUP_KEYS"] = key.with_suffix(".public").read_text()

    def do(self, code: str) -> Any:
        """Run code with the tools above that assigns something of JSON to `answer`, and return it."""
        return self.python(self.tools + code)


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


def arrived(mailbox: Mailbox) -> list[str]:
    """Return which requests arrived at the desk, a name as often as there are copies."""
    letters = [message for message in mailbox.messages if message["To"] == "primo@example.org"]
    return sorted(message["Message-ID"].strip("<>").partition("@")[0] for message in letters)


def test_what_was_accepted_before_a_copy_made_under_load_arrives_once_from_a_new_machine(
    install: Maker,
) -> None:
    first = install("first")
    picture = Path("media") / "images" / "a.jpg"
    (first.var / picture).parent.mkdir(parents=True)
    (first.var / picture).write_bytes(b"picture" * 1000)
    for_ever = "while True:\n    print(store(), flush=True)\n    time.sleep(0.1)\n"
    load = first.start("shell", "--no-imports", "-c", first.tools + for_ever)
    assert load.stdout is not None
    before = {load.stdout.readline().decode().strip() for _ in range(10)}
    copy = first.do("answer = backup()")
    load.send_signal(signal.SIGKILL)
    assert load.stdout.read().splitlines()  # it went on while the copy was made

    second = install("second")
    mailbox = Mailbox()
    with serving(mailbox, second.port):
        said, waiting, sent = second.do(
            f"said = restore({copy!r})\nwaiting = states()\n"
            "run('worker', '--once')\nrun('worker', '--once')\nanswer = said, waiting, states()"
        )

    assert before <= set(waiting)
    assert f"the worker will send: {len(waiting)}." in said
    assert (second.var / picture).read_bytes() == b"picture" * 1000
    assert arrived(mailbox) == sorted(waiting)
    assert set(sent.values()) == {"sent"}


def test_restored_over_itself_nothing_is_sent_again_lost_or_brought_back(install: Maker) -> None:
    portal = install("first")
    (portal.var / "media").mkdir()
    (portal.var / "media" / "a").write_text("text")
    mailbox = Mailbox()
    with serving(mailbox, portal.port):
        early, late, held, refused, said, then = portal.do(
            "early = store()\nstore_answer()\ncopy = backup()\nrun('worker', '--once')\n"
            "late = store()\nheld = hold()\nConversation.objects.all().delete()\n"
            "refused = restore(copy)\nsaid = restore(copy, '--force')\n"
            "then = [states(), Answer.objects.count(), LaneStore.objects.get().held]\n"
            "run('worker', '--once')\nrun('worker', '--once')\nanswer = early, late, held, refused, said, then"
        )

    assert refused.startswith("refused: Nothing was changed. There is data here (0 accounts, 3 requests)")
    assert "Requests and answers are those that were here" in said
    assert then == [{early: "sent", late: "waiting", held: "held"}, 0, 1]
    # What is held leaves as if nothing had happened.
    assert arrived(mailbox) == sorted([early, late, held])
    (kept,) = portal.var.glob("before-restore-*")
    assert str(kept) in said
    assert (kept / "media" / "a").read_text() == "text"
    assert not list(portal.var.glob("keeping-*"))


def test_without_the_database_of_today_what_left_since_goes_once_more_or_staff_are_asked(
    install_sqlite: Maker,
) -> None:
    portal = install_sqlite("first")
    mailbox = Mailbox()
    with serving(mailbox, portal.port):
        stored, asked, sent = portal.do(
            "stored = store()\nheld = hold()\nstore_answer()\ncopy = backup()\n"
            "run('worker', '--once')\nrun('worker', '--once')\nrestore(copy, '--force', '--forget-present', '--ask')\n"
            "asked = [states(), Answer.objects.count()]\n"
            "said = restore(copy, '--force', '--forget-present')\n"
            "run('worker', '--once')\nrun('worker', '--once')\n"
            "answer = [stored, held], asked, said"
        )

    assert asked == [dict.fromkeys(stored, "uncertain"), 1]
    assert "goes out a second time, under the same Message-ID" in sent
    assert arrived(mailbox) == sorted([*stored, *stored])


def test_nothing_is_restored_while_somebody_works_with_the_database(install: Maker) -> None:
    portal = install("first")
    copy = portal.do("store()\nanswer = backup()")
    load = portal.start(
        "shell", "--no-imports", "-c", portal.tools + "while True:\n    print(store(), flush=True)"
    )
    assert load.stdout is not None
    load.stdout.readline()

    assert "stop web and worker first" in portal.do(f"answer = restore({copy!r}, '--force')")


def test_a_copy_that_is_damaged_cut_short_or_for_another_key_changes_nothing(
    install_sqlite: Maker,
) -> None:
    portal = install_sqlite("first")
    spoilt, other, missing, whole, then = portal.do("""
stored = store()
copy = Path(backup())
data = copy.read_bytes()
assert b"sealedsealed" not in data
middle = len(data) // 2
bad = copy.with_name("bad")
spoilt = []
for text in (data[:-1], data[:middle], data[:middle] + b"!" + data[middle + 1 :], b"", b"no copy at all"):
    bad.write_bytes(text)
    spoilt.append(restore(str(bad), "--force"))
run("backup", "--new-key", str(settings.VAR / "other"))
other = run("restore", str(copy), "--key", str(settings.VAR / "other"), "--force")
missing = restore("/nothing", "--force")
whole = restore(str(copy), "--check")
answer = spoilt, other, missing, whole, states() == {stored: "waiting"}
""")

    assert len(spoilt) == 5
    for said in spoilt:
        assert said == "refused: Nothing was changed. bad is damaged, cut short, or no copy of this portal."
    assert "was not sealed for this key" in other
    assert "There is no file /nothing" in missing
    assert "is whole. It was made on" in whole
    assert then
    assert not list(portal.var.glob("before-restore-*"))
    assert not list(portal.var.glob("keeping-*"))
