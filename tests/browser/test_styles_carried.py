"""What a page carries of a stylesheet means to a browser what the stylesheet means."""

from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser

from amaranta.templatetags import assets

TEMPLATES = "".join(path.read_text() for path in (settings.ROOT / "templates").rglob("*.html"))
USED = {(kind, tuple(assets.NAME.findall(names))) for kind, names in assets.TAG.findall(TEMPLATES)}
STYLES = sorted(paths for kind, paths in USED if kind == "style")

# A custom property is kept as it was written: there, spaces after commas and around brackets say nothing.
RULES = """texts => texts.map(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s*([,()])\\s*/g, "$1"));
})"""


def rules(browser: Browser, *texts: str) -> Any:
    page = browser.new_page()
    try:
        return page.evaluate(RULES, list(texts))
    finally:
        page.close()


@pytest.mark.browser
def test_every_rule_is_the_same(browser: Browser) -> None:
    for paths in STYLES:
        source = "".join((settings.ROOT / "static" / path).read_text() for path in paths)
        compact = assets._bundle("style", paths)[0]

        written, carried = rules(browser, source, compact)

        assert written == carried, paths
        assert len(written) > 0
        assert "/*" not in compact
        assert len(compact) < len(source)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("source", "compact"),
    [
        ("a { width: calc(1px + 2em) }", "a{width:calc(1px+2em)}"),
        (".a .b { top: 0 }", ".a.b{top:0}"),
        ("@media screen and (width > 9em) { a { top: 0 } }", "@media screen and(width>9em){a{top:0}}"),
    ],
)
def test_a_space_that_means_something_would_be_missed(browser: Browser, source: str, compact: str) -> None:
    written, carried = rules(browser, source, compact)

    assert written != carried
