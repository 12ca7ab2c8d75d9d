from .pages import DraftFirstForm

__all__ = ["DraftFirstForm"]
