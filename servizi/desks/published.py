"""The desks that visitors see, in the active language: nearly every page asks for them."""

from django.utils.translation import get_language

from home.kept_lookups import kept, looked_up
from servizi.models.desks import DeskPage


def published_desks(*, comuni_served: bool = True) -> list[DeskPage]:
    """Return the published desks in tree order. Other requests may share them: nobody changes them."""
    language = get_language()
    if not comuni_served and (more := kept(("desks", language, True))) is not None:
        return list(more)
    key = ("desks", language, comuni_served)
    desks = looked_up(key, lambda: DeskPage.objects.live().in_language(comuni_served=comuni_served))
    return list(desks)
