#!/usr/bin/env python3
"""Compare the keys that a portal's form serves with a list that was printed when they were known to be right.

Runs on any computer with Python and nothing else, far from the portal: whoever holds the portal's server can
serve other keys to everybody, and only somebody outside sees it.

    compare_keys.py https://portale.example --print > keys.txt    # beside the operators' fingerprints
    compare_keys.py https://portale.example keys.txt              # each night; ends with 1 on any difference

A line is a desk's number and the SHA-256 of what a browser is told to seal for (identifier and public key).
"""

import argparse
import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

PATIENCE = 30
DESK = re.compile(r'href="([^"]*/(\d+)/)"')
TICKET = re.compile(r'name="t" value="([^"]+)"')
KEYS = re.compile(r'data-keys="([^"]+)"')


def get(address: str, fields: dict[str, str] | None = None) -> str:
    """Return an answer's text. Raises OSError."""
    headers = {"Sec-Fetch-Site": "same-origin", "X-Requested-With": "script"}
    data = urlencode({**fields, "v": "1"}).encode() if fields else None
    with urlopen(Request(address, data, headers), timeout=PATIENCE) as answer:  # noqa: S310 - the operator's own address
        text: str = answer.read().decode()
    return text


def served(form: str) -> set[tuple[str, str]]:
    """Return (desk, digest) of every key that the form hands out now. Raises OSError, ValueError."""
    choice = get(form)
    pages = {
        urljoin(form, path): desk
        for path, desk in DESK.findall(choice)
        if urljoin(form, path).startswith(form)
    }
    found = set()
    for address, desk in pages.items():
        page = get(address)
        ticket, keys = TICKET.search(page), KEYS.search(page)
        if ticket and keys:
            told = json.loads(get(urljoin(address, keys[1]), {"t": ticket[1], "b": desk}))
            found |= {(desk, sha256(key.encode()).hexdigest()) for key in told["keys"]}
    if not found:
        raise ValueError("the form hands out no key at all")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", help="the portal's address, such as https://portale.example")
    parser.add_argument("list", nargs="?", type=Path, help="the list to compare with")
    parser.add_argument("--form", default="/scrivi/", help="the path of the form")
    parser.add_argument("--print", action="store_true", help="print the list instead")
    options = parser.parse_args()
    if bool(options.list) == options.print:
        parser.error("give a list, or --print")
    try:
        now = served(urljoin(options.site, options.form))
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"Not compared: {error}\n")
        return 2
    if options.print:
        sys.stdout.writelines(f"{desk} {digest}\n" for desk, digest in sorted(now))
        return 0
    known = {
        (line.split()[0], line.split()[1]) for line in options.list.read_text().splitlines() if line.strip()
    }
    for desk, digest in sorted(now - known):
        sys.stderr.write(f"NOT ON THE LIST: desk {desk}, {digest}\n")
    for desk, digest in sorted(known - now):
        sys.stderr.write(f"no longer served: desk {desk}, {digest}\n")
    return int(now != known)


if __name__ == "__main__":
    sys.exit(main())
