"""Measurements: ratios and distributions, printed and never asserted. Run with `make bench`."""
