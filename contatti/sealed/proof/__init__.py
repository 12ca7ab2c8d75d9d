"""Proof that somebody reads: a weekly test message for each key, and the six digits that she types."""
