"""Names with apostrophes, accents and letters of their own: found, sorted and addressed like any other."""

import re
from unicodedata import normalize
from urllib.parse import unquote

from django.test import Client

from amaranta.demo.partners import build_partner, build_programmes
from home.models import HomePage, InformationPage
from servizi.models import Comune, DeskIndexPage, DeskPage, ProgrammePage

from .directory_site import Directory
from .test_site_search import titles

ARAGONA, ANGELO = "d'Aragona", "Centro Sant’Angelo"
NGUYEN = normalize("NFD", "Associazione Nguyễn")
NAMES = ("Zenit", ARAGONA, ANGELO, NGUYEN, "Élan", "Łódź e Đặng", "заграва")
SORTED = [NGUYEN, ANGELO, ARAGONA, "Élan", "Łódź e Đặng", "Zenit", "заграва"]
ASKED = {
    ARAGONA: ("d'aragona", "d’Aragona", "ARAGONA"),
    ANGELO: ("sant'angelo", "Sant’Angelo", "sant´angelo"),
    NGUYEN: ("nguyen", "Nguyễn", normalize("NFD", "nguyễn")),
    "Élan": ("elan", "Élan", normalize("NFD", "élan")),
    "Łódź e Đặng": ("lodz", "Łódź", "dang", "Đặng"),
    "заграва": ("заграва", "Заграва"),
}


def listed(html: str, *names: str) -> list[str]:
    """Return those of the names that are links of the content, in their order."""
    main = html.split("<main")[1].split("</main>", maxsplit=1)[0].replace("&#x27;", "'")
    return [name for name in re.findall(r"<a [^>]*>\s*([^<]+?)\s*</a>", main) if name in names]


def test_a_body_is_found_however_its_name_is_typed(client: Client, directory: Directory) -> None:
    for name in NAMES:
        build_partner(directory.bresso, name)

    for name, words in ASKED.items():
        for word in words:
            html = client.post(directory.index.url, {"q": word}, follow=True).content.decode()
            assert listed(html, *NAMES) == [name], word
            assert [found.replace("&#x27;", "'") for found in titles(client, word)] == [name], word


def test_lists_are_sorted_as_a_reader_looks_through_them(client: Client, directory: Directory) -> None:
    for name in NAMES:
        build_partner(directory.bresso, name)

    pages = [client.get(f"{directory.index.url}?pagina={number}").content.decode() for number in (1, 2)]

    assert [name for html in pages for name in listed(html, *NAMES)] == SORTED


def test_programmes_are_sorted_so_too(client: Client, directory: Directory, home: HomePage) -> None:
    index = build_programmes(home, list(directory.comuni.values())[:2]).get_parent()
    for name in NAMES:
        index.add_child(
            instance=ProgrammePage(title=name, summary="Colloqui.", comuni=[directory.comuni["bresso"]])
        )

    html = client.get(index.url).content.decode()

    assert listed(html, *NAMES) == SORTED


def test_a_desk_and_a_page_so_named_have_an_address_that_works_and_are_found(
    client: Client, home: HomePage, index: DeskIndexPage, bollate: Comune
) -> None:
    for name in NAMES:
        desk = DeskPage(title=name, intro="Un posto dove parlare.", comune=bollate)
        index.add_child(instance=desk)
        page = InformationPage(title=f"Il nome: {name}")
        home.add_child(instance=page)
        for each in (desk, page):
            assert re.fullmatch(r"[\w-]+", each.slug), each.slug
            assert each.slug == normalize("NFC", each.slug)
            for address in (each.url, unquote(each.url)):
                assert client.get(address).status_code == 200, address

    for name, words in ASKED.items():
        for word in words:
            shown = [found.replace("&#x27;", "'") for found in titles(client, word)]
            assert {name, f"Il nome: {name}"} == set(shown), word
