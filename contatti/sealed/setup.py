"""Packages this folder as contatti.sealed, its catalogues compiled; the rest is in pyproject.toml."""

from pathlib import Path

from babel.messages.frontend import compile_catalog
from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

NAME = "contatti.sealed"
HERE = Path(__file__).parent


class Build(build_py):
    def run(self) -> None:
        catalogue = compile_catalog(self.distribution)
        catalogue.domain = "django"
        catalogue.directory = str(HERE / "locale")
        catalogue.ensure_finalized()
        catalogue.run()
        super().run()


setup(
    package_dir={NAME: "."},
    packages=[NAME, *(f"{NAME}.{package}" for package in find_packages(str(HERE)))],
    cmdclass={"build_py": Build},
)
