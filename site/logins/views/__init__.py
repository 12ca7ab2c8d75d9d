"""Pages that allauth does not have: links for one use, and what an administrator sees of each access."""
