"""A number for her answer without JavaScript: made for one page, and typed again in part on it."""

from dataclasses import dataclass
from random import SystemRandom

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contatti.contact_form.number_text import reply_block
from contatti.reading.deriving import DerivationBusy, derive
from contatti.receiving.problems import Problem, Refusal
from contatti.sealed.conversation import CodeError, ReplyCode, grouped, make_code, read_code
from contatti.sealed.conversation.code import BETWEEN

WISH, BUTTON, NUMBER, ASKED = "N", "2", "K", "P"
AGAIN = ("A", "B")
PLACES = "01234"
"""Of the whole groups: the last is half a one."""
ORDINALS = (_("primo"), _("secondo"), _("terzo"), _("quarto"), _("quinto"))
WHICH = _("Il %(ordinal)s gruppo")
MISSING = _("Riscrivi questo gruppo del numero, oppure togli la spunta.")
WRONG = _("Non è uguale al numero qui sopra: guarda bene il gruppo.")


@dataclass(frozen=True)
class AskedGroup:
    """A group that she types again: the field's name, its place in words, and what is wrong with it."""

    name: str
    ordinal: str | Promise
    error: str | Promise = ""


@dataclass(frozen=True)
class FormNumber:
    """A number on the form, as the page shows it and the next one gets it back."""

    code: str
    asked: tuple[int, ...]
    is_new: bool
    is_by_button: bool = False
    typed: tuple[str, ...] = ("", "")

    @property
    def digits(self) -> str:
        return grouped(self.code)

    @property
    def places(self) -> str:
        return "".join(map(str, self.asked))

    @property
    def is_kept(self) -> bool:
        """Tell whether she has shown that she has it."""
        return not self.is_new and not any(group.error for group in self.groups)

    @property
    def groups(self) -> list[AskedGroup]:
        return [
            AskedGroup(name, ORDINALS[place], "" if self.is_new else self._error(place, typed))
            for name, place, typed in zip(AGAIN, self.asked, self.typed, strict=True)
        ]

    def _error(self, place: int, typed: str) -> str | Promise:
        if not typed:
            return MISSING
        is_right = typed == self.digits.split(" ")[place]
        return "" if is_right else WRONG


def number_of(fields: QueryDict) -> FormNumber | None:
    """Return the number that a form asks for or brings along, None if she wants none."""
    wishes = fields.getlist(WISH)
    if not wishes:
        return None
    asked = tuple(PLACES.find(place) for place in fields.get(ASKED, ""))
    try:
        code = read_code(fields.get(NUMBER, ""))
    except CodeError:
        code = ""
    if not code or len(set(asked)) != len(AGAIN) or len(asked) != len(AGAIN) or -1 in asked:
        places = tuple(sorted(SystemRandom().sample(range(len(PLACES)), len(AGAIN))))
        return FormNumber(make_code(), places, is_new=True, is_by_button=BUTTON in wishes)
    return FormNumber(code, asked, is_new=False, typed=tuple(_digits(fields.get(name, "")) for name in AGAIN))


def block_for(number: FormNumber | None, mailbox: int) -> str:
    """Return the lines for the desk, empty without a number. Raises Problem when too many are being made."""
    if number is None:
        return ""
    try:
        keys = derive(number.code)
    except DerivationBusy:
        raise Problem(Refusal.BUSY) from None
    return reply_block(str(ReplyCode(mailbox, keys.public, keys.place)))


def _digits(typed: str) -> str:
    """Return what was typed as ASCII digits; anything else is not equal to a group."""
    return "".join(
        str(int(sign)) if sign.isdecimal() else sign for sign in typed if not BETWEEN.fullmatch(sign)
    )
