"""Parts of a file, as players ask for them, read against what slicing the whole would give."""

import io
from io import SEEK_CUR, SEEK_END

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from home.files.ranges import ByteRange, in_parts

FILE = bytes(range(100))


def asked(range_: str = "", *, method: str = "get", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    response = FileResponse(io.BytesIO(FILE), filename="film.mp4")
    response.headers["ETag"] = '"one"'
    request = getattr(RequestFactory(), method)(
        "/film", headers={**({"range": range_} if range_ else {}), **headers}
    )
    answer = in_parts(request, response)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, content, dict(answer.headers)


@pytest.mark.parametrize(
    ("range_", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-9", 0, 9),
        ("bytes=90-", 90, 99),
        ("bytes=90-500", 90, 99),
        ("bytes=-10", 90, 99),
        ("bytes=-500", 0, 99),
        ("BYTES = 5-6", 5, 6),
        ("bytes=99-99", 99, 99),
    ],
)
def test_the_part_that_is_asked_for_is_given_with_its_place(range_: str, first: int, last: int) -> None:
    status, content, headers = asked(range_)
    assert (status, content) == (206, FILE[first : last + 1])
    assert headers["Content-Range"] == f"bytes {first}-{last}/100"
    assert headers["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize(
    "range_", ["", "bytes=9-5", "bytes=0-1,5-6", "lines=0-1", "bytes=", "bytes=-", "bytes=a-b"]
)
def test_what_is_no_range_gets_the_whole_file_and_the_word_that_parts_may_be_had(range_: str) -> None:
    status, content, headers = asked(range_)
    assert (status, content) == (200, FILE)
    assert headers["Accept-Ranges"] == "bytes"
    assert "Content-Range" not in headers


@pytest.mark.django_db
@pytest.mark.parametrize("range_", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused_with_the_length(range_: str) -> None:
    status, content, headers = asked(range_)
    assert (status, content, headers["Content-Range"]) == (416, b"", "bytes */100")


def test_a_part_of_another_version_is_not_mixed_with_this_one() -> None:
    assert asked("bytes=0-9", **{"if-range": '"one"'})[0] == 206
    assert asked("bytes=0-9", **{"if-range": '"two"'})[0] == 200


def test_a_question_about_the_file_alone_is_answered_as_of_the_whole() -> None:
    status, _content, headers = asked("bytes=0-9", method="head")
    assert (status, headers["Content-Length"]) == (200, "100")


@pytest.mark.parametrize("response", [HttpResponse(b"page"), FileResponse(io.BytesIO(FILE), status=404)])
def test_what_is_no_file_is_left_as_it_is(response: HttpResponse) -> None:
    status = response.status_code
    answer = in_parts(RequestFactory().get("/", headers={"range": "bytes=0-1"}), response)
    assert answer is response
    assert answer.status_code == status
    assert "Content-Range" not in answer.headers


steps = st.lists(
    st.tuples(st.just("read"), st.integers(-1, 40))
    | st.tuples(st.just("seek"), st.tuples(st.integers(0, 60), st.sampled_from([0, 1])))
    | st.tuples(st.just("seek"), st.tuples(st.integers(-40, 0), st.just(2))),
    max_size=8,
)


@settings(max_examples=150)
@given(st.integers(0, 99), st.integers(1, 100), steps)
def test_a_part_behaves_as_a_file_of_its_own(first: int, length: int, moves: list) -> None:
    length = min(length, 100 - first)
    part, own = ByteRange(io.BytesIO(FILE), first, length), io.BytesIO(FILE[first : first + length])
    for step, value in moves:
        if step == "read":
            assert part.read(value) == own.read(value)
        elif value[1] == SEEK_END and length + value[0] < 0:
            continue
        else:
            assert part.seek(*value) == own.seek(*value)
        assert part.tell() == own.tell()


def test_a_part_is_closed_with_its_file_and_never_moves_before_its_beginning() -> None:
    file = io.BytesIO(FILE)
    part = ByteRange(file, 10, 5)
    assert part.seek(-3, SEEK_CUR) == 0
    assert part.read() == FILE[10:15]
    part.close()
    assert file.closed
