"""What a field must tell the browser is written into the finished page: no template can forget it."""

import re

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from lxml import html

from amaranta.unkept_fields import UnkeptFieldsMiddleware, unkept

OURS = {"autocomplete", "autocorrect", "spellcheck", "writingsuggestions"}


def only_field(page: str) -> dict[str, str]:
    (field,) = html.fromstring(unkept(f"<form>{page}</form>".encode()).decode()).xpath(
        "//input | //textarea | //select"
    )
    return dict(field.attrib)


@pytest.mark.parametrize(
    "field",
    ["<textarea name=d></textarea>", "<input>", "<input/>", "<INPUT TYPE='search'>", "<input\ntype=tel\n>"],
)
def test_a_field_for_words_is_kept_completed_corrected_and_proposed_by_nobody(field: str) -> None:
    attributes = only_field(field)

    assert {name: attributes[name] for name in OURS} == {
        "autocomplete": "off",
        "autocorrect": "off",
        "spellcheck": "false",
        "writingsuggestions": "false",
    }


@pytest.mark.parametrize(
    "field", ["<select name=b></select>", "<input type=radio>", "<input type='checkbox'>"]
)
def test_a_choice_is_kept_by_nobody(field: str) -> None:
    assert only_field(field)["autocomplete"] == "off"


def test_a_field_that_says_otherwise_is_overruled_and_says_nothing_twice() -> None:
    page = unkept(b'<input autocomplete="name" name="e" spellcheck=true>')

    assert page.count(b"autocomplete") == page.count(b"spellcheck") == 1
    assert only_field(page.decode())["autocomplete"] == "off"


@pytest.mark.parametrize(
    "typed",
    ["a &gt; b > c", "type=hidden autocomplete=on", "x spellcheck=&quot;true&quot;", "/>", "it's", "è 😀"],
)
def test_what_she_typed_comes_back_letter_by_letter(typed: str) -> None:
    given = f'<input name="e" value="{typed}">'

    attributes = only_field(given)

    assert attributes["value"] == html.fromstring(given).attrib["value"]
    assert attributes["autocomplete"] == "off"


@pytest.mark.parametrize(
    "page",
    [
        "<script>f('<input>')</script>",
        "<style>a{content:'<input>'}</style>",
        "<!-- <input> -->",
        "<input type=hidden name=t value=1>",
        "<button type=submit>x</button>",
        "<p>&lt;input&gt;</p>",
        "<inputs><selected>",
    ],
)
def test_what_is_no_field_to_fill_in_stays_as_it_is(page: str) -> None:
    assert unkept(page.encode()) == page.encode()


def test_no_template_says_itself_what_is_written_for_all() -> None:
    tag = re.compile(
        r"<(?:input|textarea|select)\b[^>]*\b(?:autocomplete|autocorrect|spellcheck|writingsuggestions)="
    )
    saying = [
        str(path)
        for path in (settings.ROOT / "templates").rglob("*.html")
        if tag.search(path.read_text()) and "admin" not in str(path)
    ]

    assert saying == []


@pytest.mark.parametrize(("path", "is_marked"), [("/documenti/chiusi/1/", True), ("/admin/login/", False)])
def test_a_page_that_is_no_template_of_ours_is_marked_and_a_login_is_not(path: str, is_marked: bool) -> None:
    answer = HttpResponse("<form><input type=password></form>")
    answer.headers["Content-Length"] = str(len(answer.content))

    given = UnkeptFieldsMiddleware(lambda request: answer)(RequestFactory().get(path))

    assert isinstance(given, HttpResponse)
    assert (b'autocomplete="off"' in given.content) == is_marked
    assert given.headers["Content-Length"] == str(len(given.content))
