"""Referred cases by month: numbers only, for operators of their desks, for who coordinates of all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from contatti.models import DeskMailbox, ReferralCount


@dataclass(frozen=True, slots=True)
class MonthOfDesk:
    """One desk in one month. An answer counts in the month in which it came."""

    month: date
    desk: str
    sent: int
    taken: int
    declined: int


def monthly(mailboxes: Iterable[DeskMailbox], today: date) -> list[MonthOfDesk]:
    """Return the last twelve months in which something happened, newest first."""
    first = date(today.year - 1, today.month, 1)
    rows = (
        ReferralCount.objects.filter(sender__in=list(mailboxes), month__gt=first)
        .order_by("-month", "sender__name")
        .values_list("month", "sender__name")
        .annotate(Sum("sent"), Sum("taken"), Sum("declined"))
    )
    return [MonthOfDesk(*row) for row in rows]
