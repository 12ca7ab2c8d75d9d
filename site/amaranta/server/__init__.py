"""The web server: waitress in a few processes, and a parent that keeps them alive."""

from amaranta.server.parent import PortTakenError, serve

__all__ = ["PortTakenError", "serve"]
