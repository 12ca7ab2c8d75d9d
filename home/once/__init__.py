"""Answers to what a visitor's browser posted: kept sealed for minutes, and opened once by a GET.

A browser writes the body of a POST into its record of the session for as long as the page that answered it
stands in the history. So no POST is ever the page that she sees: it ends in a redirect, and what has to come
back (her words and what is wrong with them, a refusal, results of a search, the receipt) waits sealed under a
key that stands only in the address of that redirect.
"""

from home.once.post_data import END, NotWhole, posted_whole
from home.once.post_redirect_get import answered_at, answers_scripts, directly, replay, see_other
from home.once.store import NotKept, keep, sweep, take

__all__ = [
    "END",
    "NotKept",
    "NotWhole",
    "answered_at",
    "answers_scripts",
    "directly",
    "keep",
    "posted_whole",
    "replay",
    "see_other",
    "sweep",
    "take",
]
