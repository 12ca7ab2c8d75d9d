"""Rows that an editor adds to a desk: which language is spoken when, beside those that are always spoken."""

from datetime import time

from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    ChoiceBlock,
    IntegerBlock,
    MultipleChoiceBlock,
    StreamBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    TimeBlock,
)

from servizi.desks.blocks import CLOSES_HELP, DaysWidget
from servizi.hours import WeeklySlot
from servizi.vocabulary import Language

MOST_NOTICE = 30


class SpokenValue(StructValue):
    @property
    def slots(self) -> tuple[WeeklySlot, ...]:
        """One slot for each weekday chosen; none while the row of a draft is incomplete."""
        if self["opens"] is None or self["closes"] is None:
            return ()
        return tuple(WeeklySlot(self["opens"], self["closes"], int(day)) for day in self["days"])

    @property
    def language_name(self) -> str:
        return str(Language(self["language"]).label) if self["language"] else ""


class SpokenBlock(StructBlock):
    language = ChoiceBlock(label=_("Lingua"), choices=Language.choices)
    days = MultipleChoiceBlock(
        label=_("Giorni"),
        choices=[(str(number), name) for number, name in WEEKDAYS.items()],
        widget=DaysWidget,
    )
    opens = TimeBlock(label=_("Dalle"), default=time(9))
    closes = TimeBlock(label=_("Alle"), default=time(13), help_text=CLOSES_HELP)

    class Meta:
        icon = "comment"
        label = _("Lingua in certe ore")
        description = _(
            "Chi la parla c’è in questi giorni e in queste ore. Nelle feste e nelle chiusure dello sportello "
            "il sito non la annuncia."
        )
        label_format = "{language} {days} {opens}–{closes}"
        value_class = SpokenValue
        preview_value = {"language": "zh", "days": ["2"], "opens": time(9), "closes": time(13)}

    def clean(self, value: StructValue) -> StructValue:
        """Return the row; StructBlockValidationError where it has no duration."""
        cleaned: StructValue = super().clean(value)
        if cleaned["opens"] == cleaned["closes"] != time(0):
            error = ValidationError(_("Scegli un’ora dopo quella d’inizio."))
            raise StructBlockValidationError({"closes": error})
        return cleaned


class OnRequestValue(StructValue):
    @property
    def language_name(self) -> str:
        return str(Language(self["language"]).label) if self["language"] else ""


class OnRequestBlock(StructBlock):
    language = ChoiceBlock(label=_("Lingua"), choices=Language.choices)
    notice = IntegerBlock(
        label=_("Giorni di preavviso"),
        min_value=0,
        max_value=MOST_NOTICE,
        default=2,
        help_text=_("Quanti giorni prima bisogna chiederla. 0: basta dirlo quando si chiama."),
    )

    class Meta:
        icon = "time"
        label = _("Lingua su richiesta")
        description = _("Un’interprete viene se qualcuno la chiede per tempo.")
        label_format = "{language} {notice}"
        value_class = OnRequestValue
        preview_value = {"language": "uk", "notice": 2}


class LanguagesBlock(StreamBlock):
    """Languages that are spoken at some hours only, or on request; others stand in the desk's list."""

    hours = SpokenBlock()
    on_request = OnRequestBlock()

    class Meta:
        required = False
