"""The essential pages in English, by the path of the Italian page that each translates."""

from amaranta.demo.text.english.desks import DESK_INDEX, DESKS, PHONE_WORDS
from amaranta.demo.text.english.for_me import FOR_ME
from amaranta.demo.text.english.for_others import FOR_OTHERS
from amaranta.demo.text.english.institution import INSTITUTION
from amaranta.demo.text.english.rights import RIGHTS
from amaranta.demo.text.english.rights_life import RIGHTS_OF_LIFE
from amaranta.demo.text.english.rights_more import MORE_RIGHTS
from amaranta.demo.text.english.safety import SAFETY
from amaranta.demo.text.english.situations import SITUATIONS
from amaranta.demo.text.english.situations_life import SITUATIONS_OF_LIFE

PAGES = {
    **FOR_ME, **SAFETY, **SITUATIONS, **SITUATIONS_OF_LIFE, **RIGHTS, **RIGHTS_OF_LIFE, **MORE_RIGHTS,
    **FOR_OTHERS,
    **INSTITUTION,
}  # fmt: skip
HOME = {
    "headline": "You are not alone.",
    "lead": "Talk to a trained person: it is free, and you decide what to say and when.",
}
DOORS = (
    ("For me", "Understand, decide, get ready", "per-me"),
    ("Your rights in Italy", "Lawyer, leave, money, police", "per-me/diritti"),
    ("What happens when you write", "Step by step", "per-me/come-funziona"),
    ("I am worried about someone", "Friend, sister, neighbour, colleague", "per-altri"),
)
SLUGS = {"qui": "here", "tracce": "traces", "prova": "proof", "scrivi": "write"}
"""Addresses of the pages whose words are in the catalogue, by the Italian ones."""

__all__ = ["DESKS", "DESK_INDEX", "DOORS", "HOME", "PAGES", "PHONE_WORDS", "SLUGS"]
