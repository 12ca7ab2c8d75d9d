"""The guides to each mail program: with a drawing of our own each, for those who make keys, on paper too."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from contatti.key_guides import KEY_GUIDES
from tests.contatti.desks import DeskMaker
from tests.contatti.staff import editor, operator

PICTURES = Path(settings.ROOT) / "templates" / "contatti" / "admin" / "key_pictures"


@pytest.fixture
def anna(desks: DeskMaker) -> Client:
    return operator("anna", desks.open("Primo"))


def test_an_operator_finds_each_program_with_its_steps_and_a_drawing(anna: Client) -> None:
    guides = anna.get(reverse("contatti_key_guides")).content.decode()
    maker = anna.get(reverse("contatti_key_maker")).content.decode()
    saved = anna.get(reverse("contatti_key_maker"), {"salva": ""}).content.decode()

    for page in (guides, maker, saved):
        assert page.count('class="key-picture"') == len(KEY_GUIDES)
        for program in (
            "Thunderbird",
            "quello classico",
            "Outlook nuovo",
            "Mail di Apple",
            "iPhone",
            "Evolution",
        ):
            assert program in page
    assert 'id="stampa"' in guides
    assert reverse("contatti_key_guides") in maker
    assert reverse("contatti_key_guides") not in saved
    assert reverse("contatti_key_guides") in anna.get(reverse("guide")).content.decode()


def test_who_makes_no_key_opens_no_guide(anna: Client) -> None:
    page = editor().get(reverse("contatti_key_guides"), headers={"X-Requested-With": "XMLHttpRequest"})
    assert page.status_code == 403


def test_a_drawing_follows_light_and_dark_and_loads_nothing() -> None:
    drawings = {path.stem: path.read_text() for path in PICTURES.iterdir()}

    assert set(drawings) == {guide.picture for guide in KEY_GUIDES}
    for drawing in drawings.values():
        assert 'aria-hidden="true"' in drawing
        assert not re.search(r"#[0-9a-f]{3}|fill=|stroke=|style=|href|<text", drawing)
