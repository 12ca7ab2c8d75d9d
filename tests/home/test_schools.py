"""The school library as a teacher meets it: find, read, take along, pass on."""

import datetime as dt
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import BasePage, HomePage, MaterialIndexPage, MaterialPage
from home.schools.library import FACETS, Library

Demo = dict[str, BasePage]
LESSON = "/scuole/si-no-forse/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def links(html: str) -> list[str]:
    return re.findall(r'<a [^>]*href="([^"#]+)', html)


def found(client: Client, query: str = "") -> list[str]:
    html = main_of(client.get(f"/scuole/{query}").content.decode())
    return re.findall(r'<h3><a href="([^"]+)"', html)


def materials(demo: Demo) -> list[MaterialPage]:
    return [page for page in demo.values() if isinstance(page, MaterialPage)]


def a_material(library: MaterialIndexPage, number: int = 0, **fields: Any) -> MaterialPage:
    page = MaterialPage(
        **{
            "title": f"Materiale {number}", "slug": f"materiale-{number}", "search_description": "Prova.",
            "aims": "Provare", "level": "primaria", "age_from": 8, "age_to": 10, "minutes": 60, "kind": "lezione",
            "subject": "arte", "authors": "Gruppo scuola", "version_date": dt.date(2026, 9, 14), **fields,
        }
    )  # fmt: skip
    library.add_child(instance=page)
    return page


@pytest.fixture
def library(home: HomePage) -> MaterialIndexPage:
    page = MaterialIndexPage(title="Per le scuole", slug="scuole", search_description="Materiali.")
    home.add_child(instance=page)
    return page


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
        assert "60 minuti" in client.get(LESSON).content.decode()

    def test_filters_combine_and_their_address_can_be_shared(self, demo: Demo, client: Client) -> None:
        assert set(found(client, "?scuola=secondaria-1&minuti=60")) == {LESSON, "/scuole/prima-di-inoltrare/"}
        assert found(client, "?scuola=secondaria-1&minuti=60&nucleo=digitale") == [
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
        asked = {facet.param for facet in FACETS}
        assert asked == {
            "scuola", "eta", "minuti", "materia", "nucleo", "tipo", "lingua", "accesso", "formato", "operatrice",
        }  # fmt: skip

    def test_a_draft_is_in_no_count(self, library: MaterialIndexPage) -> None:
        a_material(library, 1).unpublish()
        a_material(library, 2, needs_operator=True)

        shelves = Library(list(library.materials()), {}).shelves
        assert all(option.count == 1 for shelf in shelves for option in shelf.options)


class TestReadingAMaterial:
    def test_there_are_at_least_six_and_each_is_complete(self, demo: Demo, client: Client) -> None:
        assert len(materials(demo)) >= 6
        assert {page.level for page in materials(demo)} == {
            "primaria",
            "secondaria-1",
            "secondaria-2",
            "adulti",
        }
        for page in materials(demo):
            html = client.get(page.get_url()).content.decode()
            for heading in (
                "A che cosa serve",
                "Che cosa serve",
                "Prima di cominciare",
                "Se qualcuno si confida",
            ):
                assert f">{heading}</h2>" in html, (page, heading)
            assert "Chiusura" in html or page.kind == "cartellone"
            assert len(page.aim_list) >= 3, page
            assert page.content_note, page

    def test_the_phases_of_every_lesson_fill_its_minutes_to_the_last(self, demo: Demo) -> None:
        for page in materials(demo):
            timed = [block.value for block in page.body if block.block_type == "phases"]
            assert sum(value.minutes for value in timed) == page.minutes, page
            for value in timed:
                assert value.timed[0]["begins"] == 0
                assert value.timed[-1]["ends"] == value.minutes

    def test_minutes_that_do_not_add_up_are_refused_with_the_right_number(
        self, library: MaterialIndexPage
    ) -> None:
        page = a_material(library)
        phase = {"minutes": 45, "title": "Tutto", "text": "<p>Insieme.</p>"}
        page.body = json.dumps([{"type": "phases", "value": {"heading": "Svolgimento", "phases": [phase]}}])

        with pytest.raises(ValidationError, match="45 minuti"):
            page.full_clean()

    def test_a_material_without_words_of_its_own_says_those_of_the_library(
        self, library: MaterialIndexPage, client: Client
    ) -> None:
        page = a_material(library)
        address = page.get_url()
        assert "Non promettere il segreto" in client.get(address).content.decode()

        library.disclosure = "<p>Chiama la referente della scuola.</p>"
        library.save_revision().publish()
        assert "Chiama la referente" in client.get(address).content.decode()

        page.disclosure = "<p>Fermati e ascolta.</p>"
        page.save_revision().publish()
        html = client.get(address).content.decode()
        assert "Fermati e ascolta" in html
        assert "Chiama la referente" not in html

    def test_gives_the_words_of_attribution_and_a_licence_that_machines_read(
        self, demo: Demo, client: Client
    ) -> None:
        html = client.get(LESSON).content.decode()

        assert (
            "«Sì, no, forse: il consenso di ogni giorno», Gruppo scuola della rete Amaranta, "
            "versione 1.0 del 14 settembre 2026, http://testserver/scuole/si-no-forse/ – licenza CC BY 4.0 "
            "(https://creativecommons.org/licenses/by/4.0/deed.it)"
        ) in html
        assert '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.it">' in html
        assert re.search(r"user-select: ?all", html)

    def test_is_a_learning_resource_for_search_engines(self, demo: Demo, client: Client) -> None:
        html = client.get(LESSON).content.decode()
        data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)[0])

        assert data["@type"] == "LearningResource"
        assert data["timeRequired"] == "PT60M"
        assert data["typicalAgeRange"] == "11-13"
        assert data["educationalLevel"] == "Secondaria di primo grado"
        assert data["license"].startswith("https://creativecommons.org/licenses/by/4.0/")
        assert {each["encodingFormat"] for each in data["encoding"]} == {
            "application/pdf", "application/vnd.oasis.opendocument.text", "application/zip",
        }  # fmt: skip
        for each in data["encoding"]:
            assert client.get(each["contentUrl"].removeprefix("http://testserver")).status_code == 200


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
            "license": "https://creativecommons.org/licenses/by/4.0/deed.it", "minutes": 60, "ages": "11-13",
        }  # fmt: skip
        assert len(item["attachments"]) == 3

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
