"""Every measurement in turn; each also runs alone: `python -m bench.mailbox`."""

from . import exit_time, intake, pages

for measurement in (pages, intake, exit_time):
    measurement.main()
