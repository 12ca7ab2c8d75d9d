"""A flood, staged: what a real request meets behind the documented nginx, and without a proxy.

`python -m bench.flood [seconds [a b c]]`, 20 by default; docs/flood.md has the figures. It runs
on the processors of its own attackers, so it shows who waits for whom, and no rates.
"""

import sys
import tempfile
import time
from pathlib import Path

from .flood_client import Attack, Real
from .flood_site import Site, sites

LANE_HEADER = "X-Amaranta-Lane"
ONE = ["127.0.0.2"]
FIFTY = [f"127.0.0.{number}" for number in range(10, 60)]
LONGEST = 15
"""Seconds: more would wait for the mail, one at a time of a desk, and no longer for the lane."""
A_SECOND = 4
"""In the scene with fifty addresses held requests leave as fast: the formula is tried, not patience."""


def one_address(folder: Path, seconds: float) -> None:
    """(a) One address, valid proofs, as fast as it can."""
    with sites(folder, proxy=True, AMARANTA_LANE_HEADER=LANE_HEADER) as site:
        with Attack(site, ONE, seconds):
            time.sleep(seconds / 2)
            real = Real(site, "127.0.0.3", proved=True)
            real.send()
        print("(a) one address:", site.counts())
        print(f"    a real one from elsewhere: {real.wait(300)}")


def fifty_addresses(folder: Path, seconds: float) -> None:
    """(b) Fifty addresses; a school behind one; and how long real ones wait."""
    rates = {"AMARANTA_LANE_RATES": f"sealed={A_SECOND * 3600}", "AMARANTA_LANE_HEADER": LANE_HEADER}
    with sites(folder, proxy=True, **rates) as site:
        with Attack(site, FIFTY, min(seconds, LONGEST)):
            pass
        real = [Real(site, f"127.0.0.{100 + number}", proved=True) for number in range(20)]
        answers = [each.send() for each in real]
        held = site.held("sealed")
        print("(b) fifty addresses:", site.counts())
        print(f"    twenty real ones at the end: {answers.count(200)} accepted")
        longest = held / A_SECOND
        waits = sorted(each.waited(longest + 120) for each in real)
        print(f"    held {held}, {A_SECOND} a second: expected {longest / 2:.0f} s, at most {longest:.0f} s")
        print(f"    waited {sum(waits) / len(waits):.0f} s on average, at most {waits[-1]:.0f} s")
        print(f"    noticed for the staff: {site.alarm()}")
        school = [Real(site, "127.0.0.200", proved=True).send() for _pupil in range(300)]
        print(f"    a school of 300 behind one address: {school.count(200)} accepted")


def no_proxy(folder: Path, seconds: float) -> None:
    """(c) Nobody in front: a follow-up and a plain request, while the sealed lane is flooded."""
    with sites(folder, proxy=False) as site:
        with Attack(site, ONE, seconds):
            time.sleep(seconds / 2)
            real = [Real(site, "127.0.0.3", kind=kind) for kind in ("follow-up", "plain")]
            answers = [each.send() for each in real]
            form = site.form_is_open()
        print("(c) without a proxy:", site.counts())
        print(f"    the form is open: {form}; follow-up and plain: {answers}")
        print(f"    in the mailbox: {[each.wait(60) for each in real]}")


def disk(folder: Path) -> None:
    """(d) What a flood can fill."""
    with sites(folder, proxy=False) as site:
        print(f"(d) disk: {site.bound()}")


def main() -> None:
    """Play every scene in an installation of its own."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    scenes = {"a": one_address, "b": fifty_addresses, "c": no_proxy}
    wanted = sys.argv[2:] or list(scenes)
    with tempfile.TemporaryDirectory() as folder:
        model = Site.make(Path(folder) / "model")
        for name in wanted:
            scenes[name](Site.copy(model, Path(folder) / name), seconds)
        disk(Site.copy(model, Path(folder) / "disk"))


if __name__ == "__main__":
    main()
