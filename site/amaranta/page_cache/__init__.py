"""Finished answers, kept in each process until something changes that a page may show.

`writes` sees every change and raises the generation; `generation` tells all processes of it; `clock` knows
which answers say what time it is; `answers` keeps one, with or without a piece that is new for every reader;
`middleware` takes and gives them. docs/decisions.md says why it is made so.
"""
