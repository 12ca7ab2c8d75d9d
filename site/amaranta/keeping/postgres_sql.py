"""The statements around a load: what was there moves aside, and goes when everything else has gone well."""

from collections.abc import Mapping

from amaranta.keeping.carrying import carried_tables, homeless

OLD = "amaranta_before"
"""The schema in which the present tables wait for the end of the transaction."""
LOST, MISCOUNTED = "AM001", "AM002"
"""Our own errors, by SQLSTATE."""
BEGIN = f"""
BEGIN;
SET LOCAL lock_timeout = '10s';
DROP SCHEMA IF EXISTS {OLD} CASCADE;
ALTER SCHEMA public RENAME TO {OLD};
CREATE SCHEMA public;
"""
END = f"""
DROP SCHEMA {OLD} CASCADE;
COMMIT;
"""
# A copy of an earlier version may have fewer columns, or not this table.
CARRY = """
SELECT string_agg(quote_ident(n.column_name), ', ') INTO columns
    FROM information_schema.columns n
    JOIN information_schema.columns o ON o.table_name = n.table_name AND o.column_name = n.column_name
    WHERE n.table_schema = 'public' AND o.table_schema = '{old}' AND n.table_name = '{table}';
IF columns IS NOT NULL THEN
    EXECUTE format(
        $q$INSERT INTO public."{table}" (%s) SELECT %s FROM {old}."{table}" o WHERE {condition}$q$,
        columns, columns
    );
END IF;
"""
EMPTY = """
IF to_regclass('public."{table}"') IS NOT NULL THEN
    DELETE FROM public."{table}";
END IF;
"""


def counting(counts: Mapping[str, int]) -> str:
    """Return what ends the transaction unless each table has as many rows as the copy says."""
    tests = (
        f'IF (SELECT count(*) FROM public."{table}") <> {number} THEN {_stop(MISCOUNTED)} END IF;'  # noqa: S608
        for table, number in counts.items()
    )
    return _block(*tests)


def carrying() -> str:
    """Return what takes over the tables of carrying.CARRIED as they are in OLD."""
    tables = carried_tables()
    return _block(
        f"IF ({homeless(OLD, 'public')}) > 0 THEN {_stop(LOST)} END IF;",
        *(EMPTY.format(table=table.name) for table in reversed(tables)),
        *(CARRY.format(old=OLD, table=each.name, condition=each.condition("public")) for each in tables),
    )


def _stop(state: str) -> str:
    return f"RAISE EXCEPTION USING ERRCODE = '{state}';"


def _block(*statements: str) -> str:
    lines = "\n".join(statements)
    return f"DO $d$ DECLARE columns text; BEGIN {lines} END $d$;"
