from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page


class DraftCopyForm(CopyForm):
    """Makes drafts only: Wagtail would put a published copy, or an alias, online without asking any rule."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
        self.fields["new_title"].help_text = _("La copia è una bozza: rileggila, poi pubblicala.")
        for name, column in (("new_title", "title"), ("new_slug", "slug")):
            most = MaxLengthValidator(Page._meta.get_field(column).max_length)
            self.fields[name].validators.append(most)

    def clean_new_slug(self) -> str:
        slug: str = self.cleaned_data["new_slug"]
        try:
            self.page.specific.check_address(slug)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return slug
