"""The layout of our templates stays in their sources."""

import re

from django.test import Client

from home.models import BasePage

Demo = dict[str, BasePage]
# White space means something in these.
KEPT = re.compile(r"<(pre|textarea|script|style)\b.*?</\1>", re.DOTALL)


def test_served_pages_hold_no_layout(demo: Demo, client: Client) -> None:
    one_of_each = {type(page): address for address, page in demo.items()}
    assert len(one_of_each) > 15
    for address in [*one_of_each.values(), "/cerca/", "/non-esiste/", "/sitemap.xml"]:
        text = KEPT.sub("", client.get(address).content.decode())

        assert re.findall(r".{30}(?:\n|>  |&#32;).{30}", text, re.DOTALL) == [], address
