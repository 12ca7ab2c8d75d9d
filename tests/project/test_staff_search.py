"""The lists of the administration are searched for whatever is typed."""

import pytest
from django.test import Client
from django.urls import reverse

from home.models import HomePage

LISTS = ("wagtailimages:index", "wagtaildocs:index", "wagtailadmin_pages:search")


@pytest.mark.parametrize("typed", ['"', "'", '""', 'lo "sportello', "“", "*", "NEAR("])
def test_a_lone_quotation_mark_finds_nothing_and_breaks_nothing(
    home: HomePage, admin_client: Client, typed: str
) -> None:
    addresses = [*map(reverse, LISTS), reverse("wagtailadmin_explore", args=[home.pk])]
    for address in addresses:
        assert admin_client.get(address, {"q": typed}).status_code == 200, address
