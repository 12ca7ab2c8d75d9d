"""What keeps titles, addresses and links from telling what they are about."""
