"""Whatever list Wagtail lets staff take along: a spreadsheet computes nothing in it."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import HomePage

SIGNS = ("=", "+", "-", "@", "\t", "\r")
FORMULA = '=HYPERLINK("https://example.org")'


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:locked_pages",
        "wagtailadmin_reports:site_history",
        "wagtailredirects:index",
    ],
)
def test_no_cell_of_a_list_that_is_taken_along_begins_like_a_formula(
    home: HomePage, admin_client: Client, name: str
) -> None:
    owner = get_user_model().objects.create_user(FORMULA[:30], first_name="@SUM(1)", last_name=FORMULA)
    home.title = FORMULA
    home.save_revision(user=owner, log_action=True).publish()
    Page.objects.filter(pk=home.pk).update(locked=True, locked_by=owner)
    Redirect.objects.create(old_path=FORMULA, redirect_link=f"{FORMULA}/", site=home.get_site())

    answer = admin_client.get(reverse(name), {"export": "csv"})

    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert any(FORMULA[:20] in cell for cell in cells), cells
    assert not [cell for cell in cells if cell.startswith(SIGNS)]
