"""One fault with few people, on every change; `make faults` stages all of them with many."""

from pathlib import Path

from tests.faults import report
from tests.faults.listing import FAULTS, SQLITE
from tests.faults.run import Rig

PEOPLE = 40


def test_web_processes_that_are_killed_under_load_lose_nothing_and_nobody_is_told_an_untruth(
    migrated: Path, tmp_path: Path
) -> None:
    fault = next(each for each in FAULTS if each.name == "web-child")
    with Rig(tmp_path, migrated) as rig:
        outcome = rig.stage(fault, SQLITE, PEOPLE, seconds=4)

    assert report.wrong(outcome) == []
    assert outcome.sent == PEOPLE
    assert outcome.arrived > PEOPLE / 2
