"""What the first screen asks of whoever looks after desks and partners, and the ways in that it offers."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from amaranta.demo.desks import build_desk, phone, slot
from servizi.dashboard import (
    centres_in_name,
    empty_desks,
    missing_patrons,
    stale_pages,
    unverified_facts,
    what_is_missing,
)
from servizi.models import Comune, DeskIndexPage, DeskKind, DeskPage, PartnerPage
from servizi.quick_links import desks as desk_links
from servizi.quick_links import partners as partner_links
from servizi.quick_links import sheets as sheet_links
from servizi.statistics_permissions import operators_of
from tests.accounts import signed_in
from tests.servizi.conftest import user_of
from tests.servizi.directory_site import COORDINATORS, Directory, member_of

LINE = [phone("02 0000001")]
MONDAY = [slot("0", "09:00", "12:00")]


@pytest.fixture
def boss(db: None) -> User:
    user: User = get_user_model().objects.create_superuser("capa", password="x")
    return user


def told(ask: Any, user: User) -> list[tuple[str, str]]:
    return [(item.text, item.remark) for task in ask(user) for item in task.items]


def age(page: Any, days: int | None) -> None:
    day = None if days is None else timezone.localdate() - timedelta(days=days)
    type(page).objects.filter(pk=page.pk).update(verified_on=day)


def test_pages_nobody_checked_are_asked_for_the_longest_unchecked_first(
    boss: User, directory: Directory, index: DeskIndexPage, bollate_of: Comune
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate_of)
    for page, days in (
        (desk, 100),
        (directory.lawyers, 200),
        (directory.hospital, 90),
        (directory.shelter, 91),
    ):
        age(page, days)
    assert [page.title for page in stale_pages(boss)] == [
        "Avvocate in rete", "Spazio Uno", directory.shelter.title,
    ]  # fmt: skip
    age(directory.hospital, None)
    assert stale_pages(boss)[0].title == "Ospedale dell’Esempio"


@pytest.fixture
def bollate_of(directory: Directory) -> Comune:
    return directory.comuni["bollate"]


def test_a_historical_body_a_draft_and_a_translation_are_not_asked_for(
    boss: User, directory: Directory
) -> None:
    for page in (directory.historical, directory.lawyers, directory.hospital):
        age(page, 400)
    directory.hospital.unpublish()
    english = Locale.objects.create(language_code="en")
    copy = directory.lawyers.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()
    age(copy, 400)
    assert [page.pk for page in stale_pages(boss)] == [directory.lawyers.pk]


def test_editors_are_asked_for_their_own_pages_alone(directory: Directory) -> None:
    for page in (directory.lawyers, directory.hospital):
        age(page, 400)
    for slug, title in (("bollate", "Avvocate in rete"), ("bresso", "Ospedale dell’Esempio")):
        user = user_of(directory.comuni[slug])
        assert [page.title for page in stale_pages(user)] == [title]
    assert stale_pages(user_of(directory.comuni["senago"])) == []


def test_each_question_says_since_when_and_has_its_own_button(boss: User, directory: Directory) -> None:
    PartnerPage.objects.filter(pk=directory.lawyers.pk).update(verified_on=date(2020, 1, 1))
    age(directory.hospital, None)
    (task,) = unverified_facts(boss)
    assert [(item.text, item.remark) for item in task.items] == [
        ("Ospedale dell’Esempio", "mai verificata"),
        ("Avvocate in rete", "verificata il 1º gennaio 2020"),
    ]
    action = task.items[1].action
    assert action
    assert action.url == reverse("servizi_verify", args=[directory.lawyers.pk])
    assert action.label == "Conferma che «Avvocate in rete» è giusta"


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, "mancano: il telefono, gli orari, i servizi"),
        ({"phones": LINE}, "mancano: gli orari, i servizi"),
        ({"phones": LINE, "hours": MONDAY}, "mancano: i servizi"),
        ({"phones": LINE, "by_appointment": True}, "mancano: i servizi"),
        ({"hours": MONDAY, "services": ("legale",)}, "mancano: il telefono"),
        ({"phones": LINE, "hours": MONDAY, "services": ("legale",)}, ""),
    ],
)
def test_what_a_desk_lacks_is_named_in_words(
    boss: User, index: DeskIndexPage, bollate: Comune, values: dict[str, Any], missing: str
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, **values)
    assert what_is_missing(desk) == missing
    assert told(empty_desks, boss) == ([("Spazio Uno", missing)] if missing else [])


def test_a_patron_saint_is_asked_for_where_there_is_a_desk_and_nobody_knows_the_day(
    boss: User, index: DeskIndexPage
) -> None:
    def comune(name: str, **values: Any) -> Comune:
        return Comune.objects.create(name=name, slug=name.lower(), **values)

    for each in (
        comune("Senago"),
        comune("Bollate", patron_day="11-11", patron_name="San Martino"),
        comune("Milano", is_capital=True),
        comune("Ragusa", is_capital=True, province="RG"),
    ):
        build_desk(index, f"Spazio {each.name}", each)
    comune("Arese")
    assert [text for text, _remark in told(missing_patrons, boss)] == ["Ragusa", "Senago"]
    assert told(missing_patrons, user_of(Comune.objects.get(name="Senago"))) == []


def test_a_centre_that_lacks_days_or_a_telephone_is_asked_what_it_is(
    boss: User, index: DeskIndexPage, bollate: Comune
) -> None:
    short = build_desk(index, "Corto", bollate, hours=[slot("0123", "09:00", "12:00")], phones=LINE)
    daily = [phone("02 1", every_day=True)]
    whole = build_desk(index, "Intero", bollate, hours=[slot("01234", "09:00", "12:00")], phones=daily)
    build_desk(index, "Altro", bollate)
    DeskPage.objects.filter(pk__in=[short.pk, whole.pk]).update(kind=DeskKind.CENTRE)
    ((title, remark),) = told(centres_in_name, boss)
    assert title == "Corto"
    assert "qui sono 4" in remark
    assert "un telefono che risponde ogni giorno" in remark


def test_the_ways_in_name_up_to_three_desks_and_lead_to_their_list_when_there_are_more(
    boss: User, index: DeskIndexPage, bollate: Comune
) -> None:
    assert list(desk_links(boss)) == []
    for number in range(3):
        build_desk(index, f"Spazio {number}", bollate)
        found = list(desk_links(boss))
        assert [link.text for link in found] == [
            f"Cambia orari e telefoni: Spazio {each}" for each in range(number + 1)
        ]
        assert all(link.url.endswith("/edit/#tab-orari_e_telefoni") for link in found)
    build_desk(index, "Spazio 3", bollate)
    (link,) = desk_links(boss)
    assert (link.text, link.url) == (
        "Cambia orari e telefoni",
        reverse("wagtailadmin_explore", args=[index.pk]),
    )


def test_an_editor_is_led_to_the_desk_and_the_section_of_her_comune(
    directory: Directory, index: DeskIndexPage
) -> None:
    for slug in ("bresso", "bollate"):
        build_desk(index, f"Spazio {slug}", directory.comuni[slug])
    editor = user_of(directory.comuni["bresso"])
    assert [link.text for link in desk_links(editor)] == ["Cambia orari e telefoni: Spazio bresso"]
    (add,) = partner_links(editor)
    assert add.url == reverse("wagtailadmin_pages:add", args=["servizi", "partnerpage", directory.bresso.pk])
    assert signed_in(editor).get(add.url).status_code == 200


def test_who_may_write_in_several_sections_chooses_first(directory: Directory) -> None:
    (choose,) = partner_links(member_of(COORDINATORS))
    assert choose.note == "Scegli prima il suo Comune."
    assert choose.url == reverse("wagtailadmin_explore", args=[directory.index.pk])
    assert list(partner_links(user_of(directory.comuni["senago"]))) == []


def test_only_who_fills_in_sheets_is_offered_one(directory: Directory, desk_of_bresso: DeskPage) -> None:
    assert list(sheet_links(user_of(directory.comuni["bresso"]))) == []
    operator = get_user_model().objects.create_user("operatrice", password="x")
    operator.groups.add(operators_of(desk_of_bresso))
    (link,) = sheet_links(operator)
    assert signed_in(operator).get(link.url).status_code == 200


@pytest.fixture
def desk_of_bresso(directory: Directory, index: DeskIndexPage) -> DeskPage:
    return build_desk(index, "Spazio Bresso", directory.comuni["bresso"])


def test_the_question_says_when_the_page_was_last_checked(boss: User, desk_of_bresso: DeskPage) -> None:
    client, address = signed_in(boss), reverse("servizi_verify", args=[desk_of_bresso.pk])
    for day, words in ((date(2026, 3, 1), "l’ultima volta il 1º marzo 2026"), (None, "Mai verificata.")):
        DeskPage.objects.filter(pk=desk_of_bresso.pk).update(verified_on=day)
        assert words in client.get(address).content.decode()


def test_the_button_to_confirm_stands_on_pages_with_facts_for_who_may_change_them(
    directory: Directory, desk_of_bresso: DeskPage
) -> None:
    def has_button(client: Client, page: Any) -> bool:
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        return reverse("servizi_verify", args=[page.pk]) in edit

    editor = signed_in(user_of(directory.comuni["bresso"]))
    assert has_button(editor, desk_of_bresso)
    assert has_button(editor, directory.hospital)
    assert not has_button(signed_in(member_of(COORDINATORS)), directory.index)


def test_confirming_is_for_today_by_who_clicked_and_for_that_page_alone(
    directory: Directory, desk_of_bresso: DeskPage
) -> None:
    for page in (desk_of_bresso, directory.hospital):
        age(page, 400)
    user = user_of(directory.comuni["bresso"])
    answer = signed_in(user).post(reverse("servizi_verify", args=[directory.hospital.pk]))
    assert answer.headers["Location"] == reverse("wagtailadmin_home")
    directory.hospital.refresh_from_db()
    desk_of_bresso.refresh_from_db()
    assert (directory.hospital.verified_on, directory.hospital.verified_by) == (timezone.localdate(), user)
    assert desk_of_bresso.is_stale()
