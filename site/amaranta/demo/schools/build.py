"""The library of the demonstration and its materials, with their files; made once."""

from amaranta.demo.pages import add_pages
from home.models import HomePage, MaterialIndexPage
from home.schools.package import refresh

from .adults import ASKING_FOR_HELP
from .lower_secondary import CONSENT, FORWARDING
from .primary import MY_SPACE, TOYS
from .upper_secondary import BYSTANDER, HEADLINES
from .wall import SIX_QUESTIONS

MATERIALS = (CONSENT, MY_SPACE, TOYS, FORWARDING, BYSTANDER, HEADLINES, ASKING_FOR_HELP, SIX_QUESTIONS)


def build_library(home: HomePage) -> MaterialIndexPage:
    """Return the library below `home`, made and filled if there is none yet."""
    existing: MaterialIndexPage | None = MaterialIndexPage.objects.child_of(home).first()
    if existing is not None:
        return existing
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
    return library
