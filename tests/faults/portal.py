"""An installation to break: web processes, worker, database, mail server, and the proxy in front."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any, Self

import psycopg
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from tests.contatti.smtp import free_port
from tests.deployment import Deployment
from tests.faults.partners import Redis
from tests.faults.people import Desk, Door
from tests.faults.postbox import Postbox
from tests.faults.processes import ROOT, Service
from tests.nginx import nginx
from tests.postgres import Cluster

CLOCK = ROOT / "tests/faults/clock"
PREPARE = """
from functools import partial
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from amaranta.demo.home import build_home
from contatti.models import DeskMailbox
from tests.contatti import site
# Good in the months to which the clock is set.
site.make_operator = partial(site.make_operator, start_days=-400)
def pem(operator):
    key = operator.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return [key, operator.certificate.public_bytes(Encoding.PEM).decode()]
contact = site.build_contact_site(build_home())
DeskMailbox.objects.update(hourly_limit=1_000_000)
answer = [[desk.pk, [pem(each) for each in contact.operators[desk.pk]]] for desk in contact.desks]
"""
ARRIVING_SECONDS = 60
NEVER_HELD = {"AMARANTA_HOURLY_LIMIT": "1000000"}


@dataclass(frozen=True)
class Reader:
    """An operator who opens what arrives."""

    key: RSAPrivateKey
    certificate: x509.Certificate


@dataclass
class Model:
    """A prepared database, of which each installation gets a copy."""

    folder: Path
    cluster: Cluster | None = None
    desks: list[Desk] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)

    def make(self, migrated: Path | None = None) -> Self:
        """Prepare it; `migrated`: an SQLite database that needs no migrations any more."""
        if migrated is not None:
            shutil.copy(migrated, self.folder / "model.sqlite3")
        url = self.cluster.url if self.cluster else f"sqlite:///{self.folder / 'model.sqlite3'}"
        deployment = Deployment(url, 0, self.folder)
        if migrated is None:
            deployment.manage("migrate", "--verbosity=0")
        for number, operators in deployment.python(PREPARE):
            self.desks.append(Desk(number, []))
            self.add(number, operators)
        return self

    def add(self, number: int, operators: list[tuple[str, str]]) -> None:
        """Know more operators of a desk."""
        readers = []
        for key, certificate in operators:
            private = load_pem_private_key(key.encode(), None)
            assert isinstance(private, RSAPrivateKey)
            readers.append(Reader(private, x509.load_pem_x509_certificate(certificate.encode())))
        self.readers += readers
        desk = next(each for each in self.desks if each.number == number)
        desk.certificates.extend(reader.certificate for reader in readers)

    def copy(self, folder: Path, name: str) -> str:
        """Return the DATABASE_URL of a copy."""
        if self.cluster is None:
            return f"sqlite:///{shutil.copy(self.folder / 'model.sqlite3', folder / 'amaranta.sqlite3')}"
        base = self.cluster.url.rpartition("/")[0]
        with patient(f"{base}/template1") as connection:
            connection.autocommit = True
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE postgres')
        return f"{base}/{name}"


@dataclass
class Portal:
    """What a fault can lay hands on. Times in the database are real ones, also where the portal's clock is set."""

    model: Model
    folder: Path
    url: str
    environment: dict[str, str]
    postbox: Postbox
    web: Service
    worker: Service
    doors: list[Door]
    redis: Redis | None = None

    @property
    def disk(self) -> Path:
        """Where the database lies."""
        return Path(self.model.cluster.folder) if self.model.cluster else self.folder

    @property
    def cluster(self) -> Cluster:
        assert self.model.cluster is not None
        return self.model.cluster

    def statement(self, sql: str) -> list[tuple[Any, ...]]:
        """Run one statement behind the portal's back."""
        if self.url.startswith("sqlite"):
            with (
                closing(sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=60)) as database,
                database,
            ):
                return database.execute(sql).fetchall()
        with patient(self.url) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def waiting(self) -> int:
        return int(
            self.statement("SELECT count(*) FROM sealed_outboxitem WHERE state IN ('waiting', 'refused')")[0][
                0
            ]
        )

    def let_time_pass(self) -> None:
        """End all leases and pauses, while no worker is at work, as if hours had passed."""
        self.worker.stop()
        past = "'2000-01-01 00:00:00+00:00'"
        self.statement(
            f"UPDATE sealed_outboxitem SET next_attempt_at = {past}, lease_until = NULL, lease_token = NULL "
            "WHERE state IN ('waiting', 'refused')"
        )
        self.worker.start()

    def set_clock(self, seconds: float) -> None:
        offset = self.folder / "clock"
        new = offset.with_suffix(".new")
        new.write_text(str(seconds))
        new.replace(offset)


def wait_until_answering(door: Door) -> None:
    """Wait for any answer at all. Raises TimeoutError after a minute and a half."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        with suppress(OSError, HTTPException):
            door.ask("/robots.txt")
            return
        time.sleep(0.1)
    raise TimeoutError("The site does not answer.")


def wait_until_open(doors: list[Door]) -> None:
    """Raises TimeoutError after a minute and a half."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        with suppress(OSError, HTTPException):
            if all(door.ask("/salute/").status == 200 for door in doors):
                return
        time.sleep(0.1)
    raise TimeoutError("The site does not open.")


def patient(url: str) -> psycopg.Connection[Any]:
    """Connect to a PostgreSQL that may be recovering. Raises psycopg.OperationalError after a minute."""
    until = time.monotonic() + 60
    while True:
        try:
            return psycopg.connect(url)
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def environment_of(folder: Path, url: str, smtp: int, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "amaranta.settings.dev",
        "PYTHONPATH": "site",
        "DATABASE_URL": url,
        "AMARANTA_SMTP_PORT": str(smtp),
        "AMARANTA_VAR": str(folder),
        **NEVER_HELD,
        **more,
    }


@contextmanager
def running(model: Model, folder: Path, *, clock: float | None = None, **settings: str) -> Iterator[Portal]:
    """Run an installation in a new folder. clock: seconds by which its clock differs, and may be changed later."""
    url = model.copy(folder, folder.name)
    postbox = Postbox(free_port())
    environment = environment_of(folder, url, postbox.port, **settings)
    if clock is not None:
        (folder / "clock").write_text(str(clock))
        environment |= {"PYTHONPATH": f"{CLOCK}{os.pathsep}site", "FAULTS_CLOCK": str(folder / "clock")}
    port, front = free_port(), free_port()
    web = Service(["serve", f"--port={port}"], environment, folder / "web.log")
    worker = Service(["worker"], environment, folder / "worker.log")
    portal = Portal(model, folder, url, environment, postbox, web, worker, [Door("127.0.0.1", front)])
    with ExitStack() as stack:
        stack.enter_context(postbox.opened())
        (folder / "nginx").mkdir()
        stack.enter_context(nginx(folder / "nginx", front, port))
        for service in (web, worker):
            stack.callback(service.stop)
            service.start()
        wait_until_open(portal.doors)
        yield portal


def wait_for_mail(portal: Portal, *, late: bool) -> None:
    """Wait until nothing waits; `late`: twice, letting all pauses pass."""
    for _round in range(3 if late else 1):
        if late:
            portal.let_time_pass()
        until = time.monotonic() + ARRIVING_SECONDS
        while portal.waiting() and time.monotonic() < until:
            time.sleep(0.5)
        if not portal.waiting():
            return
    raise TimeoutError(f"{portal.waiting()} still wait: {(portal.folder / 'worker.log').read_text()[-1500:]}")
