"""What the present database knows better than any copy: which requests left, which answers were erased.

And how far cases are that one desk referred, how many digits somebody has guessed at.

Where a copy is restored over the database that it was made of, these tables stay as they are now. So what was
sent since is not sent again, what came since is not lost, and what she erased since stays erased.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import ForeignKey, Model

from contatti.models import Referral, ReferralCount, RequestProgress
from contatti.sealed.models import (
    Answer,
    Conversation,
    LaneAside,
    LaneStore,
    OutboxItem,
    OutboxState,
    ReadingTest,
)

CARRIED: tuple[type[Model], ...] = (
    LaneAside, OutboxItem, LaneStore, RequestProgress, ReadingTest, Referral, ReferralCount,
    Conversation, Answer,
)  # fmt: skip
"""Parents first. What lanes hold is counted, and the counts go with the rows."""
OUTBOX = OutboxItem._meta.db_table
FINISHED = (OutboxState.SENT, OutboxState.DELIVERED)


@dataclass(frozen=True, slots=True)
class Table:
    """A carried table. parents: by column, the table and key that it leads to."""

    name: str
    parents: dict[str, tuple[str, str]]

    def condition(self, new: str) -> str:
        """Return which rows still have what they lead to, in the schema `new`; `o` is the row."""
        tests = [
            f'(o."{column}" IS NULL OR o."{column}" IN (SELECT "{key}" FROM {new}."{table}"))'  # noqa: S608
            for column, (table, key) in self.parents.items()
        ]
        return " AND ".join(tests) or "TRUE"


def carried_tables() -> list[Table]:
    return [Table(model._meta.db_table, dict(_parents(model))) for model in CARRIED]


def _parents(model: type[Model]) -> Iterator[tuple[str, tuple[str, str]]]:
    for field in model._meta.local_fields:
        if isinstance(field, ForeignKey):
            parent = field.target_field
            yield field.column, (parent.model._meta.db_table, str(parent.column))


def homeless(old: str, new: str) -> str:
    """Return the query that counts requests that people still need and whose mailbox a copy does not have."""
    done = ", ".join(f"'{state}'" for state in FINISHED)
    outbox = next(table for table in carried_tables() if table.name == OUTBOX)
    return (  # names of models
        f'SELECT count(*) FROM {old}."{OUTBOX}" o '  # noqa: S608
        f"WHERE o.state NOT IN ({done}) AND NOT ({outbox.condition(new)})"
    )


HOMELESS = (
    "Requests wait here for a desk that the copy does not have; they would be lost. Deliver them first, or "
    "restore without them: --forget-present."
)
