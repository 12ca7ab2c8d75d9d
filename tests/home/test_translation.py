"""A translation beside its Italian page: what is shown, what is saved, and what readers get meanwhile."""

import re
from copy import deepcopy
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Page

from home.models import HomePage
from home.publication.refusals import PublicationRefused
from home.translation.difference import difference
from home.translation.drafts import begin
from home.translation.form import field_name
from home.translation.segments import Words
from home.translation.source_revisions import as_readers_have_it, beside, original_of
from servizi.models import DeskPage
from tests.accounts import signed_in
from tests.home.translations import (
    FIRST,
    ITALIAN,
    NEW,
    ROMANIAN,
    SECOND,
    change,
    italian_page,
    language,
    publish,
    states,
    translated,
)

QUESTION = {
    "type": "callout",
    "id": NEW,
    "value": {"tone": "note", "heading": "E poi", "text": "<p>Decidi tu.</p>"},
}


@pytest.fixture
def coordinator(db: None) -> Client:
    return signed_in(get_user_model().objects.create_superuser("chi-coordina"))


def columns(page: Page) -> str:
    return reverse("translation", args=[page.pk])


def written(page: Page, texts: dict[str, str]) -> dict[str, str]:
    """Return what the form sends, but for rich texts, which only a browser writes."""
    pairs = beside(page, original_of(page)).pairs
    plain = {each.path: each.text for each in pairs if each.source.kind != "rich"} | texts
    fields = {field_name(path): text for path, text in plain.items()}
    return {"revision": str(page.latest_revision_id), **fields}


def test_every_text_is_there_and_no_fact(desk: DeskPage) -> None:
    found = Words.of(desk).segments

    assert {"title", "intro", "cost", "door"} <= set(found)
    assert [path for path in found if path.endswith("/name")]
    assert [path for path in found if path.startswith("hours") or path.endswith("/number")] == []
    assert not {"slug", "address", "kind"} & set(found)


def test_what_changed_in_italian_is_asked_for_until_somebody_looked_at_it(home: HomePage) -> None:
    page = italian_page(home)
    mine = translated(page)
    assert states(mine) == {}

    rows = deepcopy(ITALIAN)
    rows[1]["value"]["heading"] = "Da avere con te"
    change(page, rows=[QUESTION, *rows])
    added = {f"body/{NEW}/heading": "added", f"body/{NEW}/text": "added"}
    assert states(mine) == {f"body/{SECOND}/heading": "behind"} | added

    pair = beside(mine, original_of(mine))
    pair.apply({f"body/{SECOND}/heading": "De avut cu tine"})
    pair.page.save_revision()
    assert states(mine) == added


def test_a_draft_that_waited_while_the_italian_page_changed_is_behind_when_it_is_published(
    home: HomePage,
) -> None:
    page = italian_page(home)
    mine = translated(page)
    draft = mine.get_latest_revision_as_object()
    waiting = draft.save_revision()
    change(page, title="Qui c’è chi ti ascolta")
    waiting.publish()
    mine.refresh_from_db()

    assert mine.last_published_at > page.last_published_at
    assert states(mine) == {"title": "behind"}


def test_a_block_that_is_missing_comes_to_its_place_and_a_surplus_one_is_shown(home: HomePage) -> None:
    page = italian_page(home)
    mine = translated(page)
    change(page, rows=[QUESTION, ITALIAN[0]])
    pair = beside(mine, original_of(mine))
    assert [segment.text for segment in pair.surplus][:1] == ["De avut"]

    pair.apply({f"body/{NEW}/heading": "Și apoi"}, {f"body/{NEW}"})
    kinds = [row.block_type for row in pair.page.body]
    assert kinds == ["callout", "text", "checklist"]
    assert pair.page.body[0].value["heading"] == "Și apoi"
    assert pair.page.body[0].value["text"].source == "<p>Decidi tu.</p>"


def test_blocks_written_elsewhere_are_known_by_kind_and_order_and_then_by_their_ids(home: HomePage) -> None:
    page = italian_page(home)
    mine = translated(page)
    rows = [{**row, "id": str(number) * 8} for number, row in enumerate(mine.body.raw_data, 6)]
    change(mine, rows=rows)
    pair = beside(mine, original_of(mine))

    pair.apply({f"body/{FIRST}": ROMANIAN[f"body/{FIRST}"]})
    assert [row.id for row in pair.page.body] == [FIRST, SECOND]


def test_blocks_written_elsewhere_stay_with_theirs_when_one_of_their_kind_comes_before_them(
    home: HomePage,
) -> None:
    page = italian_page(home)
    mine = translated(page)
    change(mine, rows=[{**row, "id": str(number) * 8} for number, row in enumerate(mine.body.raw_data, 6)])
    change(page, rows=[{"type": "text", "id": NEW, "value": "<p>Prima di tutto.</p>"}, *ITALIAN])

    assert states(mine) == {f"body/{NEW}": "added"}


def test_changes_are_said_to_eyes_and_ears() -> None:
    shown = difference("Chiama l’ascolto, è gratis.", "Scrivi all’ascolto, è gratis <sempre>.")

    assert unescape(re.sub(r"<del>.*?</del>|<span.*?</span>|</?ins>", "", shown)) == (
        "Scrivi all’ascolto, è gratis <sempre>."
    )
    assert "tolto: Chiama" in strip_tags(shown)
    assert "<sempre>" not in shown


def test_saving_makes_a_draft_and_readers_keep_what_they_have(home: HomePage, coordinator: Client) -> None:
    mine = translated(italian_page(home))
    shown = coordinator.get(columns(mine)).content.decode()
    assert 'lang="ro"' in shown
    title = "N’a găsit e\u0301\u0301 «Ascolto» — عربي\u200f 1522"
    answer = coordinator.post(columns(mine), written(mine, {"title": title}))
    mine.refresh_from_db()

    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[mine.pk])
    assert mine.title == ROMANIAN["title"]
    assert mine.get_latest_revision_as_object().title == title
    assert mine.has_unpublished_changes


def test_a_title_with_a_sign_that_turns_its_direction_is_refused_in_a_sentence(
    home: HomePage, coordinator: Client
) -> None:
    mine = translated(italian_page(home))
    answer = coordinator.post(columns(mine), written(mine, {"title": "Aici \u202etu"}))

    assert "gira la direzione di scrittura" in unescape(answer.content.decode())
    assert not mine.get_latest_revision_as_object().title.startswith("Aici \u202e")


def test_two_people_at_once_lose_nothing(home: HomePage, coordinator: Client) -> None:
    mine = translated(italian_page(home))
    sent = written(mine, {"title": "A mea"})
    change(mine, title="A altcuiva")
    answer = coordinator.post(columns(mine), sent).content.decode()

    assert "un’altra bozza" in unescape(answer)
    assert 'value="A mea"' in answer or ">\nA mea<" in answer
    assert mine.get_latest_revision_as_object().title == "A altcuiva"


def test_a_placeholder_that_italian_does_not_have_is_named(home: HomePage, coordinator: Client) -> None:
    mine = translated(italian_page(home))
    answer = coordinator.post(columns(mine), written(mine, {"title": "Sună {{antiviolenta}}"}))

    assert "{{antiviolenta}} non c’è nel testo italiano" in unescape(answer.content.decode())


def test_a_page_that_translates_none_is_edited_as_ever(home: HomePage, coordinator: Client) -> None:
    for page in (italian_page(home), home):
        answer = coordinator.get(columns(page))
        assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_half_translated_page_is_not_published(home: HomePage) -> None:
    page = italian_page(home)
    with pytest.raises(PublicationRefused, match="ancora in italiano"):
        translated(page, texts={"title": "Aici te ascultăm"})
    assert not Page.objects.get(locale=language(), translation_key=page.translation_key).live


def test_a_translation_begins_with_drafts_of_what_stands_above_it(home: HomePage) -> None:
    page = italian_page(home)
    mine = begin(page, language("sq"), None)

    assert mine.get_parent().locale.language_code == "sq"
    assert not Page.objects.filter(locale=language("sq"), live=True).exists()
    assert set(states(mine)) >= {"title", f"body/{SECOND}/heading"}
    assert original_of(mine) == page


def test_a_language_shows_what_fell_behind_and_what_there_is_only_in_italian(
    home: HomePage, coordinator: Client
) -> None:
    page = italian_page(home)
    translated(page)
    address = reverse("translations_of", args=["ro"])
    assert "indietro dal" not in coordinator.get(address).content.decode()

    change(page, title="Qui c’è chi ti ascolta")
    other = italian_page_two(home)
    shown = coordinator.get(address).content.decode()
    assert "indietro dal" in shown
    assert reverse("translation_begin", args=["ro", other.pk]) in shown
    assert "Romanian" in shown or "Română" in shown


def italian_page_two(home: HomePage) -> Page:
    page = as_readers_have_it(italian_page(home.get_children().get(slug="ascolto").specific))
    publish(page)
    return page  # type: ignore[no-any-return]
