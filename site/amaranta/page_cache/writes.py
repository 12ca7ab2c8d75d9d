"""Sees every statement that changes the database, and raises the generation once it is committed.

One place for all: a model, an `update()` or a statement by hand that is added later cannot be forgotten. Only
the tables named here are left out, because no page is made of them (tests/project/page_cache/).
"""

import re
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from amaranta.page_cache import generation

QUIET = frozenset(
    {
        # Of visitors: each request writes here, and a flood must not empty the cache.
        "sealed_outboxitem",
        "sealed_acceptedcount",
        # A full lane is told by the minute (contatti.sealed.lanes), not by a mark.
        "sealed_lanestore",
        "sealed_laneaside",
        "sealed_conversation",
        "sealed_answer",
        "contatti_requestprogress",
        "contatti_referral",
        "contatti_referralcount",
        # Of the worker, every few seconds or weeks.
        "sealed_readingtest",
        "sealed_alarm",
        "sealed_heartbeat",
        "sealed_mailaccount",
        "sealed_bouncemailbox",
        # Of who makes files: a page shows what has been made of a material, which is another table.
        "home_madefile",
        # Of staff at work, without anything that a page shows.
        "django_session",
        "mfa_authenticator",
        "logins_accesslink",
        "logins_lostfactor",
        "visits_visitcount",
        "home_faultcount",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_uploadedfile",
    }
)
QUIET_COLUMNS = frozenset({("auth_user", "last_login"), ("sealed_operatorcertificate", "test_due_at")})
"""Of tables that pages are made of: written alone, by a login or a weekly test, they change no page."""
# The beginning is looked at, so that what nobody thought of counts as a change.
READS = re.compile(
    r"\s*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|PRAGMA|EXPLAIN|SET|SHOW|FETCH)\b", re.IGNORECASE
)
TABLE = re.compile(
    r"""\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+"?(\w+)""", re.IGNORECASE
)

ONE_COLUMN = re.compile(r'\s*UPDATE "(\w+)" SET "(\w+)" = (?:%s|NULL) WHERE ')


def changes_pages(sql: str) -> bool:
    """Tell whether a statement may change what a page shows."""
    if READS.match(sql):
        return False
    column = ONE_COLUMN.match(sql)
    if column and (column[1], column[2]) in QUIET_COLUMNS:
        return False
    table = TABLE.match(sql)
    return table is None or table[1].lower() not in QUIET


def _seen(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    result = execute(sql, params, many, context)
    if changes_pages(str(sql)):
        _after_commit(context["connection"])
    return result


def _after_commit(connection: BaseDatabaseWrapper) -> None:
    if not connection.in_atomic_block:
        generation.change()
        return
    waiting = connection.run_on_commit
    # An entry that is there can only be taken back together with what was written after it.
    if any(entry[1] is generation.change for entry in waiting):
        return
    connection.on_commit(generation.change, robust=True)
    # Before the others, of which one may fail.
    waiting.insert(0, waiting.pop())


def _watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if _seen not in connection.execute_wrappers:
        connection.execute_wrappers.append(_seen)


def install() -> None:
    """Watch every connection to the database that is made from now on."""
    connection_created.connect(_watch, dispatch_uid="amaranta.page_cache.writes")
