"""Copies of everything that the portal must not lose, and the way back from them (docs/operations.md)."""
