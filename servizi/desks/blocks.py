"""Rows that an editor adds to a desk: its hours and its telephones."""

from datetime import time
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.template.loader import render_to_string
from django.utils.dates import WEEKDAYS
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    DateBlock,
    MultipleChoiceBlock,
    StreamBlock,
    StreamBlockValidationError,
    StreamValue,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    TimeBlock,
)
from wagtail.blocks.struct_block import BlockGroup

from servizi.directory.telephones import valid_number
from servizi.hours import Calendar, Closure, Conflict, ConflictCode, ExtraOpening, WeeklySlot, conflicts

CLOSES_HELP = _("Per la mezzanotte scrivi 00:00.")


class SlotValue(StructValue):
    @property
    def entries(self) -> list[WeeklySlot]:
        """One slot for each weekday chosen; none while the row of a draft is incomplete."""
        if self["opens"] is None or self["closes"] is None:
            return []
        dates = self["valid_from"], self["valid_through"]
        return [WeeklySlot(self["opens"], self["closes"], int(day), *dates) for day in self["days"]]


class DaysWidget(CheckboxSelectMultiple):
    """The weekdays as one group with a name: heard one by one, "Monday" alone says nothing."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        boxes = super().render(name, value, attrs, renderer)
        return render_to_string("servizi/admin/days.html", {"boxes": boxes})


class SlotBlock(StructBlock):
    days = MultipleChoiceBlock(
        label=_("Giorni"),
        choices=[(str(number), name) for number, name in WEEKDAYS.items()],
        widget=DaysWidget,
        help_text=_("Se scegli più giorni, poi ognuno ha la sua riga: così ne cambi uno alla volta."),
    )
    opens = TimeBlock(label=_("Apre alle"), default=time(9))
    closes = TimeBlock(label=_("Chiude alle"), default=time(13), help_text=CLOSES_HELP)
    valid_from = DateBlock(
        label=_("Vale dal"), required=False, help_text=_("Solo per un orario di stagione o che comincerà.")
    )
    valid_through = DateBlock(
        label=_("Vale fino al"), required=False, help_text=_("Questo giorno compreso. Vuoto: sempre.")
    )

    class Meta:
        icon = "calendar-alt"
        label = _("Orario settimanale")
        description = _("Le stesse ore ogni settimana, per esempio lunedì e mercoledì dalle 9 alle 13.")
        label_format = "{days} {opens}–{closes}"
        value_class = SlotValue
        form_layout = BlockGroup(
            children=["days", "opens", "closes"], settings=["valid_from", "valid_through"]
        )
        preview_value = {"days": ["0", "2"], "opens": time(9), "closes": time(13)}


class ClosureValue(StructValue):
    @property
    def entries(self) -> list[Closure]:
        if self["first"] is None:
            return []
        return [Closure(self["first"], self["last"] or self["first"], self["reason"])]


class ClosureBlock(StructBlock):
    first = DateBlock(label=_("Primo giorno"))
    last = DateBlock(
        label=_("Ultimo giorno"),
        required=False,
        help_text=_("Questo giorno compreso. Vuoto: un giorno solo."),
    )
    reason = CharBlock(
        label=_("Motivo"),
        required=False,
        max_length=60,
        help_text=_("Si legge sul sito. Per esempio: «Chiusura estiva», «Formazione»."),
    )

    class Meta:
        icon = "cross"
        label = _("Chiusura")
        description = _("Giorni in cui lo sportello resta chiuso. Le feste e il patrono sono già calcolati.")
        label_format = "{first} {last} {reason}"
        value_class = ClosureValue


class ExtraOpeningValue(StructValue):
    @property
    def entries(self) -> list[ExtraOpening]:
        if None in (self["date"], self["opens"], self["closes"]):
            return []
        return [ExtraOpening(self["opens"], self["closes"], self["date"])]


class ExtraOpeningBlock(StructBlock):
    date = DateBlock(label=_("Giorno"))
    opens = TimeBlock(label=_("Apre alle"))
    closes = TimeBlock(label=_("Chiude alle"), help_text=CLOSES_HELP)

    class Meta:
        icon = "plus"
        label = _("Apertura straordinaria")
        description = _("Ore in più in un giorno preciso. Vale anche se è festa o se c’è una chiusura.")
        label_format = "{date} {opens}–{closes}"
        value_class = ExtraOpeningValue


FIRST_FIELD: dict[type, str] = {WeeklySlot: "opens", Closure: "first", ExtraOpening: "opens"}
LAST_FIELD: dict[type, str] = {WeeklySlot: "valid_through", Closure: "last"}


def field_of(conflict: Conflict) -> str:
    """The field of the row beside which the editor reads the message."""
    if conflict.kind in {ConflictCode.NO_DURATION, ConflictCode.ENDS_BEFORE_START}:
        return "closes"
    if conflict.kind in {ConflictCode.DATES_REVERSED, ConflictCode.WEEKDAY_NEVER_COMES}:
        return LAST_FIELD[type(conflict.entry)]
    return FIRST_FIELD[type(conflict.entry)]


class HoursBlock(StreamBlock):
    """All the hours of one desk, refused as a whole when they contradict each other.

    Several days may be ticked at once. Kept and shown, each has a row of its own: who changes Monday must not
    change Wednesday with it.
    """

    slot = SlotBlock()
    closure = ClosureBlock()
    extra_opening = ExtraOpeningBlock()

    class Meta:
        required = False

    def get_form_state(self, value: StreamValue) -> Any:
        return super().get_form_state(day_by_day(self, value))

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        rows = [child.value.entries for child in cleaned]
        errors: dict[int, ValidationError] = {}
        for conflict in conflicts(Calendar.of(entry for entries in rows for entry in entries)):
            row = next(number for number, entries in enumerate(rows) if conflict.is_about(entries))
            errors[row] = StructBlockValidationError({field_of(conflict): ValidationError(conflict.message)})
        if errors:
            raise StreamBlockValidationError(errors)
        return day_by_day(self, cleaned)


def day_by_day(block: StreamBlock, hours: StreamValue) -> StreamValue:
    """Return the same hours with one weekday to a row; the first keeps the row's own mark."""
    rows: list[tuple[str, StructValue, str | None]] = []
    for child in hours:
        days = child.value["days"] if child.block_type == "slot" else []
        if len(days) < 2:
            rows.append((child.block_type, child.value, child.id))
            continue
        for number, day in enumerate(days):
            value = child.block.normalize({**child.value, "days": [day]})
            rows.append((child.block_type, value, str(uuid4()) if number else child.id))
    return StreamValue(block, rows)


class PhoneValue(StructValue):
    @property
    def href(self) -> str:
        """The `tel:` address (RFC 3966)."""
        return "tel:" + "".join(sign for sign in self["number"] if sign.isdigit() or sign == "+")

    @property
    def is_invented(self) -> bool:
        """True for a number of the demonstration: no network gives out one that begins with 000."""
        return str(self["number"]).startswith("000")

    def worded(self, translation: "PhoneValue | None") -> "PhoneValue":
        """Return this telephone with the words of a translation of its row; when it answers stays a fact."""
        if translation is None:
            return self
        return PhoneValue(self.block, {**self, **{name: translation[name] for name in ("name", "answers")}})


class PhoneBlock(StructBlock):
    number = CharBlock(
        label=_("Numero"),
        max_length=24,
        validators=[valid_number],
    )
    name = CharBlock(
        label=_("Che telefono è"),
        max_length=60,
        # Translators: read by visitors.
        default=_("Telefono dello sportello"),
        help_text=_("Per esempio: «Telefono dello sportello», «Cellulare per urgenze»."),
    )
    always_on = BooleanBlock(
        label=_("Sempre attivo"), required=False, help_text=_("Risponde qualcuno a ogni ora, ogni giorno.")
    )
    every_day = BooleanBlock(
        label=_("Risponde ogni giorno"),
        required=False,
        help_text=_("Anche il sabato, la domenica e nei giorni di festa, in alcune ore."),
    )
    when_open = BooleanBlock(
        label=_("Risponde quando lo sportello è aperto"),
        required=False,
        help_text=_("Si legge in ogni lingua, e cambia da solo con gli orari."),
    )
    hours = CharBlock(
        label=_("Quando risponde"),
        required=False,
        max_length=120,
        help_text=_("Solo se ha ore sue. Per esempio: «dal lunedì al venerdì, 9.00–18.00»."),
    )
    answers = CharBlock(
        label=_("Chi risponde, in quali lingue"),
        required=False,
        max_length=120,
        help_text=_("Per esempio: «un’operatrice del centro, in italiano, arabo e inglese»."),
    )
    voicemail = BooleanBlock(
        label=_("C’è la segreteria"),
        required=False,
        help_text=_("Fuori orario si può lasciare un messaggio."),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Telefono")
        description = _("Un numero pubblico, con le sue ore.")
        label_format = "{number} {name}"
        value_class = PhoneValue


class PhonesBlock(StreamBlock):
    phone = PhoneBlock()

    class Meta:
        required = False
