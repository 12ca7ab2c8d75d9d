"""The network's facts for the press, drawn from the settings and the desks: nothing is typed twice."""

from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from home.kit import KitDesk, kit_desks
from home.models.site_settings import SiteSettings


@dataclass(frozen=True, slots=True)
class PressFacts:
    """Rows of a name and a text, in which placeholders may stand, and the desks that were verified lately."""

    rows: tuple[tuple[str, str], ...]
    desks: tuple[KitDesk, ...]


def press_facts(language: str, settings: SiteSettings) -> PressFacts:
    """Return the facts in the active language, which is `language`."""
    desks = tuple(kit_desks(language))
    rows = (
        (_("Chi gestisce"), "{{ente}}" + (f", {settings.owner_above}" if settings.owner_above else "")),
        (_("Sportelli"), _desks(desks)),
        (_("Lingue in cui si ascolta"), _languages(desks)),
        (_("In pericolo"), settings.emergency_number),
        (_("Per parlarne"), _helpline(settings)),
        (_("Contatto per la stampa"), "{{stampa}}"),
    )
    return PressFacts(tuple((name, text) for name, text in rows if text), desks)


def _desks(desks: tuple[KitDesk, ...]) -> str:
    if not desks:
        return ""
    places = dict.fromkeys(desk.place for desk in desks)
    return f"{len(desks)} ({get_text_list(list(places), _('e'))})"


def _languages(desks: tuple[KitDesk, ...]) -> str:
    spoken = dict.fromkeys(name for desk in desks for name in desk.languages)
    return ", ".join(spoken)


def _helpline(settings: SiteSettings) -> str:
    return ", ".join(part for part in (settings.helpline_number, settings.note_here) if part)
