"""A year that is published, and what stands at its address."""

from typing import Any

from servizi.models import FigurePublication

from .conftest import YEAR

ADDRESS = "/numeri/2020-01-01_2020-12-31/"


def publish(**values: Any) -> FigurePublication:
    row = FigurePublication(**{"first": YEAR[0], "last": YEAR[1], **values})
    row.publish()
    return row
