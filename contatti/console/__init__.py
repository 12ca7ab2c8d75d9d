"""The desk's place in the administration: its requests by day, and answers to who has a number."""
