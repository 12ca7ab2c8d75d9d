"""What the desk's text says of her number: how to answer, and what she did after an answer.

static/js/number.js and static/js/followup.js write the same from the words that are given to them.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from contatti.contact_form.definition import desk_language
from contatti.contact_form.text import title
from contatti.sealed.conversation import Appointment

GROUPS_IN_A_LINE = 10
_LINE = re.compile(rf"((?:\S+ ){{{GROUPS_IN_A_LINE - 1}}}\S+) ")
FIRST = "0.1"
"""The counter of a first message: no answer read, and one sent."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What she sends after an answer. did: "accepts", "declines" or "writes".

    number, day: of the newest answer that she read, by which the desk knows whether one was withheld.
    appointment: the one that she answers to.
    """

    did: str
    number: int
    day: date
    appointment: Appointment | None = None
    text: str = ""


def reply_words() -> dict[str, str]:
    """Return the lines before and after a reply code; `counter` stands in the last ones."""
    with desk_language():
        before = [
            "",
            title(_("Per rispondere sul sito")),
            _("Chi scrive legge la risposta sul sito, con un suo numero. Nella console incollare il codice."),
            _("Codice di risposta:"),
            "",
        ]
        after = [
            "",
            _("Messaggio %(counter)s"),
            _(
                "Il portale non sa chi ha scritto: può essere chiunque abbia il numero. All’incontro "
                "chiedere la parola d’intesa, se qui ce n’è una."
            ),
            _(
                "Solo lo stesso codice di risposta lega un messaggio a un altro: un riferimento può citarlo "
                "chiunque."
            ),
            "",
        ]
    return {"before": "\n".join(before), "after": "\n".join(after)}


def reply_block(code: str, counter: str = FIRST) -> str:
    """Return the lines by which the desk can answer. `code`: a ReplyCode as text."""
    words = reply_words()
    lines = _LINE.sub(r"\1\n", code)
    return words["before"] + lines + words["after"] % {"counter": counter}


def follow_up_words() -> dict[str, str]:
    """Return the words of follow_up_text() for a browser, with their placeholders."""
    with desk_language():
        return {
            "title": title(_("Dopo una risposta")),
            "after": _("Dopo la vostra risposta numero %(number)s del %(day)s"),
            "accepts": _("ACCETTA l’appuntamento: %(day)s, dalle %(start)s alle %(end)s"),
            "declines": _("RIFIUTA l’appuntamento: %(day)s, dalle %(start)s alle %(end)s"),
            "message": _("Messaggio"),
        }


def follow_up_text(follow_up: FollowUp) -> str:
    """Return what she did; what she typed never begins a line of the text."""
    words = follow_up_words()
    lines = [
        words["title"],
        words["after"] % {"number": follow_up.number, "day": f"{follow_up.day:%d/%m/%Y}"},
    ]
    if follow_up.did != "writes" and follow_up.appointment:
        proposed = follow_up.appointment
        hours = {"start": f"{proposed.start:%H:%M}", "end": f"{proposed.end:%H:%M}"}
        lines.append(words[follow_up.did] % {"day": f"{proposed.day:%d/%m/%Y}", **hours})
    if follow_up.text:
        lines += [f"{words['message']}:", *(f"  | {line}" for line in follow_up.text.split("\n"))]
    return "\n".join(["", *lines, ""])
