"""The file of outcomes, and the table in docs/delivery.md that is written from it."""

import json
from pathlib import Path
from typing import Any

from tests.faults.listing import FAULTS, WORDS, every_run
from tests.faults.load import Outcome

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs/faults.json"
PAGE = ROOT / "docs/delivery.md"
BEGIN = "<!-- written by `make faults` -->"
END = "<!-- end of what `make faults` writes -->"
COLUMNS = {
    "sent": "sent", "received": "told “received”", "arrived": "arrived", "lost": "lost", "doubled": "twice",
    "not_received": "told “not received”", "perhaps": "told “perhaps”",
}  # fmt: skip
NOT_STAGED = "not staged: {}"
MISSING = "missing"


def wrong(outcome: Outcome) -> list[str]:
    """Return what is not as docs/delivery.md promises."""
    doubles = next((fault.doubles for fault in FAULTS if fault.name == outcome.fault), 0)
    allowed = outcome.arrived if doubles < 0 else doubles
    checks = {
        "lost": outcome.lost > 0,
        "told that it was not received, and it arrived": outcome.untrue > 0,
        "more than two copies": outcome.more > 0,
        f"more than {allowed} doubled": outcome.doubled > allowed,
        "nobody was told that hers was received": outcome.received == 0,
        "a page was stale": bool(outcome.beside.get("stale pages")),
        "a picture was missing": bool(outcome.beside.get("missing pictures")),
    }
    return [words for words, is_so in checks.items() if is_so]


def keep(row: dict[str, Any]) -> None:
    """Put an outcome in the place of the former one of the same fault and database."""
    row = {key: value for key, value in row.items() if key != "notes"}
    kept = {(each["fault"], each["database"]): each for each in outcomes()}
    kept[row["fault"], row["database"]] = row
    ordered = [kept[run] for run in every_run() if run in kept]
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in ordered)
    FILE.write_text(f"[\n{lines}\n]\n")


def outcomes() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(FILE.read_text()) if FILE.exists() else []
    return found


def table() -> str:
    lines = [["fault", "database", *COLUMNS.values()], ["---"] * (len(COLUMNS) + 2)]
    for row in outcomes():
        named = [WORDS[row["fault"]], _database(row)]
        if MISSING in row:
            lines.append([*named, NOT_STAGED.format(row[MISSING]), *[""] * (len(COLUMNS) - 1)])
        else:
            lines.append([*named, *(str(row[key]) for key in COLUMNS)])
    total = ["**all**", "", *(f"**{sum(row.get(key, 0) for row in outcomes())}**" for key in COLUMNS)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [*lines, total])


def _database(row: dict[str, Any]) -> str:
    return str(row.get("beside", {}).get("with", row["database"]))


def write_table() -> None:
    before, _, rest = PAGE.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}")
