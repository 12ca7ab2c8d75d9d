"""`python -m tests.faults [name …]`: stage all faults, or those; write what came of them into docs."""

import sys
import tempfile
import traceback
from pathlib import Path

from tests.faults import report
from tests.faults.listing import FAULTS
from tests.faults.run import Rig

PEOPLE = 320
"""For each: ten thousand requests in all."""


def main(names: list[str]) -> int:
    """Return the number of faults whose outcome is not what docs/delivery.md promises."""
    chosen = [
        (fault, database)
        for fault in FAULTS
        for database in fault.databases
        if not names or fault.name in names
    ]
    broken = 0
    with tempfile.TemporaryDirectory(prefix="amaranta-faults-") as folder, Rig(Path(folder)) as rig:
        for fault, database in chosen:
            try:
                outcome = rig.stage(fault, database, PEOPLE)
            except Exception:  # the next is staged all the same
                traceback.print_exc()
                print(f"{fault.words} ({database}) could not be staged.", flush=True)
                broken += 1
                continue
            wrong = report.wrong(outcome, fault)
            broken += bool(wrong)
            print(f"{fault.words} ({database}): {outcome.as_dict()} {wrong}", flush=True)
            report.keep(outcome)
    report.write_table()
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
