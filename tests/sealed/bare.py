"""A project that is not ours: what `wagtail start` makes, with the app installed as its README says."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "contatti" / "sealed"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(language: str) -> list[str]:
    """Return the README's blocks of code in a language."""
    found = [code for name, code in BLOCK.findall((APP / "README.md").read_text()) if name == language]
    assert found
    return found


class BareProject:
    """A folder with a project, and a folder with the installed app; nothing else of the repository is seen."""

    def __init__(self, folder: Path, mail_port: int) -> None:
        self.folder = folder / "mysite"
        self.library = folder / "library"
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "PYTEST"))
        } | {"PYTHONPATH": str(self.library), "MAIL_PORT": str(mail_port)}
        self._install(folder / "copy")
        self._start()

    def _install(self, copy: Path) -> None:
        shutil.copytree(
            APP, copy, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info", "*.mo")
        )
        install = (sys.executable, "-m", "uv", "pip", "install", "--no-config", "--no-deps", "-q")
        self._run([*install, "--target", str(self.library), str(copy)], cwd=copy)

    def _start(self) -> None:
        """Make the project and follow the README: its settings, its page, its templates."""
        wagtail = str(Path(sys.executable).with_name("wagtail"))
        self._run([wagtail, "start", "mysite"], cwd=self.library.parent)
        settings, page = blocks("python")[:2]
        base = self.folder / "mysite" / "settings" / "base.py"
        here = 'EMAIL_HOST = "127.0.0.1"\nimport os\nEMAIL_PORT = int(os.environ["MAIL_PORT"])\n'
        base.write_text(f"{base.read_text()}\n{settings}\n{here}")
        dev = self.folder / "mysite" / "settings" / "dev.py"
        dev.write_text(re.sub(r"^EMAIL_BACKEND.*$", "", dev.read_text(), flags=re.MULTILINE))
        models = self.folder / "home" / "models.py"
        models.write_text(f"{models.read_text()}\n{page}")
        templates = self.folder / "home" / "templates" / "home"
        for name, html in zip(("contact_page", "contact_page_landing"), blocks("html"), strict=True):
            (templates / f"{name}.html").write_text(html)
        self.manage("makemigrations", "home")
        self.manage("migrate", "--verbosity=0")

    def manage(self, *arguments: str) -> str:
        """Run a command to its end and return what it printed."""
        return self._run([sys.executable, "manage.py", *arguments], cwd=self.folder)

    def shell(self, code: str) -> str:
        return self.manage("shell", "--no-imports", "-c", code)

    def serve(self, port: int) -> "subprocess.Popen[bytes]":
        """Start the development server and wait until it answers."""
        process = subprocess.Popen(
            [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            try:
                urlopen(f"http://127.0.0.1:{port}/").close()
            except URLError:
                time.sleep(0.2)
            else:
                return process
        raise AssertionError("the project does not answer")

    def _run(self, command: list[str], cwd: Path) -> str:
        done = subprocess.run(
            command, cwd=cwd, env=self.environment, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
