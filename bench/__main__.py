"""Every measurement in turn; each also runs alone: `python -m bench.mailbox`."""

from . import conversation, exit_time, intake, pages

for measurement in (pages, intake, exit_time, conversation):
    measurement.main()
