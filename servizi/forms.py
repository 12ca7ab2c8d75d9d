"""Forms of the admin: the monthly sheet on one screen, and the publication of a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from servizi.models import FigurePublication, FigureSheet
from servizi.models.figure_publications import DELAY
from servizi.models.figure_sheets import EMPTY, field_name
from servizi.statistics.counts import check_sums
from servizi.statistics.schema import BLOCKS, INDICATOR_BY_CODE, INDICATORS, VOLUMES, fields
from servizi.statistics_permissions import desks_of

# Only the type checker may ask a form for its model: django.forms has no generics.
if TYPE_CHECKING:
    SheetForm = forms.ModelForm[FigureSheet]
    PublicationForm = forms.ModelForm[FigurePublication]
else:
    SheetForm = PublicationForm = forms.ModelForm

LARGEST = 99_999


@dataclass(frozen=True)
class Section:
    """One block of the sheet as the form shows it; `base` is the name of the field that it adds up to."""

    code: str
    label: str | Promise
    help_text: str | Promise
    fields: list[forms.BoundField]
    base: str
    multiple: bool
    total: int

    @property
    def state(self) -> str:
        """How much of the block has a number: "empty", "partial" or "full"."""
        filled = sum(field.value() not in EMPTY for field in self.fields)
        return "full" if filled == len(self.fields) else "partial" if filled else "empty"


class FigureSheetForm(SheetForm):
    """The whole sheet. `complete` asks for every number and for sums that agree; a draft may have gaps."""

    class Meta:
        model = FigureSheet
        fields: ClassVar[list[str]] = ["desk", "first", "last", "months", "hours"]
        widgets: ClassVar[dict[str, Any]] = {"first": AdminDateInput, "last": AdminDateInput}

    def __init__(
        self,
        *args: Any,
        for_user: AbstractBaseUser,
        complete: bool = False,
        before: FigureSheet | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.complete = complete
        last_time = before.counts if before else {}
        desk = self.fields["desk"]
        assert isinstance(desk, forms.ModelChoiceField)  # noqa: S101 - tells the type checker what the model says
        desk.queryset = desks_of(for_user)
        for block, code in fields():
            name = field_name(block, code)
            self.fields[name] = forms.IntegerField(
                label=str(_label(block, code)),
                help_text=_help(block, code, last_time.get(name)),
                required=complete,
                min_value=0,
                max_value=LARGEST,
                initial=self.instance.counts.get(name),
                error_messages={
                    "required": _("Scrivi un numero, anche 0."),
                    "invalid": _("Solo numeri interi."),
                },
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        counts = {key: data.get(field_name(*key)) for key in fields()}
        self.instance.counts = {
            field_name(*key): number for key, number in counts.items() if number is not None
        }
        whole = {key: number for key, number in counts.items() if number is not None}
        if self.complete and len(whole) == len(counts):
            for error in check_sums(whole):
                self.add_error(field_name(error.block, error.code), str(error.message))
        # The model checks the sums again; with an error at the field it would only repeat it.
        self.instance.complete = self.complete and not self.errors
        return data

    def period_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.Meta.fields]

    def sections(self) -> Iterator[Section]:
        """The blocks in the order of the sheet, with the running total of what is filled in."""
        indicators = [self[field_name(VOLUMES, indicator.code)] for indicator in INDICATORS]
        yield Section(
            VOLUMES,
            _("Totali del periodo"),
            _("Da questi totali si controllano le altre voci."),
            indicators,
            "",
            multiple=True,
            total=0,
        )
        for block in BLOCKS:
            bound = [self[field_name(block.code, code)] for code in block.codes]
            base = INDICATOR_BY_CODE[block.base].label
            text = (
                _("Una donna può avere più risposte: le voci possono superare «%(base)s».")
                if block.multiple
                else _("La somma deve fare «%(base)s». Quello che non sai va in «Non rilevato».")
            )
            yield Section(
                block.code,
                block.label,
                str(text) % {"base": base},
                bound,
                field_name(VOLUMES, block.base),
                multiple=block.multiple,
                total=sum(_number(field.value()) for field in bound),
            )

    def progress(self) -> dict[str, int]:
        names = [field_name(*key) for key in fields()]
        return {"filled": sum(self[name].value() not in EMPTY for name in names), "all": len(names)}


class FigurePublicationForm(PublicationForm):
    """A period and a threshold: validating it takes the sheets and decides what to hide."""

    class Meta:
        model = FigurePublication
        fields: ClassVar[list[str]] = ["first", "last", "threshold"]
        widgets: ClassVar[dict[str, Any]] = {"first": AdminDateInput, "last": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        latest = date_format(timezone.localdate() - DELAY, "j F Y").lower()
        self.fields["last"].help_text = _(
            "Al più tardi il %(day)s: un periodo si pubblica %(days)s giorni dopo la sua fine."
        ) % {"day": latest, "days": DELAY.days}


def _help(block: str, code: str, last_time: int | None) -> str:
    told = str(INDICATOR_BY_CODE[code].help_text) if block == VOLUMES else ""
    return (
        f"{told} {_('La volta scorsa: %(number)s.') % {'number': last_time}}".strip() if last_time else told
    )


def _label(block: str, code: str) -> str | Promise:
    if block == VOLUMES:
        return INDICATOR_BY_CODE[code].label
    return next(c.label for b in BLOCKS if b.code == block for c in b.categories if c.code == code)


def _number(value: Any) -> int:
    text = str(value)
    return int(text) if text.isdecimal() else 0
