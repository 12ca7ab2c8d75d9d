#!/usr/bin/env python3
"""Run Django's commands with `site/` on the import path."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run one management command."""
    # Appended, never put first: `site` itself must stay the standard library's module.
    sys.path.append(str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amaranta.settings.dev")
    from django.core.management import execute_from_command_line

    if sys.argv[1:2] in (["serve"], ["worker"]):
        from amaranta.logs import write_everything_barely

        write_everything_barely()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
