"""A few words out of a list, kept in one column: their order, what is refused, and what the form offers."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from servizi.choice_set_field import ChoiceSetField
from servizi.models import PartnerPage
from servizi.vocabulary import SYNONYMS, Audience, Language, PartnerKind, Service, spoken

FIELD = ChoiceSetField("servizi", vocabulary=Service, blank=True)
REQUIRED = ChoiceSetField("servizi", vocabulary=Service)


@pytest.mark.parametrize(
    ("given", "words", "stored"),
    [
        (None, (), ""),
        ("", (), ""),
        ([], (), ""),
        (("legale", "ascolto"), ("ascolto", "legale"), ",ascolto,legale,"),
        (["legale", "legale"], ("legale",), ",legale,"),
        (",legale,ascolto,", ("ascolto", "legale"), ",ascolto,legale,"),
        ({"casa", "ascolto"}, ("ascolto", "casa"), ",ascolto,casa,"),
        ([Service.LEGAL, Service.LISTENING], ("ascolto", "legale"), ",ascolto,legale,"),
        (["zzz", "legale"], ("legale", "zzz"), ",legale,zzz,"),
    ],
)
def test_words_keep_the_order_of_the_list_each_once(
    given: object, words: tuple[str, ...], stored: str
) -> None:
    assert FIELD.to_python(given) == words  # type: ignore[arg-type]
    assert FIELD.get_prep_value(given) == stored
    assert FIELD.to_python(stored) == words


def test_a_word_of_no_list_is_refused_by_name() -> None:
    FIELD.validate(("ascolto", "legale"), None)
    with pytest.raises(ValidationError, match="«zzz» non è una voce"):
        FIELD.validate(("ascolto", "zzz"), None)


def test_none_may_be_chosen_only_where_the_field_may_be_empty() -> None:
    FIELD.validate((), None)
    REQUIRED.validate(("ascolto",), None)
    with pytest.raises(ValidationError, match="almeno una voce"):
        REQUIRED.validate((), None)


def test_every_word_at_once_fits_the_column() -> None:
    for name, vocabulary in (("services", Service), ("audiences", Audience), ("languages", Language)):
        field = PartnerPage._meta.get_field(name)
        field.run_validators(tuple(vocabulary.values))
        assert len(field.get_prep_value(vocabulary.values)) <= 400


def test_the_form_offers_every_word_as_a_tick_and_asks_for_one_where_it_must() -> None:
    offered, required = FIELD.formfield(), REQUIRED.formfield(label="Altro nome")
    assert isinstance(offered.widget, forms.CheckboxSelectMultiple)
    assert [value for value, _label in offered.choices] == Service.values
    assert (offered.required, required.required) == (False, True)
    assert (offered.label, required.label) == ("servizi", "Altro nome")


def test_labels_are_said_in_the_order_given_and_an_unknown_word_as_it_is() -> None:
    assert FIELD.labels(["legale", "zzz"]) == ["Consulenza legale", "zzz"]


def test_every_language_is_named_by_itself_and_found_by_its_italian_name() -> None:
    for language in Language:
        (name,) = spoken([language.value])
        assert name.startswith(str(language.label))
        assert SYNONYMS[language.value]
    assert spoken(["ar", "en"]) == ["العربية arabo arabic", "English inglese"]


def test_no_word_of_two_lists_is_meant_when_a_synonym_is_typed_for_one() -> None:
    values = [*PartnerKind.values, *Service.values, *Language.values]
    assert len(values) == len(set(values))
    assert set(SYNONYMS) <= {*values, "rifugio"}
