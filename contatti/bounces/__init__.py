"""Refusals that come as mail after a server had taken a request: read by IMAP, understood by RFC 3464."""
