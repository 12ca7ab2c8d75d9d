from .desks import DeskIndexPage, DeskPage

__all__ = ["DeskIndexPage", "DeskPage"]
