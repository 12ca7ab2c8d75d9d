"""The example of the documentation works as it is printed."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from contatti.sealed.models import Mailbox

README = Path(settings.ROOT, "contatti", "sealed", "README.md")


def test_an_answer_written_as_the_documentation_says_is_read_by_her_alone(transactional_db: None) -> None:
    (example,) = [
        each for each in re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL) if "talk." in each
    ]
    mailbox = Mailbox.objects.create(name="One", address="one@example.org")
    known: dict[str, Any] = {"mailbox": mailbox, "site_id": "example", "today": date(2026, 12, 1)}

    exec(example, known)

    assert [each.document.text for each in known["answers"]] == ["We can meet on Friday."]
    assert b"Friday" not in known["sealed"]


def test_every_file_that_the_documentation_names_is_there() -> None:
    folder = README.parent
    named = {
        name
        for name in re.findall(r"`((?:[\w-]+/)*[\w-]+\.(?:py|js))`", README.read_text())
        if name != "settings/dev.py"
    }

    assert len(named) > 8
    assert {name for name in named if not list(folder.rglob(name))} == set()
