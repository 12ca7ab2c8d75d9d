"""Short ways to write a material."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from amaranta.demo.text.markup import Block, Draft, squash
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
        body,
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
