"""The right column: a field for each text, as the page's own form has it, in the language of the page."""

from copy import deepcopy
from hashlib import sha256
from itertools import groupby
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import Block
from wagtail.rich_text import expand_db_html

from home.translation.difference import difference
from home.translation.markup import tokens
from home.translation.segments import Kind, Segment
from home.translation.side_by_side import Pair, SideBySide, State


def field_name(path: str, sort: str = "t") -> str:
    """Return the name of the field of a text; a path has signs that selectors of scripts cannot hold."""
    return f"{sort}-{sha256(path.encode()).hexdigest()[:12]}"


def is_right_to_left(code: str) -> bool:
    """Tell how a language is written; one that Django does not know, from left to right."""
    try:
        return bool(get_language_info(code)["bidi"])
    except KeyError:
        return False


class Line:
    """A text in both columns, for the template."""

    def __init__(self, form: "TranslationForm", pair: Pair) -> None:
        self.pair, self.state = pair, str(pair.state)
        self.field = form[field_name(pair.path)]
        self.anchor = f"line-{self.field.name}"

    @property
    def changed(self) -> SafeString | str:
        """Return what changed in the Italian text, empty if nothing did."""
        if self.pair.before is None:
            return ""
        is_rich = self.pair.source.kind is Kind.RICH
        return difference(self.pair.before, self.pair.source.text, is_rich=is_rich)

    @property
    def italian(self) -> Any:
        text = self.pair.source.text
        # What Wagtail's own editor wrote, and shows on the page.
        return expand_db_html(text) if self.pair.source.kind is Kind.RICH else text


class TranslationForm(forms.Form):
    """One field for each text, and a tick for each block that the translation lacks."""

    revision = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, beside: SideBySide, data: Any = None, *, disabled: bool = False) -> None:
        self.beside = beside
        self.code = beside.page.locale.language_code
        draft = str(beside.page.latest_revision_id or "")
        super().__init__(data, initial={"revision": draft})
        self.draft = draft
        for pair in beside.pairs:
            self.fields[field_name(pair.path)] = self._field(pair, disabled=disabled)
            if pair.row:
                tick = forms.BooleanField(required=False, label=_("Aggiungilo alla traduzione"))
                self.fields[field_name(pair.row, "add")] = tick

    def _field(self, pair: Pair, *, disabled: bool) -> Any:
        field = form_field(pair.source)
        field.label, field.help_text = pair.source.label, ""
        field.required = pair.path == "title"
        field.disabled = disabled
        field.initial = pair.text
        field.widget.attrs |= {
            "lang": self.code,
            "dir": "rtl" if is_right_to_left(self.code) else "ltr",
            "aria-describedby": f"italian-{field_name(pair.path)}",
        }
        return field

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("revision", "") != self.draft:
            message = _(
                "Intanto qualcuno ha salvato un’altra bozza di questa pagina. Qui sotto ci sono i tuoi "
                "testi: confrontali con la bozza, poi salva di nuovo per tenere questi."
            )
            self.add_error(None, message)
        for pair in self.beside.pairs:
            known = tokens(pair.source.text) | tokens(pair.text)
            if strange := set(tokens(str(cleaned.get(field_name(pair.path)) or ""))) - set(known):
                message = _("Il segnaposto %(token)s non c’è nel testo italiano: controllalo.")
                self.add_error(field_name(pair.path), message % {"token": strange.pop()})
        return cleaned

    @property
    def texts(self) -> dict[str, str]:
        """Return what was written, by path; texts left as they were are not among them."""
        found = {}
        for pair in self.beside.pairs:
            name = field_name(pair.path)
            is_empty_addition = pair.state is State.ADDED and not self.cleaned_data[name]
            if name in self.changed_data and not is_empty_addition:
                found[pair.path] = str(self.cleaned_data[name])
        return found

    @property
    def added(self) -> set[str]:
        """Return the paths of the blocks that were ticked."""
        rows = {pair.row for pair in self.beside.pairs if pair.row}
        return {row for row in rows if self.cleaned_data[field_name(row, "add")]}

    @property
    def groups(self) -> list[tuple[Any, list[Line]]]:
        """Return the lines in order; those of a block that is missing stand together, under its tick."""
        found = groupby(self.beside.pairs, key=lambda pair: pair.row)
        return [
            (self[field_name(row, "add")] if row else None, [Line(self, pair) for pair in pairs])
            for row, pairs in found
        ]

    @property
    def open_lines(self) -> list[Line]:
        return [line for _tick, lines in self.groups for line in lines if line.pair.is_open]


def form_field(segment: Segment) -> Any:
    """Return a form field for a text, with the limits that it has on the page's own form."""
    typed: Any = segment.typed
    field = deepcopy(typed.field) if isinstance(typed, Block) else typed.formfield()
    if segment.kind is not Kind.RICH:
        is_short = segment.kind is Kind.PLAIN and (getattr(field, "max_length", 0) or 0) <= 80
        field.widget = forms.TextInput() if is_short else AdminAutoHeightTextInput(attrs={"rows": 1})
    return field
