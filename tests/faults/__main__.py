"""`python -m tests.faults [name …]`: stage all faults, or those; write what came of them into docs."""

import sys
import tempfile
import traceback
from pathlib import Path

from tests.faults import report
from tests.faults.listing import FAULTS, HOSTS, WORDS, every_run
from tests.faults.load import Outcome
from tests.faults.partners import has_redis
from tests.faults.run import Rig

PEOPLE = 320
"""For each: ten thousand requests in all."""
KNOWN = {fault.name: fault for fault in FAULTS}
NO_REDIS = "a Redis server and its Python package are not installed where this was run"


def main(names: list[str]) -> int:
    """Return how many faults were not staged, or ended otherwise than docs/delivery.md promises."""
    broken = 0
    with tempfile.TemporaryDirectory(prefix="amaranta-faults-") as folder, Rig(Path(folder)) as rig:
        for name, database in every_run():
            if names and name not in names:
                continue
            if name != HOSTS and KNOWN[name].redis and not has_redis():
                report.keep({"fault": name, "database": database, report.MISSING: NO_REDIS})
                continue
            broken += not _went_well(rig, name, database)
    report.write_table()
    return broken


def _went_well(rig: Rig, name: str, database: str) -> bool:
    try:
        outcome = _staged(rig, name, database)
    except Exception:  # the next is staged all the same
        traceback.print_exc()
        print(f"{WORDS[name]} ({database}) could not be staged.", flush=True)
        return False
    wrong = report.wrong(outcome)
    print(
        f"{WORDS[name]} ({database}): {', '.join(wrong) or 'as promised'}\n  {outcome.as_dict()}", flush=True
    )
    report.keep(outcome.as_dict())
    return not wrong


def _staged(rig: Rig, name: str, database: str) -> Outcome:
    if name == HOSTS:
        return rig.stage_hosts(PEOPLE)
    return rig.stage(KNOWN[name], database, PEOPLE)


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
