"""Two statements written out, of the transaction that takes a request.

The ORM composes each anew at every call, which cost more than all that the database does.
"""

from datetime import datetime
from functools import cache

from django.db import connection, models

_COUNT = 'UPDATE "sealed_acceptedcount" SET "count" = "count" + 1 WHERE "hour" = %s AND "count" < %s'


def insert_if_new(row: models.Model) -> bool:
    """Insert a row; False, and nothing inserted, if another has one of its unique values."""
    fields = row._meta.concrete_fields
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(_insertion(type(row)), values)
        is_new = bool(cursor.rowcount)
    row._state.adding, row._state.db = not is_new, connection.alias
    return is_new


@cache
def _insertion(model: type[models.Model]) -> str:
    quote = connection.ops.quote_name
    names = [quote(field.column) for field in model._meta.concrete_fields if field.column]
    into = f"{quote(model._meta.db_table)} ({', '.join(names)})"
    return f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(names))}) ON CONFLICT DO NOTHING"  # noqa: S608 - names of the model


def count_up(hour: datetime, mailbox_id: int | None, limit: int) -> bool:
    """Add one to an hour's counter of accepted requests; False if it has no row yet, or reached its limit."""
    moment = connection.ops.adapt_datetimefield_value(hour)
    with connection.cursor() as cursor:
        if mailbox_id is None:
            cursor.execute(f"{_COUNT} AND mailbox_id IS NULL", [moment, limit])
        else:
            cursor.execute(f"{_COUNT} AND mailbox_id = %s", [moment, limit, mailbox_id])
        return bool(cursor.rowcount)
