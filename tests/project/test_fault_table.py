"""What docs/delivery.md says of faults is what came of staging them, and all of them were staged."""

from tests.faults import report
from tests.faults.listing import every_run
from tests.faults.load import Outcome


def test_every_fault_was_staged_or_says_why_not() -> None:
    assert [(row["fault"], row["database"]) for row in report.outcomes()] == every_run()


def test_the_table_is_written_from_the_file() -> None:
    assert f"{report.BEGIN}\n\n{report.table()}\n\n{report.END}" in report.PAGE.read_text()


def test_nothing_was_lost_and_nobody_was_told_an_untruth() -> None:
    staged = [row for row in report.outcomes() if report.MISSING not in row]
    assert len(staged) > len(every_run()) / 2
    for row in staged:
        assert row["sent"] * len(every_run()) >= 10_000
        assert report.wrong(Outcome(**row)) == [], row["fault"]


def test_a_loss_would_be_told() -> None:
    assert report.wrong(Outcome("worker", "SQLite", sent=9, received=9, arrived=8, lost=1)) == ["lost"]
    assert report.wrong(Outcome("worker", "SQLite", received=1, untrue=1)) != []
