"""Every fault that is staged, in the order of the table in docs/delivery.md."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import signs, staging
from tests.faults.portal import Portal
from tests.faults.postbox import Manner

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
BOTH = (SQLITE, POSTGRES)


@dataclass(frozen=True)
class Fault:
    """doubles: how many copies too many docs/delivery.md allows; -1: one of each request.

    before: done when the portal runs and nobody has opened a form. late: an hour or more must be let pass
    before all has arrived. small_disk: the database lies on a disk of its own that can be filled.
    redis: one is used. sign: tells afterwards whether the fault was really there.
    """

    name: str
    words: str
    stage: staging.Stage
    databases: tuple[str, ...] = BOTH
    doubles: int = 0
    seconds: int = 12
    before: Callable[[Portal], None] | None = None
    clock: bool = False
    late: bool = False
    small_disk: bool = False
    redis: bool = False
    sign: Callable[[Portal], bool] | None = None


AT_ONCE = 8
"""Deliveries of one worker: so many copies can be between the final dot and the note of it when it is killed."""

FAULTS: tuple[Fault, ...] = (
    Fault("web-child", "a web process is killed, four times", staging.kill_web_children),
    Fault("web-parent", "the parent of the web processes is killed, twice", staging.kill_web_parent, seconds=20),
    Fault("worker", "the worker is killed, three times", staging.kill_worker, doubles=3 * AT_ONCE, late=True),
    Fault("backend", "a process of PostgreSQL is killed, twice", staging.kill_backend, (POSTGRES,), late=True),
    Fault("postgres", "PostgreSQL is killed, down for 3 s", staging.kill_postgres, (POSTGRES,), late=True),
    Fault("redis", "Redis is killed", staging.kill_redis, redis=True),
    Fault("locked", "the database is locked for 14 s", staging.lock_the_database, seconds=20),
    Fault("disk", "the disk is full", staging.fill_the_disk, doubles=AT_ONCE, seconds=20, late=True, small_disk=True),
    Fault("smtp-451", "the mail server puts off (451)", staging.mail_server(Manner.PUTS_OFF), late=True, sign=signs.tried_again),
    Fault("smtp-550", "the mail server refuses (550)", staging.mail_server(Manner.REFUSES), late=True, sign=signs.tried_again),
    Fault("smtp-hangs", "the mail server hangs", staging.mail_server(Manner.HANGS), late=True, sign=signs.tried_again),
    Fault("smtp-slow", "the mail server is slow", staging.mail_server(Manner.SLOW)),
    Fault("smtp-data", "the mail server closes in DATA", staging.mail_server(Manner.CLOSES_IN_DATA), late=True, sign=signs.tried_again),
    Fault(
        "smtp-dot", "the mail server takes it and closes after the final dot",
        staging.mail_server(Manner.CLOSES_AFTER_DOT), doubles=-1, late=True, sign=signs.tried_again,
    ),
    Fault("smtp-gone", "the mail server is not there", staging.mail_server_gone, late=True, sign=signs.tried_again),
    Fault("day-on", "the clock leaps a day ahead", staging.set_the_clock(staging.DAY), clock=True, sign=signs.day_ahead),
    Fault("day-back", "the clock leaps a day back", staging.set_the_clock(-staging.DAY), clock=True, sign=signs.day_back),
    Fault(
        "autumn", "the change to winter time", staging.across(staging.CHANGE_IN_AUTUMN), clock=True,
        before=staging.shortly_before(staging.CHANGE_IN_AUTUMN), sign=signs.across(staging.CHANGE_IN_AUTUMN),
    ),
    Fault(
        "spring", "the change to summer time", staging.across(staging.CHANGE_IN_SPRING), clock=True,
        before=staging.shortly_before(staging.CHANGE_IN_SPRING), sign=signs.across(staging.CHANGE_IN_SPRING),
    ),
    Fault(
        "certificate", "a key ends between form and sending", staging.until_the_key_ends, before=staging.add_keys_that_end,
    ),
)  # fmt: skip

HOSTS = "hosts"
WORDS = {fault.name: fault.words for fault in FAULTS} | {
    HOSTS: "of two web and two worker hosts one of each is cut off and killed, in the middle of a transaction"
}


def every_run() -> list[tuple[str, str]]:
    """Return each fault with each database on which it is staged."""
    return [(fault.name, database) for fault in FAULTS for database in fault.databases] + [(HOSTS, POSTGRES)]
