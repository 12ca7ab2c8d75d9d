from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from home.admin.copying import places_for, why_not


class DraftCopyForm(CopyForm):
    """Makes drafts only: Wagtail would put a published copy, or an alias, online without asking any rule."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
        self.fields["new_title"].help_text = _("La copia è una bozza: rileggila, poi pubblicala.")
        place = next(places_for(self.page, self.user), None) or self.page.get_parent()
        self.fields["new_parent_page"].initial = place
        self.fields["new_slug"].initial = self._free_address(place)
        for name, column in (("new_title", "title"), ("new_slug", "slug")):
            most = MaxLengthValidator(Page._meta.get_field(column).max_length)
            self.fields[name].validators.append(most)

    def clean(self) -> Any:
        cleaned = super().clean()
        parent = self.cleaned_data.get("new_parent_page") or self.page.get_parent()
        # Wagtail says of every refusal that a permission is missing.
        if "new_parent_page" in self._errors and (reason := why_not(self.page, parent)):
            self._errors["new_parent_page"] = self.error_class([reason])
        return cleaned

    def _free_address(self, parent: Page) -> str:
        """Return an address that is taken if nobody changes it: beside its original a copy needs its own."""
        page = self.page.specific
        taken = set(parent.get_children().values_list("slug", flat=True))
        stem = page.slug if not page.slug.rpartition("-")[2].isdecimal() else page.slug.rpartition("-")[0]
        return next(slug for n in count(2) if (slug := f"{stem}-{n}") not in taken)

    def clean_new_slug(self) -> str:
        slug: str = self.cleaned_data["new_slug"]
        try:
            self.page.specific.check_address(slug)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return slug
