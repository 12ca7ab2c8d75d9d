"""The one address that takes requests, and what it answers."""
