"""Signing up for an event: the contact form with other questions, sealed and sent like it."""
