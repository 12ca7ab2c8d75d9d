"""Search in Italian over a few thousand short texts, on any database, with nothing kept of what is typed."""

from home.text.letters import by_name

SHORTEST_STEM = 3

# Words that say nothing of what is looked for.
STOP_WORDS = frozenset(
    """a ad al alla alle ai agli c che chi con cosa da dal dalla dei del della delle di dove e ed gli ho i il
    in io l la le lo mi nel nella per presso su sul sulla un una uno""".split()  # noqa: SIM905
)


def fold(text: str) -> str:
    """Return `text` in lower case without accents, its words parted by single spaces."""
    return by_name(text)


def stem(word: str) -> str:
    """Return what singular and plural, masculine and feminine of a folded Italian word have in common.

    Cuts final vowels and the h that keeps a hard c or g: legale/legali, psicologhe/psicologa.
    """
    cut = word.rstrip("aeiou").removesuffix("h")
    return cut if len(cut) >= SHORTEST_STEM else word


def terms(query: str) -> list[str]:
    """Return the stems of the words that count in `query`, each once."""
    words = fold(query).split()
    telling = [word for word in words if word not in STOP_WORDS] or words
    return list(dict.fromkeys(stem(word) for word in telling))


def says(text: str, term: str) -> bool:
    """True when a word of the folded `text` starts with `term`."""
    return f" {term}" in f" {text}"
