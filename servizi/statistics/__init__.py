"""Aggregate figures of the network: what is counted, how it is averaged, and what may be published."""
