"""How often a page asks again for a file that is being made, and when it leaves that to its reader."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from home.making.not_ready import again_after, ask_again
from home.models import MadeFile
from home.models.made_files import FileState


def file(waited: timedelta, state: FileState = FileState.WAITING) -> MadeFile:
    return MadeFile(place="kit/1/0/poster", state=state, queued_at=timezone.now() - waited)


@pytest.mark.parametrize(
    ("waited", "seconds"),
    [
        (timedelta(0), 4),
        (timedelta(seconds=29), 4),
        (timedelta(seconds=31), 15),
        (timedelta(minutes=4), 15),
        (timedelta(minutes=6), 60),
        (timedelta(minutes=59), 60),
        (timedelta(hours=2), 0),
    ],
)
def test_a_page_asks_again_less_often_the_longer_it_waits_and_ends(waited: timedelta, seconds: int) -> None:
    assert again_after(file(waited)) == seconds


def test_the_browser_and_a_program_are_told_the_same() -> None:
    response = HttpResponse()
    ask_again(response, file(timedelta(minutes=1)))

    assert response.headers["Refresh"] == response.headers["Retry-After"] == "15"


@pytest.mark.parametrize("row", [file(timedelta(hours=3)), file(timedelta(0), FileState.FAILED)])
def test_nobody_is_sent_round_for_what_will_not_come_by_itself(row: MadeFile) -> None:
    response = HttpResponse()
    ask_again(response, row)

    assert "Refresh" not in response.headers
    assert "Retry-After" not in response.headers


def test_a_clock_that_went_back_asks_as_for_a_file_just_wanted() -> None:
    assert again_after(file(-timedelta(minutes=5))) == 4
