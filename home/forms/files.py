from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from home.files.documents import check_document
from home.files.pictures import bare_picture, make_sizes, not_a_picture
from home.files.usage import names, pages_of_others


class KeptForm(ModelForm):  # type: ignore[type-arg]  # not subscriptable when it runs
    """Refuses a new file in the place of one that a page shows, to whoever may not publish that page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.editor = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def refuse_under_a_page(self) -> None:
        """Raise ValidationError if the new file would change a published page without anybody's approval."""
        if self.editor is None or self.instance.pk is None:
            return
        if pages := pages_of_others(self.instance, self.editor):
            raise ValidationError(
                _(
                    "Questo file è già sul sito, in %(pages)s: lì cambierebbe senza che nessuno lo approvi. "
                    "Carica il nuovo come un altro file, mettilo nella pagina e mandala in approvazione."
                )
                % {"pages": names(pages)}
            )


def _opened(to_python: Callable[[Any], Any], data: Any) -> Any:
    """Return what the field makes of the file. Raises ValidationError, for whatever stops it from opening."""
    try:
        return to_python(data)
    except ValidationError:
        raise
    except Exception as error:
        raise not_a_picture() from error


class BareImageForm(KeptForm, BaseImageForm):
    """Refuses at the field what cannot be made bare; makes the sizes after Wagtail removed the old ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # No page shows it: what is seen on a picture is written where the picture is used.
        self.fields.pop("description", None)
        # The field opens the file before clean_file() can.
        file: Any = self.fields.get("file")
        if file is not None:
            file.to_python = partial(_opened, file.to_python)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        self.refuse_under_a_page()
        return bare_picture(file)

    def save(self, commit: bool = True) -> Any:
        image = super().save(commit)
        if commit:
            make_sizes(image)
        return image


class GenuineDocumentForm(KeptForm, BaseDocumentForm):
    """Refuses a file whose content is not what its name says."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            self.refuse_under_a_page()
            check_document(file)
        return file
