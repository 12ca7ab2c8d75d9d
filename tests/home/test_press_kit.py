"""The press kit: facts that nobody types twice, and one archive, as an editorial office opens it."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from PIL import Image

from home.making.making_process import make_all
from home.models import HelpPage, HomePage, InformationPage
from home.models.made_files import MadeFile
from tests.making import fetched

from .campaigns import NUMBER, change_number, make_desk
from .kit_paper import words

pytestmark = pytest.mark.usefixtures("media")

BLOCK = ("press_kit", {"heading": "Cartella stampa", "text": ""})


@pytest.fixture
def page(home: HomePage) -> InformationPage:
    page = InformationPage(title="Per la stampa", slug="stampa")
    page.body = [("text", "<p>Niente foto di donne ferite.</p>"), BLOCK]
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def archive(client: Client, page: Any) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(fetched(client, f"/cartella/{page.pk}/").content))


def test_the_page_says_the_facts_of_desks_and_settings_and_leads_to_the_file_by_the_exit(
    client: Client, home: HomePage, page: InformationPage
) -> None:
    alone = client.get("/stampa/").content.decode()
    make_desk(home, languages=["ar"])
    text = client.get("/stampa/").content.decode()

    assert "Lingue in cui si ascolta" not in alone
    for fact in ("1 (Bresso)", "العربية", "1522", "112", "Chi gestisce questo sito"):
        assert fact in text
    assert f'href="/vedi/cartella/{page.pk}/"' in text
    shown = fetched(client, f"/vedi/cartella/{page.pk}/").content.decode()
    assert 'class="exit' in shown
    assert "cartella-stampa.zip" in shown


def test_the_archive_holds_the_facts_the_page_and_logos_that_open(
    client: Client, home: HomePage, page: InformationPage
) -> None:
    make_desk(home)
    kit = archive(client, page)
    names = {name.removeprefix("amaranta/") for name in kit.namelist()}
    facts = " ".join(words(kit.read("amaranta/rete-in-una-pagina.pdf")).split())
    picture = Image.open(io.BytesIO(kit.read("amaranta/logo/marchio-con-nome.png")))

    assert {"leggimi.txt", "logo/marchio.svg", "logo/marchio-nero.svg", "disegni/porta.svg"} <= names
    assert NUMBER in facts
    assert "1522" in facts
    assert "Niente foto di donne ferite" in words(kit.read("amaranta/come-scriverne.pdf"))
    assert picture.width == 2000
    assert picture.getpixel((0, 0))[3] == 0  # type: ignore[index]
    drawn = [kit.read(name).decode() for name in kit.namelist() if name.endswith((".svg", ".txt"))]
    assert not any("{{" in text for text in drawn)


def test_a_changed_telephone_makes_another_archive_and_the_page_taken_off_takes_it_along(
    client: Client,
    home: HomePage,
    page: InformationPage,
    media: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    desk = make_desk(home)
    archive(client, page)
    change_number(desk, "000 0000009")
    assert client.get(f"/cartella/{page.pk}/").status_code == 202
    make_all()

    assert "000 0000009" in words(archive(client, page).read("amaranta/rete-in-una-pagina.pdf"))
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert client.get(f"/cartella/{page.pk}/").status_code == 404
    assert not MadeFile.objects.filter(place__startswith="cartelle/").exists()
    assert not list(media.rglob("cartelle/*/*.zip"))


def test_it_stands_on_public_pages_only(client: Client, home: HomePage, page: InformationPage) -> None:
    page.body = [("text", "<p>Niente.</p>")]
    page.save_revision().publish()
    for number in (page.pk, home.pk, 999_999):
        assert client.get(f"/cartella/{number}/").status_code == 404

    discreet = HelpPage(title="Aiuto", slug="aiuto", body=[BLOCK])
    with pytest.raises(ValidationError, match="solo in una pagina pubblica"):
        home.add_child(instance=discreet)
