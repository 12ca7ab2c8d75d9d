"""No link of the site leads to anything but a page; whatever is no page is given to be saved."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from amaranta.headers import PageHeadersMiddleware
from home.models import BasePage
from tests.making import fetched

LINK = re.compile(r"<a\s[^>]*?href=\"([^\"#]+)[^\"]*\"([^>]*)")
SKIPPED = ("/admin/", "/cerca/")
# Of a hundred posters, each made for a desk, two of every kind are enough.
OF_A_KIND = 2
KINDS = {"PDF", "PNG", "SVG", "ZIP", "ODT", "ICS", "CSV", "JSON", "ATOM"}


def is_page(response: HttpResponse) -> bool:
    return response.headers["Content-Type"].startswith("text/html") and not response.headers.get(
        "Content-Disposition"
    )


def crawl(client: Client, start: list[str]) -> tuple[dict[str, str], list[str]]:
    """Follow every link; return, by the address of each file, the page that led to it, and the looks taken."""
    waiting = [(address, "") for address in start]
    seen: dict[str, int] = {}
    files: dict[str, str] = {}
    looks: list[str] = []
    while waiting:
        address, led_from = waiting.pop()
        kind = re.sub(r"\d+", "0", re.sub(r"\?.*", "?", address))
        # A leaflet is the same in any language, and a kit in any campaign.
        kind = re.sub(r"^.*/vedi/(?:.*/kit/)?", "/vedi/", kind)
        many = "/vedi/" in address or "?" in address
        if address in seen or (many and seen.get(kind, 0) >= OF_A_KIND):
            continue
        seen[address] = 1
        seen[kind] = seen.get(kind, 0) + 1
        response = fetched(client, address, follow=True)
        assert response.status_code == 200, (address, led_from)
        if not is_page(response):
            files[address] = led_from
            assert response.headers["Content-Disposition"].startswith("attachment"), address
            continue
        html = response.content.decode()
        if "/vedi/" in address:
            looks.append(html)
        for link, _rest in LINK.findall(html):
            target = urljoin(address, unescape(link))
            if urlsplit(target).scheme or target.startswith(SKIPPED):
                continue
            waiting.append((target, address))
    return files, looks


@pytest.mark.django_db
def test_every_link_of_the_demonstration_to_a_file_goes_through_a_page_with_its_picture_and_the_exit(
    demo: dict[str, BasePage], client: Client
) -> None:
    files, looks = crawl(client, list(demo))

    assert files
    assert {address: page for address, page in files.items() if "/vedi/" not in page} == {}
    assert set(re.findall(r'class="help">([A-Z]+)[,<]', " ".join(looks))) >= KINDS
    for html in looks:
        assert 'class="exit-link"' in html
        assert 'class="take"' in html
        if ">PDF," in html:
            assert re.search(r'<img src="[^"]+\?pagina=1"', html)


@pytest.mark.django_db
def test_a_file_is_looked_at_only_by_those_who_may_have_it(client: Client, demo: dict[str, BasePage]) -> None:
    pages = (
        "",
        "sportelli/",
        "documenti/999999/x.pdf",
        "admin/",
        "vedi/vedi/x.pdf",
        "sitemap.xml",
        "en/",
        "non-esiste/",
        "/",
    )
    for address in pages:
        assert client.get(f"/vedi/{address}").status_code == 404, address
    assert client.get("/en/vedi/sitemap.xml").status_code == 404


@pytest.mark.django_db
def test_a_picture_of_a_page_is_there_for_the_pages_that_are_shown(
    client: Client, demo: dict[str, BasePage]
) -> None:
    campaign = next(address for address in demo if re.fullmatch(r"/campagne/[\w-]+/", address))
    look = f"/vedi{campaign}kit/0/locandina-a4/"
    assert fetched(client, look).status_code == 200
    picture = client.get(f"{look}?pagina=1")

    assert picture.headers["Content-Type"] == "image/jpeg"
    assert picture.content.startswith(b"\xff\xd8")
    assert "noindex" in picture.headers["X-Robots-Tag"]
    for page in ("0", "2", "-1", "x", "99999", "١"):
        assert client.get(f"{look}?pagina={page}").status_code == 404, page


@pytest.mark.parametrize(
    ("kind", "disposition", "right"),
    [
        ("application/pdf", None, "attachment"),
        ("application/x-of-tomorrow", None, "attachment"),
        ("image/png", 'inline; filename="a.png"', 'attachment; filename="a.png"'),
        ("text/html", 'inline; filename="a.html"', 'attachment; filename="a.html"'),
        ("text/plain; charset=utf-8", "attachment; filename=a", "attachment; filename=a"),
        ("text/html; charset=utf-8", None, None),
    ],
)
def test_whatever_a_view_answers_that_is_no_page_is_saved_and_not_shown(
    kind: str, disposition: str | None, right: str | None
) -> None:
    response = HttpResponse(content_type=kind)
    if disposition:
        response.headers["Content-Disposition"] = disposition
    answered = PageHeadersMiddleware(lambda _request: response)(RequestFactory().get("/nuovo/"))

    assert answered.headers.get("Content-Disposition") == right
