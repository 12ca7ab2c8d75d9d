"""Stages one fault after the other, each on an installation of its own."""

import copy
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from tests.contatti.smtp import free_port
from tests.faults import hosts
from tests.faults.listing import HOSTS, POSTGRES, SQLITE, Fault
from tests.faults.load import Load, Outcome
from tests.faults.network import NETWORK
from tests.faults.partners import redis
from tests.faults.portal import Model, running, wait_for_mail
from tests.postgres import Cluster

SMALL = {SQLITE: "24m", POSTGRES: "160m"}


class Rig:
    """Keeps the prepared databases for all faults."""

    def __init__(self, folder: Path, migrated: Path | None = None) -> None:
        self.folder, self.migrated = folder, migrated
        folder.chmod(0o755)  # PostgreSQL's user has to come through
        self._models: dict[tuple[str, bool], Model] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self._stack.close()

    def model(self, database: str, *, small: bool = False) -> Model:
        key = (database, small and database == POSTGRES)
        if key not in self._models:
            self._models[key] = self._made(database, small=key[1])
        made = self._models[key]
        return Model(made.folder, made.cluster, copy.deepcopy(made.desks), [*made.readers])

    def _made(self, database: str, *, small: bool) -> Model:
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        if database == SQLITE:
            return Model(folder).make(self.migrated)
        folder.chmod(0o755)
        lying = folder / "cluster"
        lying.mkdir()
        if small:
            self._stack.enter_context(disk(lying, SMALL[POSTGRES]))
        cluster = Cluster(str(lying), free_port(), NETWORK)
        cluster.make()
        cluster.start()
        self._stack.callback(cluster.stop)
        return Model(folder, cluster).make()

    def stage_hosts(self, people: int) -> Outcome:
        """Return what came of it when a web host and a worker host died."""
        return hosts.stage(self.folder / HOSTS, self.model(POSTGRES), people)

    def stage(self, fault: Fault, database: str, people: int, seconds: float = 0) -> Outcome:
        """Return what came of it. seconds: another time than the fault's own.

        Raises RuntimeError where the fault was not there, TimeoutError where something still waits.
        """
        begun = time.monotonic()
        folder = self.folder / f"{fault.name}-{database.lower()}"
        folder.mkdir()
        with ExitStack() as stack:
            if fault.small_disk and database == SQLITE:
                stack.enter_context(disk(folder, SMALL[SQLITE]))
            model = self.model(database, small=fault.small_disk)
            settings = {}
            if fault.redis:
                server = stack.enter_context(redis(folder))
                settings["AMARANTA_ONCE_REDIS"] = server.address
            portal = stack.enter_context(running(model, folder, clock=0 if fault.clock else None, **settings))
            if fault.redis:
                portal.redis = server
            if fault.before:
                fault.before(portal)
            load = Load(portal, people, seconds or fault.seconds)
            load.start()
            fault.stage(portal, load)
            load.finish()
            wait_for_mail(portal, late=fault.late)
            if fault.sign and not fault.sign(portal):
                raise RuntimeError(f"{fault.words}: there is no sign of it.")
            outcome = load.account(fault.name, database)
        outcome.seconds = round(time.monotonic() - begun)
        return outcome


@contextmanager
def disk(folder: Path, size: str) -> Iterator[None]:
    """Put a file system of that size below a folder; root is needed."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
