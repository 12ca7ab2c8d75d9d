"""Short ways to write a material."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from amaranta.demo.text.markup import Block, Draft, prose, squash
from home.models import MaterialPage
from home.schools.terms import Kind, Level, Subject

Phase = tuple[int, str, str]
AUTHORS = "Gruppo scuola della rete Amaranta"
VERSION_DATE = dt.date(2026, 9, 14)


def phases(heading: str, *timed: Phase) -> Block:
    """Write the phases of a lesson; each is its minutes, its title and what to do."""
    items = [{"minutes": minutes, "title": title, "text": squash(text)} for minutes, title, text in timed]
    return ("phases", {"heading": heading, "phases": items})


def sheet(heading: str, html: str, *, lines: int = 0, size: str = "page") -> Block:
    """Write a page to copy or to hang up, with ruled lines to write on."""
    return ("sheet", {"heading": heading, "text": squash(html), "lines": lines, "size": size})


# Certain are the vote of the Chamber and the stage at the Senate (docs/content.md), not whether it is law.
FAMILIES = squash("""
    <h2>Prima di cominciare: le famiglie</h2>
    <p>Un disegno di legge chiede il consenso scritto delle famiglie per le attività che parlano di
    sessualità. Le esclude all’infanzia e alla primaria. La Camera l’ha approvato il 3 dicembre 2025. A
    febbraio 2026 era al Senato. Può essere diventato legge: prima di cominciare chiedi a chi dirige la
    scuola che cosa vale oggi.</p>
""")


def material(
    slug: str,
    title: str,
    intro: str,
    *,
    level: Level,
    ages: tuple[int, int | None],
    minutes: int,
    kind: Kind = Kind.LESSON,
    subject: Subject = Subject.CIVICS,
    aims: Sequence[str],
    needs: Sequence[str],
    body: Sequence[Block],
    **fields: Any,
) -> Draft:
    """Return a material as a page to be made; `ages` in years, the second None where there is no end."""
    return Draft(
        MaterialPage,
        slug,
        title,
        intro,
        [*body, prose(FAMILIES)] if kind is Kind.LESSON else body,
        {
            "level": level,
            "age_from": ages[0],
            "age_to": ages[1],
            "minutes": minutes,
            "kind": kind,
            "subject": subject,
            "aims": "\n".join(aims),
            "needs": "\n".join(needs),
            "authors": AUTHORS,
            "version_date": VERSION_DATE,
            **fields,
        },
    )
