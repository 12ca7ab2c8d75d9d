"""What processes hold in memory after work: the worker after a thousand deliveries and while files are made,
a web process after every page of the demonstration.

RSS counts what processes share in each of them; PSS divides it among them.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from tests.contatti.smtp import Mailbox, serving
from tests.deployment import Deployment

from .rows import Row, tell
from .server import free_port

NUMBER = 1000
STORE = """
import uuid
from contatti.models import DeskMailbox
from contatti.sealed.models import OutboxItem
mailboxes = list(DeskMailbox.objects.exclude(address=""))
for number in range({number}):
    OutboxItem.objects.accept(mailboxes[number % len(mailboxes)], b"sentinel" * 600, uuid.uuid4().bytes * 2)
answer = len(mailboxes)
"""
LEFT = """
from home.models import MadeFile
answer = MadeFile.objects.filter(state="waiting").count()
"""
MOST = 120
MEGABYTE = 1024


def megabytes(pid: int) -> tuple[float, float]:
    """Return RSS and PSS of a process."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = dict(re.findall(r"^(Rss|Pss): +(\d+) kB", text, re.MULTILINE))
    return int(found["Rss"]) / MEGABYTE, int(found["Pss"]) / MEGABYTE


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(each) for each in listed]


def largest_child(pid: int) -> float:
    """Return the RSS of the process that makes files, 0 while there is none; its threads start it."""
    listed = subprocess.run(
        ["ps", "--ppid", str(pid), "-o", "rss="], capture_output=True, text=True, check=False
    )
    return max((int(each) / MEGABYTE for each in listed.stdout.split()), default=0)


def worker(deployment: Deployment) -> list[Row]:
    deployment.python(STORE.format(number=NUMBER))
    mailbox, most = Mailbox(), 0.0
    with serving(mailbox, deployment.port):
        process = deployment.start("worker")
        began = time.monotonic()
        mailbox.wait_for(NUMBER, timeout=600)
        delivered = time.monotonic() - began
        while deployment.python(LEFT) and time.monotonic() - began < 300:
            most = max(most, largest_child(process.pid))
        rss, pss = megabytes(process.pid)
        deployment.stop()
    return [
        Row(f"worker, {NUMBER} requests and all files: RSS", rss, "MB", MOST),
        Row("worker: PSS", pss, "MB", MOST),
        Row("the process that makes files, while it lives: RSS", most, "MB"),
        Row(f"{NUMBER} requests delivered meanwhile in", delivered, "s"),
    ]


def web(deployment: Deployment) -> list[Row]:
    port = free_port()
    process = deployment.start("serve", "--port", str(port))
    rows = []
    for _attempt in range(100):
        try:
            text = urlopen(f"http://127.0.0.1:{port}/sitemap.xml", timeout=20).read().decode()
            break
        except OSError:
            time.sleep(0.5)
    paths = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", text)
    for path in [*paths, *paths]:
        urlopen(f"http://127.0.0.1:{port}{path}", timeout=30).read()
    for name, pid in (("parent", process.pid), *(("web process", pid) for pid in children(process.pid))):
        rss, pss = megabytes(pid)
        rows += [
            Row(f"{name}, {2 * len(paths)} pages: RSS", rss, "MB", MOST),
            Row(f"{name}: PSS", pss, "MB", MOST),
        ]
    deployment.stop()
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        deployment = Deployment(f"sqlite:///{folder}/bench.sqlite3", free_port(), Path(folder))
        deployment.environment["MALLOC_ARENA_MAX"] = "2"  # as deploy/systemd/ has it
        deployment.manage("migrate", "-v", "0")
        deployment.manage("demo")
        tell(worker(deployment))
        tell(web(deployment))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", "site")
    sys.path.append("site")
    main()
