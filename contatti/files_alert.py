"""The mail about files that the worker could not make: no request is concerned, and no woman waits."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from contatti.sealed.alerts import Alert
from home.making.failures import failures


def _lines(now: datetime) -> list[str]:
    return failures()


FILES_ALERT = Alert(
    "made-files",
    gettext_lazy("File che non si riescono a preparare"),
    gettext_lazy(
        "Materiali, locandine o anteprime. In «Da fare» c’è «Preparali di nuovo»; se non basta, guardate lo "
        "spazio sul disco e il registro del worker."
    ),
    _lines,
    urgent=False,
)
