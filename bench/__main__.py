"""Every measurement in turn; each also runs alone: `python -m bench.intake`."""

from . import intake, pages

for measurement in (pages, intake):
    measurement.main()
