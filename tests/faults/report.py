"""The file of outcomes, and the table in docs/delivery.md that is written from it."""

import json
from pathlib import Path
from typing import Any

from tests.faults.listing import FAULTS, Fault
from tests.faults.load import Outcome

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs/faults.json"
PAGE = ROOT / "docs/delivery.md"
BEGIN = "<!-- written by `make faults` -->"
END = "<!-- end of what `make faults` writes -->"
COLUMNS = (
    "Fault",
    "Database",
    "Sent",
    "Told “received”",
    "Arrived",
    "Lost",
    "Twice",
    "Told “not received”",
    "Told “perhaps”",
)


def wrong(outcome: Outcome, fault: Fault) -> list[str]:
    """Return what is not as docs/delivery.md promises."""
    allowed = outcome.arrived if fault.doubles < 0 else fault.doubles
    checks = {
        "lost": outcome.lost > 0,
        "told that it was not received, and it arrived": outcome.untrue > 0,
        "more than two copies": outcome.more > 0,
        f"more than {allowed} doubled": outcome.doubled > allowed,
        "nobody was told that hers was received": outcome.received == 0,
    }
    return [words for words, is_so in checks.items() if is_so]


def keep(outcome: Outcome) -> None:
    """Put an outcome in the place of the former one of the same fault and database."""
    rows = [row for row in outcomes() if (row["fault"], row["database"]) != (outcome.fault, outcome.database)]
    new = outcome.as_dict()
    del new["notes"]
    rows.append(new)
    order = {fault.name: place for place, fault in enumerate(FAULTS)}
    rows.sort(key=lambda row: (order.get(row["fault"], len(order)), row["database"] != "SQLite"))
    FILE.write_text(json.dumps(rows, indent=1) + "\n")


def outcomes() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(FILE.read_text()) if FILE.exists() else []
    return found


def table() -> str:
    words = {fault.name: fault.words for fault in FAULTS}
    lines = [COLUMNS, ["---"] * len(COLUMNS)]
    keys = ("sent", "received", "arrived", "lost", "doubled", "not_received", "perhaps")
    lines += [[words[row["fault"]], row["database"], *(row[key] for key in keys)] for row in outcomes()]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def write_table() -> None:
    before, _, rest = PAGE.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}")
