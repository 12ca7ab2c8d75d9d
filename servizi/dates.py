"""Dates as people write them: the same on every page."""

from home.dates import dated

__all__ = ["dated"]
