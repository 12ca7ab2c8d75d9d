"""What of some words stands in any file of the server, read by another process.

To close a file gives up all locks that this process has on it (POSIX fcntl), SQLite's too: another process then
takes itself for the last one, removes the journal, and every later write of ours goes to a file without a name.
"""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

LOOK = """
import json, pathlib, sys
words = json.load(sys.stdin)
for path in (path for folder in sys.argv[1:] for path in pathlib.Path(folder).rglob("*") if path.is_file()):
    data = path.read_bytes()
    for word in words:
        if word.encode() in data or word.encode("utf-16-le") in data:
            print(word, path.name, sep="\\t")
"""


def on_disk(*words: str) -> list[tuple[str, ...]]:
    """Return each word, in UTF-8 or UTF-16, with each file that has it: database, journal, media, anything."""
    database = Path(connection.settings_dict["NAME"])
    assert Path(f"{database}-wal").exists()
    found = subprocess.run(
        [sys.executable, "-c", LOOK, str(settings.VAR), str(database.parent)],
        input=json.dumps(words), capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    return [tuple(line.split("\t")) for line in found.splitlines()]
