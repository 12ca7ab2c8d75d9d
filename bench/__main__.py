"""Every measurement in turn, each figure with its aim; each also runs alone: `python -m bench.pages`."""

from . import conversation, directory, exit_time, intake, pages

for measurement in (pages, directory, intake, exit_time, conversation):
    measurement.main()
