"""Where the exit leads, and what it is called."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExitDestination(models.TextChoices):
    """Neutral sites to leave for: without advertising, without an account, the same for everybody.

    All four are plausible at any hour and for any age, and none is a search engine or a social network,
    whose pages would show earlier searches. They are chosen, not typed: a free address could carry a
    parameter that tells where somebody came from.
    """

    WEATHER = "https://www.meteoam.it/", _("Meteo (Aeronautica Militare)")
    ENCYCLOPEDIA = "https://it.wikipedia.org/", _("Enciclopedia (Wikipedia)")
    DICTIONARY = "https://www.treccani.it/", _("Dizionario (Treccani)")
    MAPS = "https://www.openstreetmap.org/", _("Mappa (OpenStreetMap)")


class ExitLabel(models.TextChoices):
    """Words of the exit, short enough for one line of a small phone; none names danger or the theme."""

    LEAVE = "leave", _("Esci")
    LEAVE_NOW = "leave_now", _("Esci subito")
    CLOSE = "close", _("Chiudi")
