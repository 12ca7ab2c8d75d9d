"""Linked data that says nothing empty and ends no script; slogans that fit; exceptions of one answer alone."""

import json
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from home import json_ld
from home.kit.drawings import DRAWINGS, LINE, SIZES, Drawing, fit, fits
from home.page_policy import policy_of
from home.rich_text import way_out


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"name": "Uno", "email": ""}, {"name": "Uno"}),
        ({"name": None, "list": [], "map": {}}, {}),
        ({"price": 0, "free": False}, {"price": 0, "free": False}),
        ({"@type": "Place", "address": {"@type": "PostalAddress", "street": ""}}, {}),
        (
            {"@type": "Place", "name": "Uno", "address": {"@type": "PostalAddress", "street": ""}},
            {"@type": "Place", "name": "Uno"},
        ),
        ({"all": [{"@type": "City", "name": ""}, {"@type": "City", "name": "Bresso"}]}, {"all": [{"@type": "City", "name": "Bresso"}]}),
        ({"all": ("", "a", None)}, {"all": ["a"]}),
        ({"all": ["", None, {}]}, {}),
        ("", ""),
        (["", 0], [0]),
    ],
)  # fmt: skip
def test_what_is_empty_is_left_out_at_any_depth_and_zero_is_not_empty(value: Any, told: Any) -> None:
    assert json_ld.told(value) == told


def test_nothing_to_tell_is_no_script() -> None:
    assert json_ld.written({"@type": "Place", "name": ""}) == ""
    assert json.loads(json_ld.written({"@type": "Place", "name": "Uno"})) == {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": "Uno",
    }


def test_a_day_is_written_as_machines_read_days_and_letters_as_they_are() -> None:
    written = json_ld.written({"name": "Città", "day": date(2026, 3, 1)})
    assert json.loads(written)["day"] == "2026-03-01"
    assert "Città" in written


@settings(max_examples=100)
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=5),
        st.text(alphabet="<>&!-/script", min_size=1, max_size=12),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_is_told_ends_no_script_and_comes_back_as_it_was(facts: dict[str, str]) -> None:
    written = json_ld.written(facts)
    assert not set(written) & set("<>&")
    read = json.loads(written)
    assert {name: read[name] for name in facts if name != "@context"} == {
        name: value for name, value in facts.items() if name != "@context"
    }


@pytest.mark.parametrize(
    ("period", "interval"),
    [
        ("2013-2015", "2013/2015"),
        ("dal 2013 al 2015", "2013/2015"),
        ("2015, 2013 e 2014", "2013/2015"),
        ("nel 2014", "2014"),
        ("2012-15", "2012"),
        ("20135 volte", ""),
        ("mai", ""),
        ("", ""),
    ],
)
def test_the_years_of_a_project_are_an_interval(period: str, interval: str) -> None:
    assert json_ld.interval(period) == interval


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=lambda drawing: drawing.name)
@pytest.mark.parametrize(
    "slogan",
    ["No", "Io ti credo", "Non sei sola, non è colpa tua", "Una parola\nper riga", "E" * 8 + " " + "o" * 8],
)
def test_a_slogan_is_set_as_large_as_it_fits(slogan: str, drawing: Drawing) -> None:
    setting = fit(slogan, drawing)
    assert " ".join(setting.lines).split() == slogan.split()
    assert len(setting.lines) * setting.size * LINE <= drawing.height
    assert fits(slogan, drawing)


@pytest.mark.parametrize("size", SIZES)
def test_a_slogan_gets_the_largest_size_in_which_its_word_has_room(size: float) -> None:
    letters = 10
    just = Drawing("x", "x", measure=size * 0.53 * letters + 0.01, height=100)
    assert fit("a" * letters, just).size == size
    narrower = Drawing("x", "x", measure=size * 0.53 * letters - 0.01, height=100)
    assert fit("a" * letters, narrower).size < size or size == SIZES[-1]


def test_a_word_that_no_size_can_set_runs_into_the_drawing_and_is_told() -> None:
    pane = DRAWINGS["pane"]
    assert fits("x" * 30, pane)
    assert not fits("x" * 60, pane)
    assert fit("x" * 60, pane).size == SIZES[-1]


def test_shorter_slogans_are_never_set_smaller() -> None:
    sizes = [fit("parola " * number, DRAWINGS["ramo"]).size for number in range(1, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_a_script_that_runs_from_the_right_needs_more_room() -> None:
    latin, arabic = (fit(letter * 9, DRAWINGS["pane"]).size for letter in ("a", "ب"))
    assert arabic < latin


def test_line_breaks_of_the_slogan_are_kept_and_words_are_never_broken() -> None:
    assert fit("Io\nti credo", DRAWINGS["pane"]).lines[0] == "Io"
    assert "porta-a-porta" in fit("vendita porta-a-porta", DRAWINGS["ramo"]).lines


def test_a_link_to_another_site_warns_of_the_trace_and_tells_it_nothing() -> None:
    tag = way_out('https://example.org/?a=1&b="x"')
    assert tag.startswith('<a href="https://example.org/?a=1&amp;b=&quot;x&quot;" rel="noreferrer nofollow">')
    assert "resta nella cronologia" in tag


def test_what_one_answer_may_is_said_once_in_order_and_for_that_answer_alone() -> None:
    request, other = RequestFactory().get("/"), RequestFactory().get("/")
    policy = policy_of(request)
    policy.allow("script-src", "a", "b")
    policy.allow("script-src", "b", "c")
    policy.allow("style-src", "a")
    assert policy_of(request).sources == {"script-src": ["a", "b", "c"], "style-src": ["a"]}
    assert policy_of(other).sources == {}


def test_only_what_gives_way_is_written_onto_the_answer() -> None:
    policy, answer = policy_of(RequestFactory().get("/")), HttpResponse()
    policy.apply(answer)
    assert not hasattr(answer, "_csp_replace")
    policy.replaced["frame-ancestors"] = ["'self'"]
    policy.apply(answer)
    assert answer._csp_replace == {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
