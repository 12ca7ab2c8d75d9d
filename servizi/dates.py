"""Dates as people write them: the same on every page."""

from home.text.dates import dated, in_order

__all__ = ["dated", "in_order"]
