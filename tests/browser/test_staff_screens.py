"""What staff press and read in a browser: links large enough for a finger."""

import pytest
from pytest_django.live_server_helper import LiveServer

from servizi.models import DeskPage
from tests.browser.test_campaign_walk import newsroom, sign_in
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser
__all__ = ["newsroom"]

SMALLEST = 24
"""WCAG 2.2, 2.5.8: in pixels of a style sheet, unless a line of text is around it."""


def test_links_of_the_dashboard_are_large_enough_for_a_finger(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    tab = sign_in(open_page(viewport=DESKTOP), "coordinamento", live_server)
    links = tab.locator("#attention li > a:visible, .starts a:visible")
    sizes = [(link.inner_text(), link.bounding_box()) for link in links.all()]

    assert len(sizes) > 3
    assert [words for words, box in sizes if not box or box["height"] < SMALLEST] == []
