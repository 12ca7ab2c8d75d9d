"""The common sheet ("scheda di rilevazione"): what every desk counts, and under which codes.

Whole numbers only, for one desk and one declared period; nothing about a single woman. The classes follow the
ones visible in ISTAT’s surveys of anti-violence centres (law 53/2022, art. 2), so `istat` names the class of
theirs that a category falls into. Codes are stable: they are the column names of the open data.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_RECORDED = "non_rilevato"
VOLUMES = "volumi"
FAMILIARE = "familiare"


@dataclass(frozen=True)
class Category:
    """One answer of a block. `istat` is the class of the national surveys that holds it."""

    code: str
    label: Promise
    istat: str


@dataclass(frozen=True)
class IndicatorGroup:
    """A published subtotal of a block: the sum of the categories named in `members`."""

    code: str
    label: Promise
    members: tuple[str, ...]


@dataclass(frozen=True)
class Indicator:
    """A total that is counted directly, and that blocks add up to.

    `published` is false where a difference between two years would give away another figure: women already
    followed on 1 January are those of a year before, plus those taken in charge, less those whose path ended.
    """

    code: str
    label: Promise
    help_text: Promise
    published: bool = True


@dataclass(frozen=True)
class Block:
    """One question of the sheet.

    Single-answer blocks add up to the indicator `base`. In `multiple` blocks one woman can be in several
    categories: each is at most `base` less "non rilevato", and together they are at least that.
    `network_only` blocks are never published desk by desk.
    """

    code: str
    label: Promise
    base: str
    categories: tuple[Category, ...]
    multiple: bool = False
    groups: tuple[IndicatorGroup, ...] = ()
    network_only: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(category.code for category in self.categories)

    @property
    def answers(self) -> tuple[str, ...]:
        """The codes of what was recorded, that is all but "non rilevato"."""
        return tuple(code for code in self.codes if code != NOT_RECORDED)


def _categories(*rows: tuple[str, Promise, str]) -> tuple[Category, ...]:
    return (*(Category(*row) for row in rows), Category(NOT_RECORDED, _("Non rilevato"), "non indicato"))


def _yes_no(code: str, label: Promise, istat: str) -> Block:
    answers = _categories(("si", _("Sì"), f"{istat}: sì"), ("no", _("No"), f"{istat}: no"))
    return Block(code, label, "prese_in_carico", answers)


INDICATORS: tuple[Indicator, ...] = (
    Indicator("contatti", _("Contatti"), _("Ogni contatto, anche di terzi o per sole informazioni.")),
    Indicator("accessi", _("Accessi e colloqui"), _("Colloqui svolti, in presenza o a distanza.")),
    Indicator("nuove", _("Donne nuove"), _("Donne al loro primo accesso a questo sportello.")),
    Indicator(
        "prese_in_carico", _("Prese in carico"), _("Donne che iniziano un percorso in questo periodo.")
    ),
    Indicator(
        "in_corso",
        _("Percorsi già in corso"),
        _("Percorsi aperti prima di questo periodo. Resta interno: non si pubblica."),
        published=False,
    ),
    Indicator(
        "conclusi", _("Percorsi conclusi"), _("Percorsi chiusi in questo periodo, per qualunque motivo.")
    ),
)

BLOCKS: tuple[Block, ...] = (
    Block(
        "canale",
        _("Canale del contatto"),
        "contatti",
        _categories(
            ("telefono", _("Telefono"), "telefono"),
            ("email", _("Posta elettronica"), "e-mail"),
            ("modulo", _("Modulo del portale"), "altro canale"),
            ("persona", _("Di persona"), "di persona"),
            ("1522", _("Numero 1522"), "1522"),
            ("altro", _("Altro"), "altro canale"),
        ),
    ),
    Block(
        "invio",
        _("Come è arrivata"),
        "nuove",
        _categories(
            ("da_sola", _("Da sola"), "iniziativa propria"),
            ("parenti_amici", _("Parenti o amici"), "parenti, amici"),
            ("forze_ordine", _("Forze dell’ordine"), "servizi territoriali: forze dell’ordine"),
            ("ospedale", _("Pronto soccorso o ospedale"), "servizi territoriali: sanitari"),
            ("servizi_sociali", _("Servizi sociali"), "servizi territoriali: sociali"),
            ("consultorio", _("Consultorio"), "servizi territoriali: sanitari"),
            ("medico", _("Medico o pediatra"), "servizi territoriali: sanitari"),
            ("scuola", _("Scuola"), "scuola"),
            ("1522", _("Numero 1522"), "1522"),
            ("avvocato", _("Avvocata o avvocato"), "altro"),
            ("associazione", _("Associazione"), "altro"),
            ("altro", _("Altro"), "altro"),
        ),
    ),
    Block(
        "tipo",
        _("Tipo di violenza"),
        "prese_in_carico",
        _categories(
            ("psicologica", _("Psicologica"), "violenza psicologica"),
            ("fisica", _("Fisica"), "violenza fisica"),
            ("minacce", _("Minacce"), "minacce"),
            ("economica", _("Economica"), "violenza economica"),
            ("stalking", _("Atti persecutori (stalking)"), "stalking"),
            ("stupro", _("Stupro o tentato stupro"), "stupro o tentato stupro"),
            ("sessuale_altra", _("Altra violenza sessuale"), "altre violenze sessuali"),
            ("online", _("Violenza in rete"), "altre violenze sessuali"),
            ("forzata", _("Matrimonio forzato o mutilazione"), "altro"),
            ("assistita", _("Violenza assistita dai figli"), "violenza assistita"),
            ("altro", _("Altro"), "altro"),
        ),
        multiple=True,
    ),
    Block(
        "maltrattante",
        _("Chi è il maltrattante"),
        "prese_in_carico",
        _categories(
            ("partner", _("Compagno attuale"), "partner"),
            ("ex_partner", _("Ex compagno"), "ex partner"),
            ("parente", _("Padre, fratello o altro familiare"), "altro familiare o parente"),
            ("conoscente", _("Conoscente o collega"), "autore fuori dalla famiglia"),
            ("sconosciuto", _("Sconosciuto"), "autore fuori dalla famiglia"),
            ("altro", _("Altro"), "autore fuori dalla famiglia"),
        ),
        groups=(
            IndicatorGroup(FAMILIARE, _("Familiare (classe del 2015)"), ("partner", "ex_partner", "parente")),
        ),
    ),
    Block(
        "denuncia",
        _("Denuncia"),
        "prese_in_carico",
        _categories(
            ("prima", _("Presentata prima dell’accesso"), "denuncia: sì"),
            ("dopo", _("Presentata dopo l’accesso"), "denuncia: sì"),
            ("ritirata", _("Presentata e poi ritirata"), "denuncia ritirata"),
            ("no", _("Nessuna denuncia"), "denuncia: no"),
        ),
    ),
    Block(
        "eta",
        _("Età"),
        "prese_in_carico",
        _categories(
            ("0_15", _("Meno di 16 anni"), "fino a 15 anni"),
            ("16_29", _("Da 16 a 29 anni"), "16-29 anni"),
            ("30_39", _("Da 30 a 39 anni"), "30-39 anni"),
            ("40_49", _("Da 40 a 49 anni"), "40-49 anni"),
            ("50_59", _("Da 50 a 59 anni"), "50-59 anni"),
            ("60_69", _("Da 60 a 69 anni"), "60-69 anni"),
            ("70_piu", _("70 anni o più"), "70 anni e più"),
        ),
    ),
    Block(
        "cittadinanza",
        _("Cittadinanza"),
        "prese_in_carico",
        _categories(
            ("italiana", _("Italiana"), "italiana"),
            ("ue", _("Di un altro Paese dell’Unione europea"), "straniera: UE"),
            ("extra_ue", _("Di un Paese fuori dall’Unione europea"), "straniera: extra UE"),
        ),
    ),
    _yes_no("figli_minori", _("Figli minori"), "figli minorenni"),
    _yes_no("disabilita", _("Disabilità"), "disabilità"),
    _yes_no("emergenza", _("Situazione di emergenza"), "emergenza"),
    Block(
        "servizi",
        _("Servizi erogati"),
        "prese_in_carico",
        _categories(
            ("ascolto", _("Ascolto e accoglienza"), "ascolto, accoglienza"),
            ("psicologico", _("Sostegno psicologico"), "supporto e consulenza psicologica"),
            ("legale", _("Consulenza legale"), "supporto e consulenza legale"),
            ("mediazione", _("Mediazione linguistica e culturale"), "mediazione linguistica e culturale"),
            ("lavoro", _("Orientamento al lavoro"), "orientamento lavorativo"),
            ("casa", _("Orientamento alla casa"), "orientamento all’autonomia abitativa"),
            ("altro", _("Altro"), "altro"),
        ),
        multiple=True,
    ),
    Block(
        "provenienza",
        _("Da dove arriva"),
        "prese_in_carico",
        _categories(
            ("comune_sportello", _("Comune dello sportello"), "stesso comune"),
            ("comune_rete", _("Altro Comune della rete"), "stessa regione"),
            ("fuori_rete", _("Fuori dalla rete"), "altro"),
        ),
        network_only=True,
    ),
)

INDICATOR_BY_CODE = {indicator.code: indicator for indicator in INDICATORS}


def fields() -> Iterator[tuple[str, str]]:
    """Every (block, code) that a sheet holds, in the order of the sheet; indicators come under `VOLUMES`."""
    yield from ((VOLUMES, indicator.code) for indicator in INDICATORS)
    for block in BLOCKS:
        yield from ((block.code, code) for code in block.codes)
