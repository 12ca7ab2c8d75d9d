"""Materials for schools, complete and ours: what the library of the demonstration holds."""

from amaranta.demo.schools.build import build_library

__all__ = ["build_library"]
