"""What a worker's claim costs with 100 and with 100,000 requests that are due, on SQLite and on PostgreSQL.

Half of them were never tried, half failed before, spread over ten mailboxes; or all failed and none is due.
"""

import secrets
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from .rows import Row, tell
from .server import databases, our_environment, run

FEW, MANY = 100, 100_000
MAILBOXES, BYTES = 10, 300
CLAIMS = 40
MOST_GROWTH = 1.3


def fill(number: int, *, due: bool) -> None:
    """Store requests. Half of those that are due were never tried; what is not due failed a minute ago."""
    from django.db import connection
    from django.utils import timezone

    from contatti.sealed.models import Mailbox, OutboxItem
    from contatti.sealed.moments import truncate_to_hour

    OutboxItem.objects.all().delete()
    mailboxes = list(Mailbox.objects.order_by("pk")[:MAILBOXES])
    now = timezone.now()
    hour, later = truncate_to_hour(now), now + timedelta(minutes=9)
    for begin in range(0, number, 5000):
        OutboxItem.objects.bulk_create(
            OutboxItem(
                id=uuid.uuid4(),
                mailbox=mailboxes[place % len(mailboxes)],
                envelope=secrets.token_bytes(BYTES),
                submission_key=secrets.token_bytes(32),
                accepted_hour=hour,
                next_attempt_at=hour if due else later,
                attempts=0 if due and place % (2 * MAILBOXES) < MAILBOXES else 2,
            )
            for place in range(begin, min(number, begin + 5000))
        )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE sealed_outboxitem")  # as its own housekeeping does within a minute


def milliseconds(once: Callable[[], object]) -> float:
    """Return the median of the time on the clock: most of it may be PostgreSQL's."""
    times = []
    for _turn in range(CLAIMS):
        started = time.perf_counter()
        once()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def claim_cost(*, due: bool) -> float:
    """Claim, and give back at once. Raises ValueError where a claim finds what it should not, or nothing."""
    from django.utils import timezone

    from contatti.sealed.models import OutboxItem
    from contatti.sealed.tasks.claims import Turns, claim

    turns = Turns()

    def once() -> None:
        item = claim(timezone.now(), turns)
        if (item is not None) != due:
            raise ValueError("A claim was wrong.")
        if item is not None:
            OutboxItem.objects.filter(pk=item.pk).update(lease_until=None, lease_token=None)

    return milliseconds(once)


def measure(vendor: str) -> None:
    """Print the rows of one database."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from contatti.sealed.models import Mailbox

    Mailbox.objects.bulk_create(
        Mailbox(name=f"Casella {number}", address=f"casella{number}@example.org")
        for number in range(MAILBOXES)
    )
    rows = []
    for words, due in (("due", True), ("none due", False)):
        costs = []
        for number in (FEW, MANY):
            fill(number, due=due)
            costs.append(claim_cost(due=due))
        rows += [
            Row(f"{vendor}, a claim, {FEW:,} wait, {words}", costs[0], "ms"),
            Row(f"{vendor}, {MANY:,} against {FEW:,}, {words}", costs[1] / costs[0], "x", MOST_GROWTH),
        ]
    tell(rows)


def main() -> None:
    """Measure in a process for each database."""
    with databases() as urls, tempfile.TemporaryDirectory() as folder:
        for vendor, url in urls.items():
            run(
                our_environment(Path(folder) / vendor, **url),
                f"from bench.waiting import measure; measure({vendor!r})",
            )


if __name__ == "__main__":
    main()
