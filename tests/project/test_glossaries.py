"""Whoever translates finds the words of the field in every language of the site."""

from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.ROOT) / "docs" / "glossary"


def test_every_language_of_the_site_but_italian_has_a_glossary_with_terms_and_no_other_has() -> None:
    codes = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES} - {settings.LANGUAGE_CODE}
    terms = {file.stem: file.read_text(encoding="utf-8").count("\n| ") - 1 for file in FOLDER.iterdir()}

    assert set(terms) == codes
    assert {code: count for code, count in terms.items() if count < 20} == {}
