"""The library of the demonstration and its materials, with their files; made once."""

from amaranta.demo.pages import add_pages
from amaranta.demo.schools.adults import ASKING_FOR_HELP
from amaranta.demo.schools.lower_secondary import CONSENT, FORWARDING
from amaranta.demo.schools.primary import MY_SPACE, TOYS
from amaranta.demo.schools.upper_secondary import BYSTANDER, HEADLINES
from amaranta.demo.schools.wall import SIX_QUESTIONS
from home.models import HomePage, MaterialIndexPage
from home.schools.package import refresh

MATERIALS = (CONSENT, MY_SPACE, TOYS, FORWARDING, BYSTANDER, HEADLINES, ASKING_FOR_HELP, SIX_QUESTIONS)


# The page for teachers to which the home page's door leads as long as there is no library.
FOR_TEACHERS = "scuola"


def build_library(home: HomePage) -> None:
    """Make the library below `home`, its materials with their files, and the door to it; once."""
    if MaterialIndexPage.objects.child_of(home).exists():
        return
    library = MaterialIndexPage(
        title="Materiali per le scuole",
        slug="scuole",
        search_description=(
            "Lezioni, schede e cartelloni pronti per domani: li scarichi, li cambi, li passi a chi vuoi."
        ),
        show_in_menus=True,
    )
    home.add_child(instance=library)
    for _path, material in add_pages(library, MATERIALS):
        refresh(material)
    _open_door(home, library)


def _open_door(home: HomePage, library: MaterialIndexPage) -> None:
    home.refresh_from_db()
    for door in home.doors:
        if door.value["page"].slug == FOR_TEACHERS:
            door.value["page"] = library
            door.value["text"] = "Lezioni e schede pronte per domani"
    home.save_revision().publish()
