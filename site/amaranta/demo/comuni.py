"""The Comuni of both networks."""

from dataclasses import dataclass

from django.utils.text import slugify

from servizi.models import Comune

AMARANTA = "Amaranta"
AL_TUO_FIANCO = "Al tuo fianco"


@dataclass(frozen=True)
class Place:
    """A Comune of a network."""

    name: str
    network: str


PLACES = (
    *(
        Place(name, AMARANTA)
        for name in ("Bresso", "Cinisello Balsamo", "Cormano", "Cusano Milanino", "Sesto San Giovanni")
    ),
    *(
        Place(name, AL_TUO_FIANCO)
        for name in (
            "Baranzate",
            "Bollate",
            "Cesate",
            "Garbagnate Milanese",
            "Novate Milanese",
            "Paderno Dugnano",
            "Senago",
            "Solaro",
        )
    ),
)


def build_comuni() -> dict[str, Comune]:
    """Return every Comune by its short name, made if missing."""
    return {slugify(place.name): comune(place) for place in PLACES}


def comune(place: Place) -> Comune:
    made: Comune
    made, _created = Comune.objects.get_or_create(
        slug=slugify(place.name), defaults={"name": place.name, "network": place.network}
    )
    return made
