"""Pages with explicit titles: what they say, whom they show, where they lead, and who can step on them."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client

from home.models import BasePage, PageClass
from servizi.models import Comune, DeskPage, DoorPage

Demo = dict[str, BasePage]
TOP = "/centro-antiviolenza/"
MEN = f"{TOP}uomini-che-usano-violenza/"


def main_of(html: str) -> str:
    return html.split("<main")[1].split("</main>", maxsplit=1)[0]


def test_a_place_shows_its_own_desk_first_with_its_hours_and_leads_on_to_it(
    demo: Demo, client: Client
) -> None:
    with time_machine.travel(datetime(2026, 12, 1, 9, tzinfo=UTC), tick=False):
        html = main_of(client.get(f"{TOP}bresso/").content.decode())

    cards = html.split('class="cards"')[1]
    assert cards.index("Bresso") < cards.index("Cinisello")
    assert "Glicine" not in html
    assert 'href="/sportelli/bresso/"' in html
    assert "000 0000002" in html
    assert "14.00–18.00" in html


def test_it_says_at_once_that_its_title_stays_and_how_to_go_on(demo: Demo, client: Client) -> None:
    html = main_of(client.get(f"{TOP}violenza-domestica/").content.decode())

    assert html.index("resta nella cronologia") < html.index('class="button"')
    assert 'class="button" href="/per-me/capire/"' in html
    assert 'data-to="/tracce/"' in html


def test_every_comune_is_named_by_one_door(demo: Demo) -> None:
    named = [comune.pk for door in DoorPage.objects.live() for comune in door.comuni.all()]
    assert sorted(named) == sorted(Comune.objects.values_list("pk", flat=True))


def test_who_uses_violence_is_not_led_to_the_desks(demo: Demo, client: Client) -> None:
    other = main_of(client.get(f"{TOP}stalking/").content.decode())
    own = main_of(client.get(MEN).content.decode())

    for telling in ("/sportelli/", "000 0000001", TOP):
        assert telling in other
        assert telling not in own
    assert 'href="/cambiare/"' in own


def test_no_discreet_page_leads_to_a_door_but_public_ones_do(demo: Demo, client: Client) -> None:
    doors = {address for address, page in demo.items() if isinstance(page, DoorPage) and page.locale_id == 1}
    leading = {PageClass.PUBLIC: 0, PageClass.HELP: 0, PageClass.PRIVATE: 0}
    for address, page in demo.items():
        if page.locale_id == 1 and not isinstance(page, DoorPage):
            found = set(re.findall(r'href="([^"]+)"', client.get(address).content.decode()))
            leading[page.page_class] += bool(found & doors)

    assert leading[PageClass.PUBLIC] > 5
    assert leading[PageClass.HELP] == leading[PageClass.PRIVATE] == 0


def test_a_translation_tells_the_hours_of_the_italian_pages_and_who_speaks_the_language(
    demo: Demo, client: Client
) -> None:
    with time_machine.travel(datetime(2026, 12, 1, 9, tzinfo=UTC), tick=False):
        html = main_of(client.get("/es/ayuda-violencia-de-genero/").content.decode())

    assert "Quién habla tu idioma" in html
    assert "000 0000002" in html
    assert "9:00–13:00" in html


def test_a_desk_that_is_no_centre_is_not_called_one(demo: Demo) -> None:
    door = DoorPage.objects.get(slug="cesate")
    door.full_clean()

    door.title = "Centro antiviolenza a Cesate"
    with pytest.raises(ValidationError, match="sportello"):
        door.full_clean()


def test_machines_are_told_every_desk_with_its_hours_its_telephone_and_its_languages(
    demo: Demo, client: Client
) -> None:
    data = DoorPage.objects.get(url_path__endswith=f"{TOP}").structured_data(
        client.get(TOP).wsgi_request  # type: ignore[attr-defined]
    )
    channels = data["mainEntity"]["availableChannel"]

    assert len(channels) == DeskPage.objects.live().filter(locale_id=1).count()
    for channel in channels:
        assert channel["servicePhone"][0]["hoursAvailable"]
        assert channel["servicePhone"][0]["telephone"].startswith("+39")
    assert {"it", "en", "ar", "zh", "uk"} <= set(channels[0]["availableLanguage"])
