from .comuni import Comune
from .desks import DeskIndexPage, DeskKind, DeskPage
from .verification import VerifiedMixin, stale_since

__all__ = ["Comune", "DeskIndexPage", "DeskKind", "DeskPage", "VerifiedMixin", "stale_since"]
