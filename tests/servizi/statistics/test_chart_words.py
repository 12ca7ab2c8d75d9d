"""Bars that say their numbers: a hidden one is a word and never a length."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from django.utils.translation import override

from servizi.statistics.charts import LONGEST, WIDTH, Bar, bar_chart

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: Bar, title: str = "Figli", description: str = "Beside a table.") -> ET.Element:
    source = bar_chart("figli", title, description, bars)
    # On a page of HTML the element needs no namespace.
    return ET.fromstring(source.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def words(chart: ET.Element) -> list[str]:
    return [text.text or "" for text in chart.iter(f"{SVG}text")]


def lengths(chart: ET.Element) -> list[int]:
    return [int(bar.attrib["width"]) for bar in chart.iter(f"{SVG}rect")]


def test_every_bar_says_its_label_and_its_number() -> None:
    assert words(drawn(Bar("Sì", 20), Bar("No", 30))) == ["Sì", "20", "No", "30"]


def test_lengths_are_to_one_scale_from_zero() -> None:
    assert lengths(drawn(Bar("a", 50), Bar("b", 100), Bar("c", 0), Bar("d", 1))) == [
        LONGEST // 2,
        LONGEST,
        0,
        3,
    ]


def test_a_hidden_number_is_a_word_without_a_length() -> None:
    chart = drawn(Bar("Sì", None), Bar("No", 30))
    assert words(chart) == ["Sì", "nascosto", "No", "30"]
    assert lengths(chart) == [0, LONGEST]
    assert [text.get("class") for text in chart.iter(f"{SVG}text")] == [None, "none", None, "value"]


def test_a_true_zero_is_told_from_a_hidden_number() -> None:
    chart = drawn(Bar("Sì", 0), Bar("No", None))
    assert words(chart) == ["Sì", "0", "No", "nascosto"]


@pytest.mark.parametrize("bars", [(), (Bar("Sì", 0),), (Bar("Sì", None), Bar("No", None))])
def test_a_chart_of_nothing_has_no_length_and_breaks_nothing(bars: tuple[Bar, ...]) -> None:
    assert sum(lengths(drawn(*bars))) == 0


def test_the_chart_is_named_and_described_for_who_cannot_see_it() -> None:
    chart = drawn(Bar("Sì", 1), title="Figli, tutta la rete")
    names = {part.attrib["id"]: part.text for part in chart if part.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert chart.attrib["role"] == "img"
    assert [names[ident] for ident in chart.attrib["aria-labelledby"].split()] == [
        "Figli, tutta la rete",
        "Beside a table.",
    ]


def test_it_grows_with_its_bars_and_nothing_lies_outside() -> None:
    for number in (1, 3, 12):
        chart = drawn(*(Bar(str(each), each * 7) for each in range(number)))
        left, top, width, height = map(int, chart.attrib["viewBox"].split())
        assert (left, top, width) == (0, 0, WIDTH)
        for bar in chart.iter(f"{SVG}rect"):
            assert 0 <= int(bar.attrib["x"]) <= int(bar.attrib["x"]) + int(bar.attrib["width"]) <= width
            assert int(bar.attrib["y"]) + int(bar.attrib["height"]) <= height


def test_bars_do_not_lie_over_each_other() -> None:
    tops = [int(bar.attrib["y"]) for bar in drawn(*(Bar("x", 5) for _ in range(6))).iter(f"{SVG}rect")]
    assert all(below - above >= 14 for above, below in pairwise(tops))
    assert len(set(tops)) == 6


def test_in_a_language_that_runs_from_the_right_the_bars_do_too() -> None:
    with override("ar"):
        chart = drawn(Bar("x", 10), Bar("y", 5))
    ends = [int(bar.attrib["x"]) + int(bar.attrib["width"]) for bar in chart.iter(f"{SVG}rect")]
    assert ends == [WIDTH, WIDTH]
    assert lengths(chart) == [LONGEST, LONGEST // 2]
    starts = [int(bar.attrib["x"]) for bar in drawn(Bar("x", 10), Bar("y", 5)).iter(f"{SVG}rect")]
    assert starts == [0, 0]


def test_a_label_is_text_and_no_markup() -> None:
    source = bar_chart("x", "<b>", "<i>", [Bar("<script>", 1)])
    assert not re.search("<(b|i|script)>", source)
    assert "&lt;script&gt;" in source


def test_the_word_for_a_hidden_number_is_said_in_the_reader_s_language() -> None:
    with override("en"):
        assert words(drawn(Bar("Yes", None))) == ["Yes", "hidden"]
