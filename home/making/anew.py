"""What can be made anew, so that copies of the portal leave it out."""

from django.core.files.storage import default_storage

from home.making.signals import want_files_of, want_paper_anew
from home.models import MadeFile, MaterialFile, MaterialPage

FOLDERS = frozenset({"kit", "viste", "anteprime", "scuole", "fogli", "cartelle"})
"""Of the common storage."""


def make_everything_anew() -> None:
    """Queue the files of all materials and campaigns after what was made has gone; others when asked."""
    MadeFile.objects.all().delete()
    # Until then a material's page offers no file that is not there.
    for file in MaterialFile.objects.all():
        if not default_storage.exists(str(file.file)):
            file.delete()
    for material in MaterialPage.objects.live():
        want_files_of(material)
    want_paper_anew()
