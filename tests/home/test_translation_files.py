"""Files for a translation office: what goes out comes back as drafts, whole or not at all."""

from collections.abc import Callable
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage
from home.translation.po_in import UnusableFileError, take_in
from home.translation.po_out import po_file
from tests.accounts import signed_in
from tests.home.translations import FIRST, ROMANIAN, change, italian_page, language, translated

RICH = ROMANIAN[f"body/{FIRST}"]


@pytest.fixture
def person(db: None) -> User:
    return get_user_model().objects.create_superuser("chi-coordina")


@pytest.fixture
def page(home: HomePage) -> Any:
    return translated(italian_page(home))


def drafts_of(page: Any) -> str:
    return str(page.get_latest_revision_as_object().title)


def test_a_file_holds_what_is_there_and_what_changed(page: Any) -> None:
    italian = Page.objects.get(translation_key=page.translation_key, locale__language_code="it")
    change(italian.specific, title="Qui c’è chi ti ascolta")
    data = po_file([page], language())
    text = data.decode()

    assert '"Language: ro\\n"' in text
    assert '#| msgid "Qui ti ascoltiamo"' in text
    messages = {str(each.id): each for each in read_po(data.decode().splitlines())}
    assert messages["Qui c’è chi ti ascolta"].fuzzy
    assert messages["Documenti"].string == "Acte"
    assert any("{{antiviolenza}}" in key and value.string == RICH for key, value in messages.items())


def test_what_comes_back_is_a_draft_with_every_sign_in_it(page: Any, person: User) -> None:
    title = "N’auzi? Caffe\u0300 — «عربي» 1522"
    data = po_file([page], language()).decode().replace(ROMANIAN["title"], title)
    report = take_in(data.encode(), language(), person)
    page.refresh_from_db()

    assert (report.texts, report.notes) == (1, [])
    assert drafts_of(page) == title
    assert page.title == ROMANIAN["title"]
    assert page.has_unpublished_changes


def test_what_changed_in_italian_since_or_is_unknown_is_left_out_and_named(page: Any, person: User) -> None:
    data = (
        po_file([page], language()).decode().replace(ROMANIAN["title"], "Alt titlu").replace("Acte", "Hârtii")
    )
    data += '\nmsgctxt "nowhere/title"\nmsgid "Mai detto"\nmsgstr "Niciodată"\n'
    italian = Page.objects.get(translation_key=page.translation_key, locale__language_code="it")
    change(italian.specific, title="Qui c’è chi ti ascolta")
    report = take_in(data.encode(), language(), person)

    assert report.texts == 1
    assert drafts_of(page) == ROMANIAN["title"]
    assert [note for note in report.notes if "è cambiato" in note and "Titolo" in note]
    assert [note for note in report.notes if "non c’è più" in note]


BROKEN: dict[str, tuple[Callable[[str], bytes], str]] = {
    "encoding": (lambda text: text.encode("utf-16"), "UTF-8"),
    "language": (lambda text: text.replace("Language: ro", "Language: sq").encode(), "altra lingua"),
    "syntax": (lambda text: text.replace('msgstr "', "msgstr ", 3).encode(), "PO intero"),
    "no file at all": (lambda _text: b"\x89PNG\r\n", "UTF-8"),
    "a sign that turns the writing": (
        lambda text: text.replace("Alt titlu", "Alt \u202etitlu").encode(),
        "gira la direzione",
    ),
    "placeholder": (
        lambda text: text.replace("Sună la {{antiviolenza}}", "Sună la {{antiviolenta}}").encode(),
        "{{antiviolenza}} deve restare",
    ),
    "markup": (lambda text: text.replace("<b>gratuit</b>", "<b>gratuit<b>").encode(), "i segni <…>"),
    "a script": (
        lambda text: text.replace("gratuit</b>", "gratuit</b><script>x</script>").encode(),
        "i segni <…>",
    ),
    "length": (lambda text: text.replace("De avut", "De avut " * 40).encode(), "caratteri"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_refused_in_a_sentence_and_nothing_is_half_done(
    fault: str, page: Any, person: User
) -> None:
    spoil, words = BROKEN[fault]
    text = po_file([page], language()).decode().replace(ROMANIAN["title"], "Alt titlu")
    with pytest.raises(UnusableFileError) as refused:
        take_in(spoil(text), language(), person)

    assert words in " ".join(refused.value.reasons)
    assert drafts_of(page) == ROMANIAN["title"]


def test_a_file_of_a_section_goes_out_and_in_through_the_administration(
    page: Any, home: HomePage, person: User
) -> None:
    client = signed_in(person)
    answer = client.get(reverse("translation_file", args=["ro", "sezione", home.pk]))
    data = answer.content.decode()
    assert "Qui ti ascoltiamo" in data

    file = SimpleUploadedFile("ro.po", data.replace(ROMANIAN["title"], "Alt titlu").encode())
    shown = client.post(reverse("translation_upload", args=["ro"]), {"file": file}).content.decode()
    assert "Un testo è nella bozza" in shown
    broken = SimpleUploadedFile("ro.po", b"msgid ")
    assert "non è stato preso niente" in (
        client.post(reverse("translation_upload", args=["ro"]), {"file": broken}).content.decode()
    )
