"""The desks of the demonstration: complementary hours, one desk by appointment; every contact is invented."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import slugify

from home.models import HomePage, SiteSettings
from servizi.editor_permissions import give_to_editors
from servizi.models import Comune, DeskIndexPage, DeskKind, DeskPage
from servizi.vocabulary import Language, Service

# Names that no project of 2012-15 bears: what is invented must not pass for what was.
NORTH = "Nord (esempio)"
WEST = "Ovest (esempio)"
COMUNI = {
    NORTH: ["Cinisello Balsamo", "Bresso", "Cusano Milanino", "Cormano", "Sesto San Giovanni"],
    WEST: [
        "Baranzate", "Bollate", "Cesate", "Garbagnate Milanese", "Novate Milanese", "Paderno Dugnano",
        "Senago", "Solaro",
    ],
}  # fmt: skip
# Only those for which a source was found (Comune di Bollate; Sapere.it): an editor adds the others.
PATRONS = {
    "Bollate": ("11-11", "San Martino"),
    "Cinisello Balsamo": ("12-07", "Sant’Ambrogio"),
}

# A row of a stream field, as it is stored.
Row = dict[str, Any]


@dataclass(frozen=True)
class DemoDesk:
    title: str
    comune: str
    network: str
    values: dict[str, Any] = field(default_factory=dict)


def slot(days: str, opens: str, closes: str) -> Row:
    """A weekly row; `days` are digits, 0 for Monday."""
    return {"type": "slot", "value": {"days": list(days), "opens": opens, "closes": closes}}


def closure(first: date, last: date, reason: str) -> Row:
    return {"type": "closure", "value": {"first": first, "last": last, "reason": reason}}


def phone(number: str, **values: Any) -> Row:
    return {"type": "phone", "value": {"number": number, **values}}


DESKS = (
    DemoDesk(
        "Spazio Sambuco Cinisello (esempio)",
        "Cinisello Balsamo",
        NORTH,
        {
            "kind": DeskKind.BRANCH,
            "intro": "Ascolto e orientamento, per decidere con calma e senza fretta.",
            "hours": [slot("02", "09:00", "13:00"), slot("4", "09:00", "11:00")],
            "phones": [
                phone("000 0000001", when_open=True, answers="un’operatrice del centro", voicemail=True)
            ],
            "address": "Via dell’Esempio 1",
            "door": "sul campanello c’è scritto solo «Centro»",
            "transport": "tram 0, fermata Esempio, poi due minuti a piedi",
            "steps": "nessun gradino; bagno accessibile",
            "services": (Service.LISTENING, Service.PSYCHOLOGICAL, Service.LEGAL),
            "languages": (Language.ITALIAN, Language.ENGLISH, Language.ARABIC),
            "interpreters": "altre lingue con due giorni di preavviso, gratis",
            "who": "un’operatrice formata; se vuoi, una psicologa o un’avvocata",
        },
    ),
    DemoDesk(
        "Spazio Sambuco Bresso (esempio)",
        "Bresso",
        NORTH,
        {
            "kind": DeskKind.BRANCH,
            "intro": "Un posto tranquillo dove parlare con una persona preparata.",
            "hours": [slot("13", "14:00", "18:00"), slot("4", "11:00", "13:00")],
            "phones": [phone("000 0000002", when_open=True, answers="un’operatrice del centro")],
            "address": "Via dell’Esempio 2",
            "steps": "due gradini all’ingresso; citofona e ti apriamo il passaggio sul retro",
            "services": (Service.LISTENING, Service.PSYCHOLOGICAL, Service.CHILDREN),
            "languages": (Language.ITALIAN, Language.SPANISH, Language.ROMANIAN),
            "who": "un’operatrice formata",
        },
    ),
    DemoDesk(
        "Sportello Glicine (esempio)",
        "Cesate",
        WEST,
        {
            "kind": DeskKind.DESK,
            "intro": "Primo ascolto, con consulenza legale e psicologica.",
            "by_appointment": True,
            "hours": [slot("0", "09:30", "12:30")],
            "phones": [phone("000 0000003", name="Cellulare per appuntamenti e urgenze", always_on=True)],
            "address": "Via dell’Esempio 3",
            "services": (Service.LISTENING, Service.PSYCHOLOGICAL, Service.LEGAL),
            "languages": (Language.ITALIAN, Language.FRENCH),
            "who": "due persone preparate ad ascoltare",
        },
    ),
)


def build_comuni() -> dict[str, Comune]:
    """Return the Comuni of both networks by name, made where they are missing."""
    found: dict[str, Comune] = {}
    for network, names in COMUNI.items():
        for name in names:
            day, saint = PATRONS.get(name, ("", ""))
            found[name], _ = Comune.objects.get_or_create(
                name=name,
                defaults={
                    "slug": slugify(name), "network": network, "patron_day": day, "patron_name": saint,
                },
            )  # fmt: skip
    return found


def build_desk_index(home: HomePage) -> DeskIndexPage:
    """Return the index of desks below `home`, made and named in the site's settings if it is missing."""
    existing: DeskIndexPage | None = DeskIndexPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    index = DeskIndexPage(title="Sportelli e orari", slug="sportelli", show_in_menus=True)
    home.add_child(instance=index)
    SiteSettings.objects.filter(desks_page=None).update(desks_page=index)
    return index


def build_desk(index: DeskIndexPage, title: str, comune: Comune, **values: Any) -> DeskPage:
    """Return a published desk verified today; `values` are fields of DeskPage, rows as slot() makes them."""
    served = values.pop("comuni_served", ())
    for stream in ("hours", "phones"):
        values[stream] = json.dumps(values.get(stream, []), cls=DjangoJSONEncoder)
    fields = {"slug": slugify(title), "intro": "Un posto dove parlare.", **values}
    desk = DeskPage(title=title, comune=comune, **fields)
    desk.comuni_served = served
    index.add_child(instance=desk)
    desk.verify(day=values.get("verified_on"))
    give_to_editors(desk, comune)
    return desk


def build_desks(home: HomePage) -> list[DeskPage]:
    """Return the demonstration's desks, made where they are missing."""
    comuni = build_comuni()
    index = build_desk_index(home)
    desks = []
    for demo in DESKS:
        existing = DeskPage.objects.child_of(index).filter(slug=slugify(demo.comune)).first()
        # The address stays in the browser's history: a place, never what is done there.
        values = {
            **demo.values,
            "slug": slugify(demo.comune),
            "comuni_served": [comuni[name] for name in COMUNI[demo.network]],
        }
        desks.append(existing or build_desk(index, demo.title, comuni[demo.comune], **values))
    return desks
