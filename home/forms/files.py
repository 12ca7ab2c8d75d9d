from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from home.files.documents import check_document
from home.files.pictures import bare_picture, make_sizes


class BareImageForm(BaseImageForm):
    """Refuses at the field what cannot be made bare; makes the sizes after Wagtail removed the old ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # No page shows it: what is seen on a picture is written where the picture is used.
        self.fields.pop("description", None)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        return bare_picture(file) if "file" in self.changed_data else file

    def save(self, commit: bool = True) -> Any:
        image = super().save(commit)
        if commit:
            make_sizes(image)
        return image


class GenuineDocumentForm(BaseDocumentForm):
    """Refuses a file whose content is not what its name says."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_document(file)
        return file
