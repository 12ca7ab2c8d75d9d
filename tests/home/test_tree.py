"""The tree of pages is as Wagtail wants it: `fixtree` finds nothing to mend."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.models import BasePage


def nothing_to_mend() -> bool:
    told = StringIO()
    call_command("fixtree", "--noinput", stdout=told)
    return told.getvalue().count("No problems found.") == 2  # of the pages, and of the collections


def test_nothing_is_to_mend_in_the_demonstration(demo: dict[str, BasePage], db: None) -> None:
    assert nothing_to_mend()

    page = Page.objects.filter(depth=3).first()
    Page.objects.filter(pk=page.pk).update(numchild=page.numchild + 1)
    assert not nothing_to_mend()


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_page_of_the_demonstration_finds_those_below_it(
    language: str, demo: dict[str, BasePage], db: None
) -> None:
    for page in Page.objects.filter(locale__language_code=language):
        below = Page.objects.filter(path__startswith=page.path, depth=page.depth + 1)
        assert page.get_children().count() == below.count(), page.url_path
