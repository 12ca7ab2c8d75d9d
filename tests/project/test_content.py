"""The demonstration's words: the trees of the languages correspond, and a mistake is named by file and line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from amaranta.demo.content_files import CONTENT, ContentError, PageText, read_page, read_pages
from amaranta.demo.page_fields import fields_of, model_of
from amaranta.demo.translations import LANGUAGES as TRANSLATIONS
from contatti.models import ContactPage
from home.models import HelpPage

# What a woman needs to decide, to find a desk and to write to it: in every language.
ESSENTIAL = {
    "", "sportelli", "sportelli/bresso", "sportelli/cesate", "sportelli/cinisello-balsamo", "qui", "tracce", "prova",
    "scrivi", "riservatezza", "per-me", "per-me/come-funziona", "per-me/domande", "per-me/piano",
    "per-me/situazioni", "per-me/situazioni/prime-ore", "per-me/diritti", "per-me/diritti/casa",
    "per-me/diritti/documenti",
}  # fmt: skip
# Everything below these, in English.
IN_ENGLISH = (
    "per-me",
    "sportelli",
    "per-altri",
    "qui",
    "tracce",
    "prova",
    "scrivi",
    "riservatezza",
    "accessibilita",
)
# Names in front matter whose values are read by visitors, where a translation must not show the Italian ones.
WORDS = {
    "intro", "headline", "lead", "search_terms", "sentences", "guides", "doors", "next_steps", "phones",
    "slogan", "poster_text", "card_outside", "door", "transport", "steps", "interpreters", "who",
}  # fmt: skip
# One page of rights in short stands for twelve, and has to be found by their words.
ONE_FOR_MANY = {"per-me/diritti": {"search_terms"}}
# Where the Italian page says nothing, the field has a word of its own.
ONLY_TRANSLATED = {"cost"}


def translations() -> Iterator[tuple[PageText, PageText]]:
    """Yield every translated page with its Italian one."""
    italian = read_pages("it")
    for language in TRANSLATIONS:
        for path, text in read_pages(language).items():
            yield text, italian[path]


def test_each_translation_has_an_italian_page_at_the_same_path() -> None:
    for language in TRANSLATIONS:
        assert set(read_pages(language)) - set(read_pages("it")) == set()


def test_what_is_essential_is_in_every_language() -> None:
    assert len(TRANSLATIONS) == len(settings.WAGTAIL_CONTENT_LANGUAGES) - 1
    for language in TRANSLATIONS:
        assert set(read_pages(language)) >= ESSENTIAL, language

    english = {path for path in read_pages("it") if path.partition("/")[0] in IN_ENGLISH}
    assert len(english) > 30
    assert english <= set(read_pages("en"))


def test_a_campaign_is_there_in_every_language_that_has_a_line_on_its_posters() -> None:
    # Easy Italian has none: it would be the Italian one.
    for language in set(TRANSLATIONS) - {"it-simple"}:
        assert "campagne/25-novembre" in read_pages(language), language


def test_a_translation_has_the_words_that_the_italian_page_has() -> None:
    wrong = {
        text.name: different
        for text, italian in translations()
        if (different := (set(text.words) ^ set(italian.words)) & WORDS - ONE_FOR_MANY.get(text.path, set()))
    }

    assert wrong == {}


def test_a_translation_has_a_title_and_an_address_of_its_own() -> None:
    for text, italian in translations():
        if text.path and italian.words["type"] != "DeskPage":
            assert {"title", "slug"} <= set(text.words), text.name


def test_a_translation_repeats_no_fact_of_the_italian_page() -> None:
    facts = {"type", "verified_on", "law_reference", "comune", "hours", "services", "languages", "events"}

    assert {text.name for text, _italian in translations() if facts & set(text.words)} == set()


def test_a_translation_has_the_blocks_of_the_italian_page_unless_it_says_that_it_is_abridged() -> None:
    abridged = {text.name for text, _italian in translations() if text.words.get("abridged")}
    different = {text.name for text, italian in translations() if kinds(text) != kinds(italian)}

    assert different <= abridged
    assert different


def kinds(text: PageText) -> list[str]:
    return [kind for kind, _value in text.body]


def test_lists_are_as_long_in_every_language() -> None:
    for text, italian in translations():
        for name in ("sentences", "guides", "phones"):
            assert len(text.words.get(name, ())) == len(italian.words.get(name, ())), text.name


def test_every_markdown_file_is_a_page_of_a_tree_or_shared() -> None:
    pages = {text.name for language in ("it", *TRANSLATIONS) for text in read_pages(language).values()}
    files = {str(file.relative_to(CONTENT)) for file in CONTENT.rglob("*.md")}

    assert {name for name in files - pages if not Path(name).name.startswith("_")} == {"README.md"}


def test_lists_outside_the_pages_are_yaml() -> None:
    files = list(CONTENT.rglob("*.yaml"))

    assert len(files) == 4
    for file in files:
        assert yaml.safe_load(file.read_text()), file


def test_prose_is_broken_into_lines_that_a_diff_can_show() -> None:
    long = [
        f"{file.relative_to(CONTENT)}: {number}"
        for file in CONTENT.rglob("*.md")
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if len(line) > 125 and not line.startswith(("|", "#"))
    ]

    assert long == []


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a small tree in Italian, some of its files replaced, and returns it."""

    def written(**files: str) -> Path:
        tree = {
            "index": "---\ntitle: Inizio\npages:\n  - per_me\n---\n",
            "per_me": "---\ntype: HelpPage\ntitle: Per me\n---\n\nUn testo.\n",
        }
        for name, text in (tree | files).items():
            file = tmp_path / "it" / f"{name}.md"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
        return tmp_path

    return written


def test_a_tree_is_read_in_its_order(write: Write) -> None:
    pages = read_pages("it", write())

    assert list(pages) == ["", "per_me"]
    assert pages["per_me"].body == [("text", "<p>Un testo.</p>")]


FILES = {
    "content/it/per_me.md: line 4: unknown block 'cotnact'": {
        "per_me": "---\ntitle: A\n---\n::: cotnact\n:::\n"
    },
    "content/it/per_me.md: line 3: not YAML: mapping values are not allowed here": {
        "per_me": "---\ntitle: Per me\nintro: Ecco: qui\n---\n"
    },
    "content/it/per_me.md: line 2: expected front matter as 'name: value'": {"per_me": "---\n- uno\n---\n"},
    "content/it/per_me.md: line 1: the front matter has no line": {"per_me": "---\ntitle: Per me\n"},
    "content/it/per_me.md: line 7: links to 'per-te', which is no page of this language": {
        "per_me": "---\ntitle: Per me\n---\n\nLeggi\n\n- [qui](page:per-te)\n"
    },
    "content/it/index.md: line 3: 'nuova' has a file but is not listed under 'pages'": {"nuova": "Uno.\n"},
    "content/it/per_me.md: line 3: {{emergenze}} stands for nothing in the settings": {
        "per_me": "Chiama.\n\nIl {{emergenza}} o il {{emergenze}}\n"
    },
    "content/it/per_me.md: line 3: not YAML: 'title' twice": {
        "per_me": "---\ntitle: Per me\ntitle: Per te\n---\n"
    },
    "content/it/index.md: line 2: 'per_te' is listed but has no file under 'pages'": {
        "index": "---\npages: [per_me, per_te]\n---\n"
    },
}


@pytest.mark.parametrize("message", FILES)
def test_a_mistake_is_named_by_file_and_line(message: str, write: Write) -> None:
    with pytest.raises(ContentError) as refused:
        read_pages("it", write(**FILES[message]))

    assert str(refused.value).startswith(message)


def test_a_file_in_another_encoding_is_named_with_its_line(write: Write) -> None:
    folder = write()
    (folder / "it/per_me.md").write_bytes("Uno.\n\nPerché\n".encode("cp1252"))

    with pytest.raises(ContentError, match=r"^content/it/per_me.md: line 3: not UTF-8$"):
        read_pages("it", folder)


def test_a_language_without_a_home_page_says_so(write: Write) -> None:
    with pytest.raises(ContentError, match=r"^content/fr/index.md: there is no such file$"):
        read_pages("fr", write())


def test_an_unknown_type_and_an_unknown_field_are_named_with_their_line() -> None:
    text = read_page("per-me/capire")
    misspelt = PageText(text.path, text.name, {**text.words, "type": "HelpPge", "titel": "x"}, text.body, [])

    with pytest.raises(
        ContentError, match=r"^content/it/per-me/capire.md: line 2: unknown type of page 'HelpPge'$"
    ):
        model_of(misspelt)
    with pytest.raises(ContentError, match=r"a page of type HelpPage has no 'titel'$"):
        fields_of(misspelt, HelpPage)


def test_rich_text_in_front_matter_is_markdown_too() -> None:
    text = read_page("scrivi")
    words = {**text.words, "readers": "Legge **solo** lo sportello."}
    wrong = {**text.words, "readers": "Legge <b>solo</b> lo sportello."}

    changed = fields_of(PageText("scrivi", text.name, words, [], []), ContactPage)
    assert changed["readers"] == "<p>Legge <b>solo</b> lo sportello.</p>"
    with pytest.raises(ContentError, match=r"^content/it/scrivi.md: line \d+: HTML cannot stand here"):
        fields_of(PageText("scrivi", text.name, wrong, [], []), ContactPage)


def test_a_page_whose_text_is_one_field_takes_no_blocks() -> None:
    text = PageText("tracce", "it/tracce.md", {}, [("text", "<p>a</p>"), ("callout", {})], [])

    with pytest.raises(ContentError, match=r"^content/it/tracce.md: this page has text only, no blocks$"):
        _ = text.prose
