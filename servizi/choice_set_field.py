"""A model field for a few words out of a fixed list, kept readable in one column."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

Words = tuple[str, ...]

if TYPE_CHECKING:
    BaseField = models.CharField[Iterable[str], Words]
else:
    BaseField = models.CharField


class ChoiceSetField(BaseField):
    """A set of values of `vocabulary`, as a tuple in the vocabulary's own order; in the database `,a,b,`.

    One column instead of a related table: a listing of a thousand rows reads it without a join, on SQLite
    and PostgreSQL alike. The cost: no foreign key guards the words, so `validate` does. Migrations do
    not name the vocabulary: a new word is no change of the table.
    """

    def __init__(self, *args: Any, vocabulary: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        kwargs.setdefault("max_length", 400)
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> Words:
        return self.to_python(value)

    def to_python(self, value: str | Iterable[str] | None) -> Words:
        words = value.split(",") if isinstance(value, str) else (value or ())
        chosen = {str(word) for word in words if word}
        order = list(self.vocabulary.values) if self.vocabulary else []
        return tuple(sorted(chosen, key=lambda word: order.index(word) if word in order else len(order)))

    def get_prep_value(self, value: Any) -> str:
        words = self.to_python(value)
        return f",{','.join(words)}," if words else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Words, model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError(_("Scegli almeno una voce."), code="blank")
        unknown = [word for word in value if self.vocabulary and word not in self.vocabulary.values]
        if unknown:
            raise ValidationError(
                _("«%(word)s» non è una voce dell’elenco."), code="unknown", params={"word": unknown[0]}
            )

    def run_validators(self, value: Words) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> Any:
        options: dict[str, Any] = {
            "label": self.verbose_name,
            "help_text": self.help_text,
            "required": not self.blank,
            "choices": self.vocabulary.choices if self.vocabulary else (),
            "widget": forms.CheckboxSelectMultiple,
        }
        for name in ("label", "help_text", "required", "widget", "disabled"):
            if name in kwargs:
                options[name] = kwargs[name]
        return forms.MultipleChoiceField(**options)

    def labels(self, value: Iterable[str]) -> list[str]:
        """Return the words' labels in the active language."""
        labels = dict(self.vocabulary.choices) if self.vocabulary else {}
        return [str(labels.get(word, word)) for word in value]
