"""The words by which a teacher looks for a material: ranges that leave no gap, and names of subjects by level."""

import pytest

from home.schools.terms import AGES, MINUTES, NOT_TAUGHT, Level, Span, Subject, subject_name


@pytest.mark.parametrize("spans", [AGES, MINUTES], ids=["ages", "minutes"])
def test_every_number_is_in_exactly_one_range(spans: tuple[Span, ...]) -> None:
    for number in range(spans[0].since, 200):
        assert sum(span.meets(number, number) for span in spans) == 1, number


@pytest.mark.parametrize(
    ("since", "until", "codes"),
    [
        (8, 10, ["8-10"]),
        (10, 11, ["8-10", "11-13"]),
        (6, 15, ["5-7", "8-10", "11-13", "14-16"]),
        (18, None, ["17-19", "adulti"]),
        (30, None, ["adulti"]),
        (3, 4, []),
    ],
)
def test_a_material_is_found_at_every_age_that_it_is_for(
    since: int, until: int | None, codes: list[str]
) -> None:
    assert [span.code for span in AGES if span.meets(since, until)] == codes


def test_a_subject_is_called_as_its_level_calls_it() -> None:
    assert subject_name("arte", "secondaria-2") == "Storia dell’arte"
    assert subject_name("arte", "primaria") == "Arte e immagine"
    assert subject_name("scienze", "secondaria-2") == "Scienze naturali"
    with pytest.raises(ValueError, match="astrologia"):
        subject_name("astrologia", "primaria")


def test_law_is_taught_at_the_upper_secondary_school_and_to_adults_alone() -> None:
    assert {level for level in Level if (Subject.LAW, level) not in NOT_TAUGHT} == {
        Level.SECONDARIA_2,
        Level.ADULTI,
    }
