"""The school library as a teacher meets it: find a lesson, follow what is new."""

import re
from xml.etree import ElementTree as ET

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import HomePage, MaterialIndexPage
from home.schools.library import FACETS, Library

from .materials import LESSON, Demo, a_material, materials

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def links(html: str) -> list[str]:
    return re.findall(r'<a [^>]*href="([^"#]+)', html)


def found(client: Client, query: str = "") -> list[str]:
    html = main_of(client.get(f"/scuole/{query}").content.decode())
    return re.findall(r'<h3><a href="([^"]+)"', html)


class TestFindingALesson:
    def test_a_lesson_of_an_hour_for_lower_secondary_is_three_clicks_from_the_home_page(
        self, demo: Demo, client: Client
    ) -> None:
        home = client.get("/").content.decode()
        assert "/scuole/" in links(main_of(home))

        shelf = main_of(client.get("/scuole/").content.decode())
        level = next(address for address in links(shelf) if address == "?scuola=secondaria-1")

        lessons = found(client, level)
        assert LESSON in lessons
        assert "100 minuti" in client.get(LESSON).content.decode()

    def test_filters_combine_and_their_address_can_be_shared(self, demo: Demo, client: Client) -> None:
        assert found(client, "?scuola=secondaria-1&minuti=120") == [LESSON]
        civics = found(client, "?scuola=secondaria-1&materia=educazione-civica")
        assert {LESSON, "/scuole/prima-di-inoltrare/"} < set(civics)
        assert found(client, "?scuola=secondaria-1&materia=educazione-civica&nucleo=digitale") == [
            "/scuole/prima-di-inoltrare/"
        ]
        assert found(client, "?tipo=cartellone&accesso=caratteri-grandi") == ["/scuole/sei-domande/"]
        assert found(client, "?scuola=adulti") == ["/scuole/chiedere-aiuto/"]

    def test_a_material_is_found_at_every_age_that_it_is_for(self, demo: Demo, client: Client) -> None:
        for age in ("11-13", "14-16", "17-19"):
            assert "/scuole/sei-domande/" in found(client, f"?eta={age}")
        assert "/scuole/sei-domande/" not in found(client, "?eta=8-10")
        assert "/scuole/chiedere-aiuto/" in found(client, "?eta=adulti")

    def test_every_link_of_a_filter_leads_to_as_many_materials_as_it_says(
        self, demo: Demo, client: Client
    ) -> None:
        for start in ("", "?scuola=secondaria-2", "?materia=educazione-civica&minuti=60"):
            html = main_of(client.get(f"/scuole/{start}").content.decode())
            # A chosen value carries aria-current: its link takes it off.
            options = re.findall(
                r'<li><a href="(\?[^"#]*)#trovati">[^<]+<span class="count">(\d+)</span>', html
            )
            assert options
            for address, count in options:
                assert len(found(client, address.replace("&amp;", "&"))) == int(count) > 0, address

    def test_a_chosen_filter_can_be_taken_off_again(self, demo: Demo, client: Client) -> None:
        html = main_of(client.get("/scuole/?scuola=primaria&minuti=60").content.decode())
        chips = re.findall(r'<a class="chip" href="([^"#]+)', html)

        assert chips == ["?minuti=60", "?scuola=primaria", "/scuole/"]

    def test_what_nobody_offers_is_ignored_and_an_empty_shelf_says_so(
        self, demo: Demo, client: Client
    ) -> None:
        everything = found(client)
        assert found(client, "?scuola=marte&pagina=-4&x=1") == everything
        assert found(client, "?pagina=999") == everything
        html = client.get("/scuole/?scuola=infanzia").content.decode()
        assert "Con questi filtri non c’è ancora niente" in html

    def test_a_long_library_goes_on_over_the_leaf_and_keeps_its_filters(
        self, library: MaterialIndexPage, client: Client
    ) -> None:
        for number in range(14):
            a_material(library, number, minutes=60 if number else 20)

        first = client.get("/scuole/?minuti=60").content.decode()
        assert 'href="?minuti=60&amp;pagina=2#trovati" rel="next"' in first
        assert len(found(client, "?minuti=60")) == 12
        assert len(found(client, "?minuti=60&pagina=2")) == 1

    def test_costs_the_same_number_of_queries_with_one_material_and_with_thirty(
        self, library: MaterialIndexPage, client: Client
    ) -> None:
        def cost() -> int:
            client.get("/scuole/?scuola=primaria")
            with CaptureQueriesContext(connection) as queries:
                client.get("/scuole/?scuola=primaria")
            return len(queries)

        a_material(library)
        with_one = cost()
        for number in range(1, 30):
            a_material(library, number)

        assert cost() == with_one <= 8

    def test_every_filter_of_a_teacher_is_there(self) -> None:
        asked = {facet.name for facet in FACETS}
        assert asked == {
            "scuola", "eta", "minuti", "materia", "nucleo", "tipo", "lingua", "accesso", "formato", "operatrice",
        }  # fmt: skip

    def test_a_draft_is_in_no_count(self, library: MaterialIndexPage) -> None:
        a_material(library, 1).unpublish()
        a_material(library, 2, needs_operator=True)

        facets = Library(list(library.materials()), {}).facets
        counts = {option.count for facet in facets.values() for option in facet.options}
        assert counts == {1}


class TestFollowingTheLibrary:
    def test_an_atom_feed_brings_every_material_with_its_package(self, demo: Demo, client: Client) -> None:
        response = client.get("/materiali/feed.atom")
        feed = ET.fromstring(response.content)  # our own feed, not a stranger's
        entries = feed.findall("a:entry", ATOM)

        assert len(entries) == len(materials(demo))
        for entry in entries:
            enclosure = entry.find("a:link[@rel='enclosure']", ATOM)
            assert enclosure is not None
            assert enclosure.attrib["type"] == "application/zip"
            package = client.get(enclosure.attrib["href"].split("testserver")[1])
            assert int(enclosure.attrib["length"]) == len(b"".join(package.streaming_content))

    def test_a_json_feed_says_licence_minutes_and_files(self, demo: Demo, client: Client) -> None:
        response = client.get("/materiali/feed.json")
        feed = response.json()

        assert response.headers["Content-Type"] == "application/feed+json; charset=utf-8"
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        item = next(each for each in feed["items"] if each["url"].endswith(LESSON))
        assert item["_amaranta"] == {
            "license": "https://creativecommons.org/licenses/by/4.0/deed.it", "minutes": 100, "ages": "11-13",
        }  # fmt: skip
        assert len(item["attachments"]) == 4

    def test_both_are_announced_in_the_head_of_the_library(self, demo: Demo, client: Client) -> None:
        head = client.get("/scuole/").content.decode().split("</head>")[0]
        assert 'type="application/atom+xml"' in head
        assert 'type="application/feed+json"' in head

    def test_without_a_library_there_is_no_feed(self, home: HomePage, client: Client) -> None:
        assert client.get("/materiali/feed.atom").status_code == 404
        assert client.get("/materiali/feed.json").status_code == 404

    def test_a_feed_costs_the_same_with_one_material_and_with_ten(
        self, library: MaterialIndexPage, client: Client
    ) -> None:
        def cost(address: str) -> int:
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            return len(queries)

        feeds = ("/materiali/feed.atom", "/materiali/feed.json")
        a_material(library)
        with_one = [cost(address) for address in feeds]
        for number in range(1, 10):
            a_material(library, number)

        assert [cost(address) for address in feeds] == with_one
