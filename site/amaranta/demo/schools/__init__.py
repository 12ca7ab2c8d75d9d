"""Materials for schools, complete and ours: what the library of the demonstration holds."""

from .build import build_library

__all__ = ["build_library"]
