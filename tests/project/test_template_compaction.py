"""The layout of a template's source, taken out rule by rule."""

from pathlib import Path

import pytest
from django.template import Context, Engine, TemplateSyntaxError, engines
from django.template.base import Lexer, TokenType

from amaranta.template_compaction import compact

MARKS = {
    TokenType.TEXT: "{}",
    TokenType.VAR: "{{{{ {} }}}}",
    TokenType.BLOCK: "{{% {} %}}",
    TokenType.COMMENT: "{{# {} #}}",
}


def compacted(source: str) -> str:
    tokens = Lexer(source).tokenize()
    compact(tokens)
    return "".join(MARKS[token.token_type].format(token.contents) for token in tokens)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Beside a tag a line break disappears, in text it is one space.
        ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>\n  one\n  two {{ three }}\n  {{ four }}\n</p>", "<p>one two {{ three }} {{ four }}</p>"),
        ("<p>\n  {% if a %}\n    b\n  {% endif %}\n  c\n</p>", "<p>{% if a %}b{% endif %}c</p>"),
        ("\n\n<!doctype html>\n<html>", "<!doctype html><html>"),
        # Spaces within a line stay; beside a tag one is shown at its end or at the beginning of the next.
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        ("<b>a</b>&#32;\n  <i>b</i>", "<b>a</b> <i>b</i>"),
        ("{% if a %}\n  &#32;<i>b</i>\n{% endif %}", "{% if a %} <i>b</i>{% endif %}"),
        # What only looks like a tag.
        ("2 < 3\nand 4 > 3", "2 < 3 and 4 > 3"),
        ("it's\n<i>\"</i>\n", "it's<i>\"</i>"),
        # A comment is as if it were not there.
        ("<p>a\n  {# why #}\n  b</p>", "<p>a{# why #} b</p>"),
        ("<p>\n  {# why #}\n  b</p>", "<p>{# why #}b</p>"),
        # One attribute a line.
        ('<a\n  class="b"\n  href="c"\n>\n  d\n</a>', '<a class="b" href="c">d</a>'),
        ('<img\n  alt=""\n/>', '<img alt=""/>'),
        ("<a\n  b\n  {% if c %} d{% endif %}\n>", "<a b{% if c %} d{% endif %}>"),
        ('<a\n  {% if b %}\n    c="d"\n  {% endif %}\n  e\n>', '<a{% if b %} c="d"{% endif %} e>'),
        ("<a\n  b={{ c }}\n  d>", "<a b={{ c }} d>"),
        # Values of attributes: in them, > ends nothing.
        ('<path\n  d="M1 2\n    L3 4"\n/>', '<path d="M1 2 L3 4"/>'),
        ('<a b="\n  c > d\n  e\n">\n  f', '<a b="c > d e">f'),
        ("<a b='{% if c %}\n  d\n{% endif %}'>", "<a b='{% if c %}d{% endif %}'>"),
        ("<{% if a %}h2{% else %}h3{% endif %}\n  b>\n  c", "<{% if a %}h2{% else %}h3{% endif %} b>c"),
    ],
)
def test_layout_disappears_by_the_rule(source: str, expected: str) -> None:
    assert compacted(source) == expected


@pytest.mark.parametrize("name", ["pre", "textarea", "script", "style"])
def test_where_white_space_means_something_it_stays(name: str) -> None:
    inside = "\n  <b>\n {{ c }}\n\n  d&#32;\n"

    assert (
        compacted(f"<p>\n  <{name}\n  e\n>{inside}</{name}>\n</p>") == f"<p><{name} e>{inside}</{name}></p>"
    )


@pytest.mark.parametrize("name", ["blocktranslate", "blocktrans", "comment", "verbatim"])
def test_messages_stay_as_the_catalogue_has_them(name: str) -> None:
    block = f"{{% {name} %}}\n  a <b\n  c>\n{{% end{name} %}}"

    assert compacted(f"<p>\n  {block}\n</p>") == f"<p>{block}</p>"
    assert compacted(f'<p b="\n  {block}\n"\n  d>\n  e</p>') == f'<p b="{block}" d>e</p>'


def engine(folder: Path, ours: Path) -> Engine:
    found = [("django.template.loaders.filesystem.Loader", [folder])]
    return Engine(debug=True, loaders=[("amaranta.template_compaction.Loader", found, [ours])])


def test_only_markup_below_the_given_folders_is_compact(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    source = "<p>\n  a\n</p>\n"
    for name in ("ours/a.html", "ours/a.txt", "theirs.html"):
        (tmp_path / name).write_text(source)
    made = engine(tmp_path, tmp_path / "ours")

    assert made.get_template("ours/a.html").render(Context()) == "<p>a</p>"
    assert made.get_template("ours/a.txt").render(Context()) == source
    assert made.get_template("theirs.html").render(Context()) == source


def test_errors_name_the_line_of_the_source(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>\n  b\n  {% if c %}\n</p>\n")
    (tmp_path / "d.html").write_text('<p>\n  b\n  {% include "none.html" %}\n</p>\n')
    made = engine(tmp_path, tmp_path)

    with pytest.raises(TemplateSyntaxError) as wrong:
        made.get_template("a.html")
    with pytest.raises(Exception, match="none") as missing:
        made.get_template("d.html").render(Context())

    assert wrong.value.template_debug["line"] == 3  # type: ignore[attr-defined]
    assert missing.value.template_debug["line"] == 3  # type: ignore[attr-defined]


def test_a_template_is_compiled_once() -> None:
    made = engines["django"].engine  # type: ignore[attr-defined]

    assert made.get_template("components/calls.html") is made.get_template("components/calls.html")
