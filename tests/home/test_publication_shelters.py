"""Where a shelter is stands on no page: neither beside it, nor behind a link, nor in the next line."""

import pytest

from home.models import HomePage
from servizi.models import Comune

from .drafts import codes, page_with

MAP = "https://maps.google.com/?q=45.55,9.21"


@pytest.fixture(autouse=True)
def comuni(home: HomePage) -> None:
    for name, slug in (("Bresso", "bresso"), ("Cinisello Balsamo", "cinisello-balsamo"), ("Pero", "pero")):
        Comune.objects.create(name=name, slug=slug)


@pytest.mark.parametrize(
    "markup",
    [
        f'<p>La <a href="{MAP}">casa rifugio</a> è aperta.</p>',
        '<p>La <a href="https://www.google.com/maps/place/Nome">casa rifugio</a> è aperta.</p>',
        '<p>La <a href="https://example.org/?q=Via%20Roma%203">casa rifugio</a> è aperta.</p>',
        "<h2>Casa rifugio</h2><p>Via Roma 3, Bresso</p>",
        "<ul><li>Casa rifugio</li><li>Via Roma 3, Bresso</li></ul>",
        "<h2>Casa rifugio</h2><p>Bresso</p>",
        "<p>Ti accoglie una casa rifugio. Si trova in via Roma 3.</p>",
        "<p>Il portone è in via Roma 3. La casa rifugio è al primo piano.</p>",
        f'<p>C’è una casa rifugio. <a href="{MAP}">Guarda dove</a>.</p>',
        "<p>La casa rifugio è a Bresso, vicino alla stazione.</p>",
        "<p>La casa rifugio di CINISELLO BALSAMO accoglie anche i figli.</p>",
        "<p>La casa rifu&shy;gio è in via\u200b Roma 3.</p>",
        "<p>La casa rifugio sta vicino allo sportello di Bresso.</p>",
        "<p>La casa rifugio si trova a Monza.</p>",
        "<p>The shelter is in Via Roma 3.</p>",
        "<p>The women’s refuge is near Bresso station.</p>",
    ],
)
def test_a_place_of_a_shelter_is_found(home: HomePage, markup: str) -> None:
    assert codes(page_with(home, [("text", markup)])) == {"shelter-place"}


def test_a_title_of_a_block_and_its_words_are_read_together(home: HomePage) -> None:
    block = ("steps", {"heading": "La casa rifugio", "steps": [{"title": "Via Roma 3", "text": ""}] * 2})

    assert codes(page_with(home, [block])) == {"shelter-place"}


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Lo sportello di Bresso ti accompagna in una casa rifugio.</p>",
        "<p>Lo sportello è in via Roma 5. Può cercare un posto in una casa rifugio.</p>",
        "<p>Una casa rifugio ti accoglie. Lo sportello di Bresso è in via Roma 5.</p>",
        "<p>La casa rifugio accoglie anche i figli. Pero' decidi tu. Però decidi tu.</p>",
        "<p>In una casa rifugio resti qualche mese. Il corso di italiano per Operatrici è gratuito.</p>",
        "<h2>La casa rifugio</h2><p>Nessuno può dire dove sia.</p><h2>Lo sportello</h2><p>Via Roma 5, Bresso</p>",
        '<p>Di una <a href="https://www.example.org/legge/">casa rifugio</a> non si dice il luogo.</p>',
        "<p>The desk in Bresso can look for a place in a shelter.</p>",
    ],
)  # fmt: skip
def test_what_is_said_of_a_shelter_and_of_other_places_passes(home: HomePage, markup: str) -> None:
    assert codes(page_with(home, [("text", markup)])) == set()
