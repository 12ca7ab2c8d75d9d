"""What no browser sends is refused with 400 in words of whoever asks, and leaves little in the log."""

from io import StringIO

import pytest
from django.test import Client

from home.models import HomePage
from tests.contatti.site import build_contact_site

TOO_DEEP = ("[" * 100_000, '{"a":' * 50_000)
TOO_LARGE = 2**63


@pytest.fixture
def staff(admin_client: Client) -> Client:
    admin_client.raise_request_exception = False
    return admin_client


@pytest.mark.parametrize("field", ["intro", "next_steps", "readers"])
def test_a_field_that_is_nested_too_deeply_is_refused_in_words_for_staff_and_one_line_of_the_log(
    home: HomePage, staff: Client, written_log: StringIO, field: str
) -> None:
    page = build_contact_site(home).page
    for value in TOO_DEEP:
        answer = staff.post(f"/admin/pages/{page.pk}/edit/", {field: value})

        assert answer.status_code == 400
        assert "una forma che il portale non capisce" in answer.content.decode()
    lines = written_log.getvalue().splitlines()
    assert lines == ["WARNING amaranta.odd_requests Odd input, too deep."] * 2


@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
@pytest.mark.parametrize("query", ["", "&search=a"])
def test_a_place_in_a_list_that_no_database_has_is_refused(
    home: HomePage, staff: Client, kind: str, query: str
) -> None:
    answer = staff.get(f"/admin/api/main/{kind}/?offset={TOO_LARGE}{query}")

    assert answer.status_code == 400


@pytest.mark.parametrize("name", ["limit", "id", "child_of", "descendant_of", "translation_of"])
def test_a_number_that_no_row_has_finds_nothing_or_is_refused(
    home: HomePage, staff: Client, name: str
) -> None:
    for kind in ("pages", "images", "documents"):
        assert staff.get(f"/admin/api/main/{kind}/?{name}={TOO_LARGE}").status_code in {200, 400}


@pytest.mark.django_db
def test_a_name_that_no_file_and_no_page_can_have_is_not_found(client: Client) -> None:
    client.raise_request_exception = False
    for address in ("/media/images/{}", "/vedi/media/images/{}", "/{}/"):
        assert client.get(address.format("a" * 256)).status_code == 404


@pytest.mark.django_db
def test_a_search_beside_a_filter_that_it_cannot_combine_is_no_fault(staff: Client) -> None:
    for kind in ("documents", "images"):
        for more in ("usage_count_min=1", "usage_count_max=0&usage_count_min=0", "tag=a", "collection_id=1"):
            assert staff.get(f"/admin/{kind}/?q=a&{more}").status_code in {200, 400}
