"""Given names and surnames: those of a kept library for the languages spoken here, and what it lacks.

Read when the first page is judged: no visitor's answer waits for them.
"""

from functools import cache
from importlib import import_module

from home.text.normalize import bare

# Of Faker's (MIT): the alphabets are Latin, as names are written here.
LANGUAGES = (
    "de_DE", "en_GB", "en_NG", "en_PK", "es_AR", "es_CO", "es_ES", "fr_DZ", "fr_FR", "hr_HR", "it_IT",
    "pl_PL", "pt_BR", "ro_RO",
)  # fmt: skip
ROMANISED = ("zh_CN",)
# Older Italian names, and those of Ukraine, Albania, the Arab countries, Nigeria, India, Bangladesh, Sri
# Lanka and the Philippines, which the library has in other alphabets only or not at all.
LACKING = """
    addolorata agim agnese aicha aisha aissatou alaa amal ambra analyn anastasiya andriy arben arianna
    arta artan asia assunta azzurra bashkim basma benedetta besa besnik blerta bohdan bushra carlotta
    chaminda chiamaka chidinma cinzia consolata costanza cristiano dalal daryna davide desire dilrukshi
    dmytro doaa domenica drita dritan elira elisabetta emanuele endrit enkeleda enrica entela ermal
    ermira fadwa fatema fatiha fatmira fatos fatoumata fiorella flutura gaia gennaro gentian ghada
    ginevra gioia grazia gurpreet habiba hafida hafsa hajar hala halima halyna hanan harpreet hasna heba
    hind ibtissam ifeoma ihor ilham ilir iman imane immacolata intisar iryna jamila jannatul jaspreet
    jocelyn karima kateryna katiuscia khadija khadijah khalid klajdi klodiana kuldeep lamia larysa
    latifa layla lesya lihua lindita liri liudmyla loris loubna luigia luisella lyudmila maddalena maha
    majlinda malika mamadou mandeep manpreet mariagrazia mariam mariangela mariapia mariarosa marinella
    marites mariya maryam maryna marzia mei meiling merita mimoza mostafa mouna muhammad mykola nabila
    nadeesha nadiya nahla naima najat nasreen nataliya navdeep nezha ngozi nives noura nunzia nusrat
    oksana oleh oleksandr oleksandra orietta osas ottavia ousmane parveen petrit piera pino pinuccia
    priyanka rachele rachida rajwinder rasha rezarta rosanna rosetta rossella rowena rukhsana safa saida
    samah sanaa sandeep sanduni santina serhiy shabana shaimaa sharmin shazia shpresa siham silvano
    simran skender soad sukhwinder sumaira sumaya svitlana tahira taslima tetiana tetyana teuta tommaso
    valbona valentyna vasyl vjollca volodymyr xiaohong xiaoli xiaoyan xiu ylenia youssef yulia yuliya
    yuriy zahra zainab zaynab zeinab zoya
"""


@cache
def given_names() -> frozenset[str]:
    """Return given names in small letters without accents."""
    listed = [
        *LACKING.split(),
        *_listed("first_names", LANGUAGES),
        *_listed("first_romanized_names", ROMANISED),
    ]
    return frozenset(bare(name) for name in listed)


@cache
def surnames() -> frozenset[str]:
    """Return frequent surnames in small letters without accents."""
    listed = [*_listed("last_names", LANGUAGES), *_listed("last_romanized_names", ROMANISED)]
    return frozenset(bare(name) for name in listed)


def _listed(kind: str, languages: tuple[str, ...]) -> list[str]:
    providers = (import_module(f"faker.providers.person.{language}").Provider for language in languages)
    # Some are lists, some tell how frequent each name is.
    return [name for provider in providers for name in getattr(provider, kind, ())]
