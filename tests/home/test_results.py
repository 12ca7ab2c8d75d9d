"""What a screen reader says first of the results of a search or a choice: how many there are."""

import lxml.html
import pytest
from django.test import Client

from home.models import BasePage

Demo = dict[str, BasePage]
SEARCHES = [
    ("/cerca/", {"q": "denuncia", "v": "1"}, "risultati"),
    ("/cerca/", {"q": "xyzxyz", "v": "1"}, "risultati"),
    ("/en/cerca/", {"q": "money", "v": "1"}, "risultati"),
    ("/rete/", {"q": "avvocata"}, "risultati"),
    ("/scuole/?scuola=primaria", None, "trovati"),
]


@pytest.mark.parametrize(("address", "words", "target"), SEARCHES)
def test_focus_goes_to_something_that_is_named_by_its_heading_which_comes_first(
    demo: Demo, client: Client, address: str, words: dict[str, str] | None, target: str
) -> None:
    response = client.post(address, words, follow=True) if words else client.get(address)
    tree = lxml.html.fromstring(response.content)
    (place,) = tree.xpath(f"//*[@id='{target}']")
    heading = place if place.tag == "h2" else tree.get_element_by_id(place.get("aria-labelledby"))
    assert heading.tag == "h2"
    assert place.get("tabindex") == "-1"
    assert place.get("aria-live") is None  # what is focused is read already
    region = place if place.tag == "section" else place.getparent()
    first = next(each for each in region.iterdescendants() if each.text and each.text.strip())
    assert first is heading
