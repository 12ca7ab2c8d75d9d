"""Who answers in the reader's language: now, next, on request; and never when the desk is closed."""

from datetime import date, datetime

import pytest
from django.test import Client
from wagtail.blocks import StreamBlockValidationError

from amaranta.demo.desks import build_desk, closure, slot, spoken
from servizi.desks.my_language import InMyLanguage, in_my_language
from servizi.desks.spoken_blocks import LanguagesBlock
from servizi.hours import ROME
from servizi.models import Comune, DeskIndexPage, DeskPage

MONDAY, TUESDAY = 7, 8
CHINESE = spoken("zh", ["monday"], opens="10:00", closes="12:00")


@pytest.fixture
def speaking(index: DeskIndexPage, bollate: Comune) -> DeskPage:
    """Return a desk open on Monday and Tuesday from 9 to 13, where English is spoken always."""
    return build_desk(
        index,
        "Spazio Due",
        bollate,
        hours=[slot("01", "09:00", "13:00"), closure(date(2026, 9, 21), date(2026, 9, 21), "Corso")],
        languages=["it", "en"],
        spoken=[CHINESE, spoken("uk", notice=2)],
    )


def asked(desk: DeskPage, language: str, day: int, hour: int, month: int = 9) -> InMyLanguage:
    answer = in_my_language([desk], datetime(2026, month, day, hour, 30, tzinfo=ROME), language)
    assert answer is not None
    return answer


def test_whoever_is_always_there_answers_in_all_opening_hours(speaking: DeskPage) -> None:
    assert [each.desk for each in asked(speaking, "en", TUESDAY, 12).now] == [speaking]
    assert not asked(speaking, "en", TUESDAY, 14).now


def test_a_language_with_hours_is_told_in_these_only(speaking: DeskPage) -> None:
    assert asked(speaking, "zh-hans", MONDAY, 10).now
    assert asked(speaking, "zh-hans", MONDAY, 10).now[0].state.until == datetime(2026, 9, 7, 12, tzinfo=ROME)

    later = asked(speaking, "zh-hans", MONDAY, 12)
    assert not later.now
    assert later.next
    assert later.next.state.opens_at == datetime(2026, 9, 14, 10, tzinfo=ROME)


@pytest.mark.parametrize(
    ("day", "month", "next_day"), [(21, 9, date(2026, 9, 28)), (7, 12, date(2026, 12, 14))]
)
def test_a_closure_or_a_holiday_closes_the_language_too(
    speaking: DeskPage, day: int, month: int, next_day: date
) -> None:
    if month == 12:  # a patron saint's day on a Monday
        speaking.comune.patron_day = "12-07"
        speaking.comune.patron_name = "Sant’Ambrogio"
    answer = asked(speaking, "zh-hans", day, 10, month)

    assert not answer.now
    assert answer.next
    assert answer.next.state.opens_at
    assert answer.next.state.opens_at.astimezone(ROME).date() == next_day


def test_on_request_is_told_apart_with_the_days_of_notice(speaking: DeskPage) -> None:
    answer = asked(speaking, "uk", MONDAY, 10)

    assert not answer.now
    assert [each.notice for each in answer.on_request] == [2]
    assert not answer.nobody


def test_where_nobody_speaks_it_that_is_said(speaking: DeskPage) -> None:
    assert asked(speaking, "sq", MONDAY, 10).nobody


def test_in_italian_nobody_asks(speaking: DeskPage) -> None:
    moment = datetime(2026, 9, 7, 10, tzinfo=ROME)
    assert in_my_language([speaking], moment, "it") is None
    assert in_my_language([speaking], moment, "it-simple") is None


def test_the_desk_says_which_language_is_spoken_when_and_is_found_by_it(
    speaking: DeskPage, client: Client
) -> None:
    html = client.get(speaking.url).content.decode()
    assert "<bdi>中文</bdi>" in html
    assert "lunedì 10.00–12.00" in html
    assert "giorni di preavviso 2" in html

    listed = client.get("/sportelli/?lingua=zh").content.decode()
    assert "Spazio Due" in listed.split("<main")[1]


def test_a_row_without_duration_is_refused() -> None:
    block = LanguagesBlock()
    row = {**CHINESE, "value": {**CHINESE["value"], "closes": "10:00"}}
    with pytest.raises(StreamBlockValidationError):
        block.clean(block.to_python([row]))
    assert block.clean(block.to_python([CHINESE]))
