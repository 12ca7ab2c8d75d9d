"""What a telephone keeps of a discreet page, and what a stranger sees of a card, names no theme."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from home.discreet.stems_by_language import STEMS
from home.models import CampaignPage, HelpPage, HomePage, PrivatePage, RightsPage

from .campaigns import make_campaign, make_index

TELLING = [
    "stupro", "botte", "minacce", "rifugio", "picchiata", "mi-picchia", "femicide", "rape", "assault", "harassment",
    "danger", "am-i-in-danger", "safety", "shelter", "battered", "antiviolenza", "stu\u00adpro",
]  # fmt: skip
HARMLESS = [
    "terapeuta", "bottega", "preferiti", "spicchio", "batteria", "sheltering-sky", "prima-di-tutto", "casa", "novita",
    "come-funziona", "per-me",
]  # fmt: skip


@pytest.mark.parametrize("slug", TELLING)
def test_an_address_that_tells_is_refused(home: HomePage, slug: str) -> None:
    for page in (HelpPage(title="x", slug=slug), PrivatePage(title="x", slug=slug)):
        with pytest.raises(ValidationError) as refusal:
            page.clean()
        assert "cronologia" in refusal.value.message_dict["slug"][0]


@pytest.mark.parametrize("slug", HARMLESS)
def test_an_address_that_only_holds_the_same_letters_is_taken(home: HomePage, slug: str) -> None:
    home.add_child(instance=PrivatePage(title="x", slug=slug))

    assert PrivatePage.objects.filter(slug=slug).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("model", [HelpPage, RightsPage])
@pytest.mark.parametrize("word", ["Violenza in famiglia", "Lo STUPRO", "Mal\u00adtrattamenti", "Am I safe?"])
def test_a_neutral_word_that_tells_is_refused_at_its_field(model: type[HelpPage], word: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        model(title="x", slug="x", plain_word=word).clean()

    assert "cronologia" in refusal.value.message_dict["plain_word"][0]


def test_a_neutral_word_stands_in_the_title(home: HomePage) -> None:
    page = HelpPage(title="Che cos’è la violenza", slug="capire", plain_word="Informazioni")
    page.clean()

    assert page.head_title == "Amaranta · Informazioni"


SUBJECTS = [
    "Questura",
    "Diritti",
    "Lavoro",
    "L’avvocata",
    "Per chi è in divisa",
    "Time limits",
    "Work",
    "Police",
]


@pytest.mark.parametrize("word", SUBJECTS)
def test_a_word_that_tells_the_subject_of_a_page_is_refused_for_its_title(home: HomePage, word: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        RightsPage(title="x", slug="x", plain_word=word).clean()

    assert "cronologia" in refusal.value.message_dict["plain_word"][0]


def test_a_page_without_a_neutral_word_or_with_one_kept_from_before_that_tells_is_titled_by_a_number(
    home: HomePage,
) -> None:
    first, second = (
        home.add_child(instance=HelpPage(title="Diritti", slug=f"p{number}", plain_word=word))
        for number, word in enumerate(["", "Novità"])
    )
    HelpPage.objects.filter(pk=second.pk).update(plain_word="Questura")
    second.refresh_from_db()

    assert [first.head_title, second.head_title] == [
        f"Amaranta · Pagina {page.pk}" for page in (first, second)
    ]


ELSEWHERE = [
    ("es", "La violencia", "Me pega", "Buenos días"),
    ("fr", "Le viol", "L’avocate", "Un air de violon"),
    ("ar", "العُنف الأسري", "المرأة", "صباح الخير"),
    ("ro", "Violența", "Bătăi", "Bună ziua"),
    ("uk", "Зґвалтування", "Безпека", "Добрий день"),
    ("sq", "Dhuna", "Avokatja", "Dhunti"),
    ("zh-hans", "家庭暴力", "律师", "你好"),
]
"""A language, two words that tell what its page is about, and one that does not."""


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "first", "second", "harmless"), ELSEWHERE)
def test_a_page_in_another_language_is_held_to_the_telling_words_of_that_language(
    language: str, first: str, second: str, harmless: str
) -> None:
    locale = Locale.objects.get_or_create(language_code=language)[0]

    for word in (first, second):
        with pytest.raises(ValidationError) as refusal:
            HelpPage(title="x", slug="x", locale=locale, plain_word=word).clean()
        assert "cronologia" in refusal.value.message_dict["plain_word"][0]
    HelpPage(title="x", slug="x", locale=locale, plain_word=harmless).clean()


def test_each_language_with_telling_words_is_tried() -> None:
    assert {language for language, *_words in ELSEWHERE} == set(STEMS)


class TestACard:
    @pytest.fixture
    def campaign(self, home: HomePage) -> CampaignPage:
        return make_campaign(make_index(home))

    @pytest.mark.parametrize(
        "words", ["Contro lo stupro", "Basta botte", "1522", "Aiuto donne", "Chiama il 112", "Help for women"]
    )
    def test_cannot_say_outside_what_it_is_for(self, campaign: CampaignPage, words: str) -> None:
        campaign.card_outside = words

        with pytest.raises(ValidationError, match="capirebbe"):
            campaign.full_clean()

    @pytest.mark.parametrize("words", ["Buona giornata", "Pane e latte", "La bottega sotto casa"])
    def test_may_say_anything_else(self, campaign: CampaignPage, words: str) -> None:
        campaign.card_outside = words
        campaign.full_clean()
