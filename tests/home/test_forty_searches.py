"""Forty searches in five languages: what our own search puts first, and which door others would show."""

import math
import re
from collections import Counter

import pytest
from django.test import Client

from home.models import BasePage
from home.text.stems import telling_stems
from servizi.models import DoorPage

from .searching import Demo, found

DANGER, HOURS = "domande", "prime-ore"
TOP = "/centro-antiviolenza/"
ENGLISH, SPANISH = "/en/help-against-violence/", "/es/ayuda-violencia-de-genero/"
ARABIC, ROMANIAN = "/ar/musaada-lin-nisa/", "/ro/ajutor-violenta/"

# What is typed, the page of ours that comes first, and the door that a search engine should show, if any.
Search = tuple[str, str, str]
SEARCHES: dict[str, list[Search]] = {
    "it": [
        ("centro antiviolenza cinisello", "/sportelli/cinisello-balsamo/", f"{TOP}cinisello-balsamo/"),
        ("centro antiviolenza bresso", "/sportelli/bresso/", f"{TOP}bresso/"),
        ("sportello antiviolenza cesate", "/sportelli/cesate/", f"{TOP}cesate/"),
        ("centro antiviolenza sesto san giovanni", "/sportelli/", f"{TOP}nord/"),
        ("sportello antiviolenza bollate", "/sportelli/", f"{TOP}ovest/"),
        ("violenza domestica", "/per-me/capire/", f"{TOP}violenza-domestica/"),
        ("stalking cosa fare", "/per-me/diritti/questura/", f"{TOP}stalking/"),
        ("violenza sessuale pronto soccorso", "/per-me/situazioni/prime-ore/", f"{TOP}violenza-sessuale/"),
        ("aiutare un’amica che subisce violenza", "/per-altri/", f"{TOP}aiutare-un-amica/"),
        ("uomini violenti smettere", "", f"{TOP}uomini-che-usano-violenza/"),
        ("picchio mia moglie", "/cambiare/", ""),
        ("avvocato gratis", "/per-me/diritti/avvocata/", ""),
        ("il mio ex mi segue", "/per-me/diritti/questura/", f"{TOP}stalking/"),
        ("chi parla arabo", "/sportelli/", ""),
    ],
    "en": [
        ("women help violence milan english", "/en/desks/", ENGLISH),
        ("help for women against violence", "/en/desks/", ENGLISH),
        ("my husband hits me", "/en/for-me/questions/", ""),
        ("i was raped", "/en/for-me/situations/first-hours/", ""),
        ("free lawyer", "/en/for-me/rights/lawyer/", ""),
        ("residence permit", "/en/for-me/rights/papers/", ""),
        ("help a friend", "/en/for-others/", ""),
        ("women’s centre speaks english", "/en/desks/", ENGLISH),
    ],
    "es": [
        ("ayuda violencia de género milán", "/es/para-mi/preguntas/", SPANISH),
        ("mujeres violencia ayuda en español", "/es/para-mi/preguntas/", SPANISH),
        ("mi marido me pega", "/es/para-mi/preguntas/", ""),
        ("me han violado", "/es/para-mi/situaciones/primeras-horas/", ""),
        ("permiso de residencia", "/es/para-mi/para-saber/en-italia/", ""),
        ("quién habla español", "/es/centros/", SPANISH),
    ],
    "ar": [
        ("مساعدة النساء ضد العنف ميلانو", "", ARABIC),
        ("زوجي يضربني", "/ar/ana/asila/", ""),
        ("اغتصاب", "/ar/ana/halat/bidaya/", ""),
        ("تصريح إقامة", "/ar/ana/maalumat/fi-italia/", ""),
        ("محامية مجانية", "/ar/ana/maalumat/", ""),
        ("من يتكلم العربية", "/ar/amakin/", ARABIC),
    ],
    "ro": [
        ("ajutor violență femei milano", "/ro/pentru-mine/intrebari/", ROMANIAN),
        ("soțul mă bate", "/ro/pentru-mine/intrebari/", ""),
        ("am fost violată", "/ro/pentru-mine/situatii/primele-ore/", ""),
        ("avocat gratuit", "/ro/pentru-mine/de-stiut/", ""),
        ("permis de ședere", "/ro/pentru-mine/de-stiut/in-italia/", ""),
        ("cine vorbește română", "/ro/centre/", ROMANIAN),
    ],
}


def address(language: str) -> str:
    return "/cerca/" if language == "it" else f"/{language}/cerca/"


class Outside:
    """A plain search engine: of all pages it sees title and description, and rare words weigh more."""

    def __init__(self, demo: Demo, client: Client, language: str) -> None:
        self.language = language
        self.words: dict[str, Counter[str]] = {}
        for place, page in demo.items():
            if page.locale.language_code == language and page.is_described:
                head = client.get(place).content.decode().split("</head>")[0]
                title = re.search(r"<title>(.*?)</title>", head, re.DOTALL)
                description = re.search(r'name="description" content="([^"]*)"', head)
                assert title
                said = f"{title[1]} {title[1]} {description[1] if description else ''}"
                self.words[place] = Counter(telling_stems(said, language).split())

    def first(self, asked: str) -> str:
        holding = Counter(word for words in self.words.values() for word in words)

        def score(place: str) -> float:
            words = self.words[place]
            return sum(
                words[word] ** 0.5 * math.log(1 + len(self.words) / holding[word])
                for word in telling_stems(asked, self.language).split()
                if words[word]
            )

        return max(self.words, key=score)


def test_there_are_forty() -> None:
    assert sum(map(len, SEARCHES.values())) == 40
    assert len(SEARCHES) == 5


@pytest.mark.parametrize("language", SEARCHES)
def test_our_own_search_leads_to_the_page_that_answers_and_to_no_door(
    demo: Demo, client: Client, language: str
) -> None:
    doors = {place for place, page in demo.items() if isinstance(page, DoorPage)}
    wrong = {}
    for words, page, _door in SEARCHES[language]:
        results = found(client, words, address(language))
        assert results, words
        assert not doors & set(results), words
        if page and results[0] != page:
            wrong[words] = results[:3]

    assert wrong == {}


@pytest.mark.parametrize("language", SEARCHES)
def test_others_find_a_door_by_its_title_and_its_description(
    demo: dict[str, BasePage], client: Client, language: str
) -> None:
    outside = Outside(demo, client, language)
    searches = [(words, door) for words, _page, door in SEARCHES[language] if door]
    assert searches
    assert {words: outside.first(words) for words, _door in searches} == dict(searches)
