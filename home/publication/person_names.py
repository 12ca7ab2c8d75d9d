"""Names of people in a text, recognised by given names, titles and the ways in which they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from home.publication.given_names import given_names, surnames
from home.publication.name_words import ALSO_WORDS, BEGINS, MOSTLY_WORDS, NO_NAMES, NOT_A_PERSON, OFFICES
from home.text.normalize import bare

# «Il gruppo B. Leggetene…»: the letter belongs to what comes before.
LETTERED = re.compile(
    r"\b(?:allegato|articolo|caso|classe|colonna|comma|epatite|foglio|fascia|gruppo|lettera|parte|piano|punto|"
    r"scheda|serie|storia|testo|tipo|titolo|vitamina|group|letter|part|plan|sheet|type)e? $",
    re.IGNORECASE,
)
TITLES = (
    r"(?:signor[ae]?|signorina|sig(?:\.ra|\.na|ra|na|\.)|dott(?:\.ssa|\.|or|oressa)|avv(?:\.|ocat[ao])|"
    r"prof(?:\.ssa|\.|essor|essoressa)|ispettrice|ispettore|maresciallo|mrs?\.?|ms\.?)"
)
LETTER = r"[^\W\d_]"
PARTICLE = r"(?:(?:de|di|del|della|dei|degli|da|lo|la|le|d'|de'|dal|dalla|van|el|al|ben) ?)"
PAIR = re.compile(rf"\b({LETTER}+)'?(?= ({PARTICLE}?{LETTER}[\w'-]+))", re.IGNORECASE)
BEFORE = re.compile(r"(\w+)[ '](?:[A-Z]\. ?)?$")
AGED = re.compile(r"\b\d{1,2}\s+(?:anni|years)\b", re.IGNORECASE)
AGE_NEXT = re.compile(r",? (?:\(|di |aged )?\d{1,2} ?(?:anni|years)\b|,? \(?\d{1,2}[,)]", re.IGNORECASE)
# Where a small-lettered name begins and ends, if it is one: alone between commas.
ALONE = re.compile(r"(?:^|[,;:(\n])\s*$"), re.compile(r"\s*(?:$|[,;:)\n.])")
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĘŁŃŚŞȘŠȚŢŽŻ]"
INITIAL = re.compile(
    rf"(?<![\w.'’])({CAPITAL}\. ?(?:{CAPITAL}\. ?)?(?:D'|De |Di |Del )?{CAPITAL}[\w'-]{{2,}})"
)
INITIAL_LAST = re.compile(rf"(?<!\w)({CAPITAL}[\w'-]{{2,}}) ({CAPITAL}\.)(?!\w)")
FAMILY = rf"(?:{CAPITAL}\. ?)?(?:D'|De |Di |Del )?{CAPITAL}[\w'-]+(?: {CAPITAL}[\w'-]+)?"
TITLED = re.compile(rf"(?<!\w)((?i:{TITLES})) ?({FAMILY})")


@dataclass(frozen=True, slots=True)
class Name:
    start: int
    end: int
    words: str


def full_names(text: str) -> Iterator[str]:
    """Yield each given name with its surname in `text`, as `home.text.normalize.seen` writes it."""
    yield from (name.words for name in _pairs(text))


def people(text: str) -> Iterator[str]:
    """Yield the same, and names that stand otherwise: surname first, an initial, after a title."""
    found = list(_pairs(text))
    for more in (_titled(text), _with_initial(text), _surname_first(text)):
        for name in more:
            if all(name.end <= other.start or name.start >= other.end for other in found):
                found.append(name)
    yield from (name.words for name in sorted(found, key=lambda name: name.start))


def _pairs(text: str) -> Iterator[Name]:
    done = 0
    for pair in PAIR.finditer(text):
        given, family, end = pair[1], pair[2], pair.end(2)
        if pair.start() < done or bare(given) in NO_NAMES or bare(given) not in given_names():
            continue
        if _is_place(text, pair.start()):
            done = end
        elif _is_capitalised(given, family) or _is_small_name(text, given, family, pair.start(), end):
            end = _end_of_chain(text, family, end)
            done = end
            yield Name(pair.start(), end, text[pair.start() : end])


def _end_of_chain(text: str, last: str, end: int) -> int:
    """Return where «Anna Maria Rossi» ends, when its first two words are known."""
    after = re.match(rf" ({LETTER}[\w'-]+)", text[end:])
    if after and bare(last) in given_names() and after[1][0].isupper() == last[0].isupper():
        return end + after.end() if after[1][0].isupper() else end
    return end


def _is_place(text: str, start: int) -> bool:
    before = BEFORE.search(text[:start])
    return bool(before and before[1].casefold() in NOT_A_PERSON)


def _is_capitalised(given: str, family: str) -> bool:
    last = re.split(r"[ ']", family)[-1]
    if not last[:1].isupper() or not (given[0].isupper() or bare(given) not in ALSO_WORDS):
        return False
    known = bare(last) in surnames()
    # «M’ha» and «Alla Ti…» are no names: a given name of two letters needs a surname that is one.
    return known or (bare(given) not in MOSTLY_WORDS and len(given) > 2)


def _is_small_name(text: str, given: str, family: str, start: int, end: int) -> bool:
    if not given.islower() or bare(given) in ALSO_WORDS or not family.islower():
        return False
    alone = ALONE[0].search(text[:start]) and ALONE[1].match(text[end:])
    return bool(alone or AGE_NEXT.match(text[end:])) or (
        bare(family.rsplit(maxsplit=1)[-1]) in surnames() and len(family) > 3 and len(given) > 3
    )


def _titled(text: str) -> Iterator[Name]:
    for match in TITLED.finditer(text):
        first = bare(match[2].split()[0].rstrip("."))
        if first not in BEGINS and first not in OFFICES and not _is_place(text, match.start()):
            yield Name(match.start(), match.end(), match[0])


def _with_initial(text: str) -> Iterator[Name]:
    for match in INITIAL.finditer(text):
        last = bare(re.split(r"[. ']", match[1])[-1])
        before = text[: match.start()]
        if last not in BEGINS and not _is_place(text, match.start()) and not LETTERED.search(before):
            yield Name(match.start(), match.end(), match[1])
    for match in INITIAL_LAST.finditer(text):
        if bare(match[1]) in surnames() and not _is_place(text, match.start()):
            yield Name(match.start(), match.end(), match[0])


def _surname_first(text: str) -> Iterator[Name]:
    for match in re.finditer(rf"(?<![\w'])({CAPITAL}[\w'-]+) (?=({CAPITAL}[\w'-]*{LETTER})(?![\w']))", text):
        family, given = bare(match[1]), bare(match[2])
        if given not in given_names() or given in ALSO_WORDS or len(given) < 3:
            continue
        if family in BEGINS or family in NOT_A_PERSON or _is_place(text, match.start()):
            continue
        yield Name(match.start(), match.end(2), f"{match[1]} {match[2]}")


def says_age(text: str) -> bool:
    """True when `text` tells how old somebody is, as newspapers do of private people."""
    return bool(AGED.search(text))
