"""A flood, staged: what a real request meets behind the documented nginx, and without a proxy.

`python -m bench.flood [seconds [a b c]]`, 20 by default; docs/flood.md has the figures. It runs
on the processors of its own attackers, so it shows who waits for whom, and no rates.
"""

import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from .demonstration import demonstration
from .flood_client import Attack, Real
from .flood_site import sites
from .rows import Row, tell

LANE_HEADER = "X-Amaranta-Lane"
ONE = ["127.0.0.2"]
FIFTY = [f"127.0.0.{number}" for number in range(10, 60)]
AT_ONCE, MINUTE, FIVE_MINUTES = 2, 60, 300
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
        tell(
            [
                Row("(a) a real one from elsewhere, answered in", real.took, "s", AT_ONCE),
                Row("(a) in the mailbox after", real.waited(FIVE_MINUTES), "s", FIVE_MINUTES),
            ]
        )


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
        longest = held / A_SECOND
        waits = sorted(each.waited(longest + 120) for each in real)
        print(f"    held {held}, {A_SECOND} a second: H / 2r = {longest / 2:.0f} s, H / r = {longest:.0f} s")
        tell(
            [
                Row("(b) twenty real ones, accepted", answers.count(200), "", 20, at_least=True),
                Row("(b) wait on average, of H / 2r", sum(waits) / len(waits) / (longest / 2), "x", 1.4),
                Row("(b) the last, of H / r", waits[-1] / longest, "x", 1.1),
                Row("(b) the staff is alarmed (1: yes)", site.alarm(), "", 1, at_least=True),
            ]
        )
        school = [Real(site, "127.0.0.200", proved=True).send() for _pupil in range(300)]
        accepted = school.count(200)
        tell([Row("(b) of a school of 300 at one address, accepted", accepted, "", 300, at_least=True)])


def no_proxy(folder: Path, seconds: float) -> None:
    """(c) Nobody in front: a follow-up and a plain request, while the sealed lane is flooded."""
    with sites(folder, proxy=False) as site:
        with Attack(site, ONE, seconds):
            time.sleep(seconds / 2)
            real = [Real(site, "127.0.0.3", kind=kind) for kind in ("follow-up", "plain")]
            answers = [each.send() for each in real]
            form = site.form_is_open()
        print("(c) without a proxy:", site.counts())
        print(f"    answers to follow-up and plain: {answers}")
        rows = [Row("(c) the form is open (1: yes)", form, "", 1, at_least=True)]
        for each in real:
            rows.append(Row(f"(c) {each.kind}, answered in", each.took, "s", AT_ONCE))
            rows.append(Row(f"(c) {each.kind}, in the mailbox after", each.waited(MINUTE), "s", MINUTE))
        tell(rows)


def disk(folder: Path) -> None:
    """(d) What a flood can fill."""
    with sites(folder, proxy=False) as site:
        print(f"(d) disk: {site.bound()}")


def play(seconds: float, wanted: Iterable[str] = "abc") -> None:
    """Play scenes, each in an installation of its own."""
    scenes = {"a": one_address, "b": fifty_addresses, "c": no_proxy}
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            demonstration(Path(folder) / name)
            scenes[name](Path(folder) / name, seconds)
        demonstration(Path(folder) / "disk")
        disk(Path(folder) / "disk")


if __name__ == "__main__":
    play(float(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2:] or "abc")
