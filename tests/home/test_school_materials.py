"""A school material as a teacher reads it and passes it on."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from home.models import MaterialIndexPage

from .materials import LESSON, Demo, a_material, materials


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
            assert "Chiusura" in html or page.kind in {"cartellone", "lettera"}
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
        assert data["timeRequired"] == "PT100M"
        assert data["typicalAgeRange"] == "11-13"
        assert data["educationalLevel"] == "Secondaria di primo grado"
        assert data["license"].startswith("https://creativecommons.org/licenses/by/4.0/")
        assert {each["encodingFormat"] for each in data["encoding"]} == {
            "application/pdf", "application/vnd.oasis.opendocument.text", "application/zip",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }  # fmt: skip
        for each in data["encoding"]:
            assert client.get(each["contentUrl"].removeprefix("http://testserver")).status_code == 200
