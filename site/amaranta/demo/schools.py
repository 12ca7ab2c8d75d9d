"""The library of the demonstration and its materials, with their files; made once."""

from dataclasses import replace

from home.models import HomePage, MaterialIndexPage
from home.schools.package import refresh
from home.schools.terms import MaterialKind

from .content_files import PageText, below, read_file, read_page
from .page_fields import fields_of
from .pages import add_pages

LIBRARY = "scuole"
# The page for teachers to which the home page's door leads as long as there is no library.
FOR_TEACHERS = "scuola"


def build_library(home: HomePage) -> None:
    """Make the library below `home`, its materials with their files, and the door to it; once."""
    if MaterialIndexPage.objects.child_of(home).exists():
        return
    text = read_page(LIBRARY)
    library = MaterialIndexPage(slug=text.slug, **fields_of(text, MaterialIndexPage, besides=("door",)))
    home.add_child(instance=library)
    for _path, material in add_pages(library, [with_families(each) for each in below(LIBRARY)]):
        refresh(material)
    _open_door(home, library, text.words["door"])


def with_families(text: PageText) -> PageText:
    """Return a lesson with what all lessons say of families at the end; another material as it is."""
    if text.words["kind"] != MaterialKind.LESSON:
        return text
    return replace(text, body=[*text.body, *read_file("it/scuole/_famiglie.md").body])


def _open_door(home: HomePage, library: MaterialIndexPage, words: str) -> None:
    home.refresh_from_db()
    for door in home.doors:
        if door.value["page"].slug == FOR_TEACHERS:
            door.value["page"] = library
            door.value["text"] = words
    home.save_revision().publish()
