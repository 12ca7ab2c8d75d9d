"""Markdown becomes the blocks that Wagtail stores; what cannot is refused with its line."""

import pytest

from amaranta.demo.content_files import CONTENT
from amaranta.demo.markdown_blocks import BLOCKS, Block, read_markdown
from amaranta.demo.markdown_text import MarkdownError, html_of


def one_block(text: str) -> Block:
    (block,) = read_markdown(text).blocks
    return block


def test_prose_is_one_text_block_as_the_editor_stores_it() -> None:
    text = "Una **riga**\nche *segue*.\n\n## Titolo\n\n- [qui](page:per-me)\n- [{{emergenza}}](tel:{{emergenza}})\n"

    kind, html = one_block(text)

    assert kind == "text"
    assert html == (
        "<p>Una <b>riga</b> che <i>segue</i>.</p><h2>Titolo</h2>"
        '<ul><li><a href="page:per-me">qui</a></li><li><a href="tel:{{emergenza}}">{{emergenza}}</a></li></ul>'
    )


def test_items_of_a_list_hold_no_paragraphs_however_far_apart_they_are() -> None:
    assert html_of("- uno\n\n- due") == "<ul><li>uno</li><li>due</li></ul>"


def test_a_backslash_breaks_a_line() -> None:
    assert html_of("**Chiedo**\\\nQuanto costa?") == "<p><b>Chiedo</b><br/>Quanto costa?</p>"


def test_three_hyphens_part_two_texts_even_right_below_a_paragraph() -> None:
    assert read_markdown("Uno\n---\nDue").blocks == [("text", "<p>Uno</p>"), ("text", "<p>Due</p>")]


CONTAINERS = {
    "::: callout tone=calm\n## Calma\n\nRespira.\n:::": (
        "callout",
        {"tone": "calm", "heading": "Calma", "text": "<p>Respira.</p>"},
    ),
    "::: callout\nRespira.\n:::": ("callout", {"tone": "note", "heading": "", "text": "<p>Respira.</p>"}),
    "::: steps\n## Come\n\n### Vai\n\nSubito.\n\n### Torna\n:::": (
        "steps",
        {
            "heading": "Come",
            "steps": [{"title": "Vai", "text": "<p>Subito.</p>"}, {"title": "Torna", "text": ""}],
        },
    ),
    "::: questions\n### Quanto?\n\n- Niente.\n:::": (
        "questions",
        {"heading": "", "questions": [{"question": "Quanto?", "answer": "<ul><li>Niente.</li></ul>"}]},
    ),
    "::: phases\n## Ora\n\n### 10 min. Apertura\n\nIn cerchio.\n:::": (
        "phases",
        {"heading": "Ora", "phases": [{"minutes": 10, "title": "Apertura", "text": "<p>In cerchio.</p>"}]},
    ),
    "::: checklist\n## Borsa\n\n- Chiavi\n- Documenti\n  e copie\n:::": (
        "checklist",
        {"heading": "Borsa", "items": ["Chiavi", "Documenti e copie"]},
    ),
    "::: table\n## Parole\n\n| Sì | No |\n| --- | --- |\n| a | b |\n| c | |\n:::": (
        "table",
        {"caption": "Parole", "columns": ["Sì", "No"], "rows": [["a", "b"], ["c", ""]]},
    ),
    "::: quotation origin=invented\n## una donna\n\nMi hanno\ncreduta.\n:::": (
        "quotation",
        {"text": "Mi hanno creduta.", "source": "una donna", "origin": "invented"},
    ),
    "::: contact desks=no\n## Parla\n\nÈ gratis.\n:::": (
        "contact",
        {"heading": "Parla", "text": "È gratis.", "emergency": True, "desks": False, "write": True},
    ),
    "::: press_kit\n## Cartella stampa\n\nÈ qui.\n:::": (
        "press_kit",
        {"heading": "Cartella stampa", "text": "È qui."},
    ),
    "::: sheet size=poster lines=3\n## Scheda\n\n### Uno\n\nLeggi.\n:::": (
        "sheet",
        {"heading": "Scheda", "text": "<h3>Uno</h3><p>Leggi.</p>", "lines": 3, "size": "poster"},
    ),
}


@pytest.mark.parametrize("text", CONTAINERS)
def test_a_container_is_a_block(text: str) -> None:
    assert one_block(text) == CONTAINERS[text]


WRONG = {
    "Uno.\n\n::: cotnact\n:::": (3, "unknown block 'cotnact'"),
    "::: callout tone=loud\nUno.\n:::": (1, "block 'callout' has no option 'tone=loud'"),
    "::: steps fast\n### Uno\n:::": (1, "block 'steps' has no option 'fast='"),
    "::: sheet lines=many\nUno.\n:::": (1, "block 'sheet' has no option 'lines=many'"),
    "Uno.\n\n::: callout\nUno.": (3, "no line of three colons"),
    "::: callout\nUno.\n\n::: callout\nDue.\n:::": (1, "begins before the end"),
    "::: steps\n## Come\n\nSubito.\n:::": (4, "expected a heading that begins with ###"),
    "::: phases\n## Ora\n\n### Apertura\n:::": (4, "expected minutes"),
    "::: checklist\nChiavi\n:::": (1, "expected a list"),
    "::: checklist\n- Chiavi\n\nE poi.\n:::": (1, "expected a list"),
    "::: checklist\n- **Chiavi**\n:::": (2, "'**' cannot stand here"),
    "::: table\nUno.\n:::": (1, "expected a table"),
    "::: table\n| a | b |\n| --- | --- |\n| c |\n:::": (4, "this row has 1 cells, but the columns are 2"),
    "::: table\n| a | b |\n| --- | --- |\n| c | d | e |\n:::": (4, "this row has 3 cells"),
    "Uno.\n\n# Titolo": (3, "'#' cannot stand here"),
    "Uno.\n\n> Due.": (3, "'>' cannot stand here"),
    "Uno <b>due</b>": (1, "HTML cannot stand here"),
    "Uno.\n\n<p>Due</p>": (3, "HTML cannot stand here"),
    "    quattro spazi": (1, "'code_block' cannot stand here"),
    "---\ntitle: Uno\n\nDue.": (1, "the front matter has no line"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_block_is_refused_with_its_line(text: str) -> None:
    line, message = WRONG[text]

    with pytest.raises(MarkdownError) as refused:
        read_markdown(text)

    assert message in str(refused.value)
    assert refused.value.line == line


def test_links_to_pages_are_found_with_their_lines_in_prose_and_in_blocks() -> None:
    text = "Leggi\n[qui](page:per-me) e [fuori](https://example.org/).\n\n::: callout\nO [là](page:per-altri).\n:::\n"

    assert read_markdown(text).links == [("per-me", 2), ("per-altri", 5)]


def test_the_guide_for_who_writes_names_every_block_and_what_it_may_say() -> None:
    guide = (CONTENT / "README.md").read_text()
    named = {word for name, (options, _value) in BLOCKS.items() for word in (f"`{name}`", *options)}

    assert {word for word in named if word not in guide} == set()


def test_every_block_is_tried_here() -> None:
    assert {kind for kind, _value in CONTAINERS.values()} == set(BLOCKS)
