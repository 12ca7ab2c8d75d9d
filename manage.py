#!/usr/bin/env python3
"""Run Django's commands with `site/` on the import path."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run one management command; a setting that is missing or makes no sense is told in one sentence."""
    # Appended, never put first: `site` itself must stay the standard library's module.
    sys.path.append(str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amaranta.settings.dev")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from environs import EnvError

    if sys.argv[1:2] in (["serve"], ["worker"]):
        from amaranta.logs import write_everything_barely

        write_everything_barely()
    try:
        execute_from_command_line(sys.argv)
    except (EnvError, ImproperlyConfigured) as error:
        # Whoever runs the server wrote it wrong; where in our settings it was read helps nobody.
        words = " ".join(str(error).split()).replace("['", "").replace("']", "")
        sys.exit(f"Nothing was started. {words}")


if __name__ == "__main__":
    main()
