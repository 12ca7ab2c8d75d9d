"""Two web hosts and two worker hosts on one PostgreSQL, with Redis and S3 where they are installed; two die."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.contatti.smtp import free_port
from tests.faults.load import Load, Outcome
from tests.faults.network import HERE, Host, network
from tests.faults.partners import has_redis, has_s3, redis, s3
from tests.faults.people import Door
from tests.faults.portal import Model, Portal, environment_of, wait_for_mail, wait_until_open
from tests.faults.postbox import Postbox
from tests.faults.processes import ROOT, Service
from tests.nginx import nginx

PORT = 8000
SECONDS = 24
WEB, WORKER, OTHER_WEB, OTHER_WORKER = range(4)
PICTURE = """
from io import BytesIO
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model
from home.files.pictures import stored_size
from home.models import HomePage
from tests.home.document_pages import a_page
drawn = BytesIO()
Image.new("RGB", (1200, 800), "purple").save(drawn, "JPEG")
drawn.seek(0)
picture = get_image_model().objects.create(title="Prova", file=ImageFile(drawn, name="prova.jpg"))
size = stored_size(picture, "figure")
a_page(HomePage.objects.get(), ("text", f'<embed embedtype="image" id="{picture.pk}" alt="" format="left"/>'))
answer = size.url
"""
PUBLISH = """
from home.models import InformationPage
page = InformationPage.objects.get(slug="pagina")
page.title = "{title}"
page.save_revision().publish()
answer = True
"""
HOLD = """
import time
from django.db import transaction
from contatti.sealed.models import Mailbox
with transaction.atomic():
    list(Mailbox.objects.order_by().select_for_update(no_key=True))
    print("holds", flush=True)
    time.sleep(600)
"""


class Hosts:
    """The installation: first and third host serve, second and fourth deliver."""

    def __init__(
        self, folder: Path, url: str, settings: dict[str, str], hosts: list[Host], smtp: int
    ) -> None:
        self.hosts = hosts
        self.services: list[Service] = []
        self.environments: list[dict[str, str]] = []
        for place, host in enumerate(hosts):
            var = folder / host.name
            var.mkdir()
            if "AMARANTA_S3_BUCKET" not in settings:
                (var / "media").symlink_to(folder / "media")
            environment = environment_of(var, url, smtp, AMARANTA_SMTP_HOST=HERE, **settings)
            command = ["worker"] if place % 2 else ["serve", "--host=0.0.0.0", f"--port={PORT}"]
            self.environments.append(environment)
            self.services.append(Service(command, environment, folder / f"{host.name}.log", host.inside))
        self.doors = [Door(hosts[place].address, PORT) for place in (WEB, OTHER_WEB)]

    @property
    def addresses(self) -> list[str]:
        return [f"{door.host}:{door.port}" for door in self.doors]

    def _shell(self, place: int, code: str) -> subprocess.Popen[str]:
        command = [
            *self.hosts[place].inside,
            sys.executable,
            "manage.py",
            "shell",
            "--no-imports",
            "-c",
            code,
        ]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environments[place], stdout=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip

    def python(self, place: int, code: str) -> Any:
        """Run code on a host, and return what it calls `answer`."""
        said, _ = self._shell(place, f"{code}\nimport json; print(json.dumps(answer))").communicate(
            timeout=120
        )
        return json.loads(said.splitlines()[-1])

    def hold_a_lock(self, place: int) -> None:
        """Let a host be in the middle of a transaction that holds all mailboxes."""
        self.holder = self._shell(place, HOLD)
        assert self.holder.stdout is not None
        assert self.holder.stdout.readline() == "holds\n"

    def lose(self, *places: int) -> None:
        """Cut the links first, so that nobody is told; then kill all that ran there."""
        for place in places:
            self.hosts[place].cut()
        for place in places:
            self.services[place].forget()
        os.killpg(self.holder.pid, signal.SIGKILL)
        self.holder.wait()

    def titles(self, doors: list[Door]) -> list[str]:
        """Return how each host titles the page at this moment."""
        pages = [door.ask("/pagina/").body for door in doors]
        return [
            found[1] if (found := re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page)) else "" for page in pages
        ]


def stage(folder: Path, model: Model, people: int) -> Outcome:
    """Return what came of the load while one web host and one worker host died."""
    begun = time.monotonic()
    folder.mkdir()
    (folder / "media").mkdir()
    with ExitStack() as stack:
        hosts = stack.enter_context(network(4))
        settings: dict[str, str] = {}
        if has_redis():
            settings["AMARANTA_ONCE_REDIS"] = stack.enter_context(redis(folder, HERE)).address
        if has_s3():
            settings |= stack.enter_context(s3(HERE))
        url = model.copy(folder, folder.name).replace("127.0.0.1", HERE)
        postbox = Postbox(free_port(), HERE)
        stack.enter_context(postbox.opened())
        all_of_it = Hosts(folder, url, settings, hosts, postbox.port)
        for service in all_of_it.services:
            stack.callback(service.stop)
            service.start()
        front = Door("127.0.0.1", free_port())
        (folder / "nginx").mkdir()
        stack.enter_context(nginx(folder / "nginx", front.port, PORT, all_of_it.addresses))
        web, worker = all_of_it.services[OTHER_WEB], all_of_it.services[OTHER_WORKER]
        portal = Portal(model, folder, url, all_of_it.environments[0], postbox, web, worker, [front])
        wait_until_open(all_of_it.doors)
        outcome = _lose_two(all_of_it, portal, people, is_shared="AMARANTA_ONCE_REDIS" in settings)
        outcome.seconds = round(time.monotonic() - begun)
        outcome.beside["with"] = ", ".join(
            ["PostgreSQL", *["Redis"] * has_redis(), "S3" if has_s3() else "a shared folder"]
        )
    return outcome


def _lose_two(hosts: Hosts, portal: Portal, people: int, *, is_shared: bool) -> Outcome:
    picture = hosts.python(WEB, PICTURE)
    stale = 0
    for title in ("Prima", "Seconda"):
        hosts.python(WEB, PUBLISH.format(title=title))
        stale += sum(seen != title for seen in hosts.titles(hosts.doors))
    missing = sum(door.ask(picture).status != 200 for door in hosts.doors)
    load = Load(portal, people, SECONDS)
    hosts.hold_a_lock(WORKER)
    load.start()
    load.wait_for(0.4)
    hosts.lose(WEB, WORKER)
    left = hosts.doors[1:]
    hosts.python(OTHER_WORKER, PUBLISH.format(title="Terza"))
    stale += sum(seen != "Terza" for seen in hosts.titles(left))
    missing += sum(door.ask(picture).status != 200 for door in left)
    load.finish()
    wait_for_mail(portal, late=True)
    outcome = load.account("hosts", "PostgreSQL")
    # Without a Redis each host tells its own processes alone (docs/settings.md).
    outcome.beside = {"missing pictures": missing} | ({"stale pages": stale} if is_shared else {})
    return outcome
