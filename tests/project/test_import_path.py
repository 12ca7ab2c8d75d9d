"""`site/` holds the project, and `site` is also a module of the standard library."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


def run_python(code: str, **environment: str) -> str:
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("environment", [{}, {"PYTHONPATH": "site"}, {"PYTHONPATH": ".:site"}])
def test_import_site_is_the_standard_librarys_from_the_root(environment: dict[str, str]) -> None:
    assert run_python("import site; print(callable(site.getsitepackages))", **environment) == "True"


def test_the_project_imports_when_its_folder_is_on_the_path() -> None:
    assert run_python("import amaranta; print(amaranta.__name__)", PYTHONPATH="site") == "amaranta"


def test_manage_py_runs_from_another_folder(tmp_path: object) -> None:
    done = subprocess.run(
        [sys.executable, str(settings.ROOT / "manage.py"), "version"],
        cwd=str(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip()[0].isdigit()
