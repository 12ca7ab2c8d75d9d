"""Every measurement in turn, each figure with its aim; each also runs alone: `python -m bench.pages`.

`python -m bench [--quick] [name...]`: a flood of ten minutes, or of twenty seconds; all, or those named.
"""

import sys
import time
from functools import partial

from . import conversation, exit_time, flood, growth, intake, memory, pages, waiting, weights

FAST = (pages, weights, growth, intake, waiting, memory, exit_time, conversation)
FULL, QUICK = 600, 20
"""Seconds of the flood."""


def main() -> None:
    """Print everything. A measurement that fails says so, and the others go on."""
    started = time.monotonic()
    seconds = QUICK if "--quick" in sys.argv else FULL
    turns = {module.__name__: module.main for module in FAST} | {flood.__name__: partial(flood.play, seconds)}
    named = [f"bench.{word}" for word in sys.argv[1:] if not word.startswith("-")]
    failed = []
    for name, measure in turns.items():
        if named and name not in named:
            continue
        print(f"\n== {name.removeprefix('bench.')} ({time.strftime('%H:%M')})", flush=True)
        try:
            measure()
        except Exception as error:  # noqa: BLE001 - told at the end
            failed.append(f"{name}: {error!r}")
    print(f"\nIn {(time.monotonic() - started) / 60:.0f} minutes. Not measured: {failed or 'nothing'}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
