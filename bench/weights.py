"""Bytes of every page of the demonstration as they are sent: what fits into the first window of a visit."""

import tempfile
from pathlib import Path

from .demonstration import demonstration
from .rows import Row, tell
from .server import run

WINDOW = 14 * 1024
HEAVIEST = 5


def measure() -> None:
    """Print the heaviest pages of each encoding, and how many there are."""
    from django.test import Client
    from wagtail.models import Page

    client = Client(headers={"host": "localhost"})
    paths = [page.get_url() for page in Page.objects.live().filter(depth__gt=1).specific()]
    addresses = sorted({path for path in paths if path and path.startswith("/")})
    for encoding in ("br", "gzip"):
        sizes = sorted(
            (
                (len(client.get(path, headers={"accept-encoding": encoding}).content), path)
                for path in addresses
            ),
            reverse=True,
        )
        heavy = sum(size > WINDOW for size, _path in sizes)
        tell([Row(f"{encoding}: of {len(sizes)} pages above {WINDOW:,} bytes", heavy, "", 0)])
        tell([Row(f"{encoding}, {path}", size, "bytes", WINDOW) for size, path in sizes[:HEAVIEST]])


def main() -> None:
    """Weigh the demonstration's pages."""
    with tempfile.TemporaryDirectory() as folder:
        run(demonstration(Path(folder) / "var"), "from bench.weights import measure; measure()")


if __name__ == "__main__":
    main()
