"""What an editor who never saw the admin before can do to a desk, and what nobody can do by mistake."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.text import slugify
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from amaranta.demo.desks import build_desk, slot
from servizi.blocks import HoursBlock
from servizi.hours import WeeklySlot
from servizi.models import Comune, DeskIndexPage, DeskPage

from .conftest import signed_in, user_of

MONDAY = {"days": ["0"], "opens": "09:30", "closes": "12:30", "valid_from": "", "valid_through": ""}


@pytest.fixture
def desk(index: DeskIndexPage, bollate: Comune) -> DeskPage:
    return build_desk(index, "Spazio Uno", bollate, hours=[slot("0", "09:30", "12:30")])


def form(desk: DeskPage, *hours: tuple[str, dict[str, Any]], **values: Any) -> dict[str, Any]:
    """What the admin's form sends. Wagtail's helper would number the weekdays instead of repeating their name."""
    data: dict[str, Any] = nested_form_data(
        {
            "title": desk.title, "slug": desk.slug, "kind": desk.kind, "intro": desk.intro,
            "comune": desk.comune_id, "cost": desk.cost, "action-publish": "1",
            "hours": streamfield([(kind, {**row, "days": ""}) for kind, row in hours]),
            "phones": streamfield([]), **values,
        }
    )  # fmt: skip
    return data | {f"hours-{number}-value-days": row.get("days", []) for number, (_, row) in enumerate(hours)}


def edit(client: Client, desk: DeskPage, data: dict[str, Any]) -> str:
    response = client.post(reverse("wagtailadmin_pages:edit", args=[desk.pk]), data, follow=True)
    assert response.status_code == 200
    # The editor's widgets receive the messages as JSON in an attribute.
    answer = unescape(response.content.decode())
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), answer)


def slots(desk: DeskPage) -> tuple[WeeklySlot, ...]:
    calendar = DeskPage.objects.get(pk=desk.pk).calendar
    return tuple(calendar.slots)


def test_one_row_opens_the_desk_on_several_weekdays(administrator: Client, desk: DeskPage) -> None:
    edit(administrator, desk, form(desk, ("slot", {**MONDAY, "days": ["0", "3"]})))
    assert [slot.weekday for slot in slots(desk)] == [0, 3]


def test_an_august_closure_is_on_the_page_as_soon_as_it_is_published(
    client: Client, administrator: Client, desk: DeskPage
) -> None:
    closure = {"first": "2026-08-03", "last": "2026-08-28", "reason": "Chiusura estiva"}
    edit(administrator, desk, form(desk, ("slot", MONDAY), ("closure", closure)))
    with time_machine.travel("2026-08-10 10:00+02:00", tick=False):
        assert (
            "Chiuso oggi (Chiusura estiva). Apre lunedì 31 agosto alle 9.30"
            in client.get(desk.url).content.decode()
        )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            ("slot", {**MONDAY, "opens": "12:00", "closes": "14:00"}),
            "si sovrappone a quella di lunedì 9.30–12.30",
        ),
        (
            ("slot", {**MONDAY, "days": ["1"], "opens": "12:30", "closes": "09:30"}),
            "viene prima dell’apertura",
        ),
        (("slot", {**MONDAY, "days": ["1"], "closes": "09:30"}), "coincidono"),
        (("slot", {**MONDAY, "days": []}), "obbligatorio"),
        (("closure", {"first": "2026-08-28", "last": "2026-08-03", "reason": ""}), "28 agosto 2026"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_row_and_nothing_is_saved(
    administrator: Client, desk: DeskPage, row: tuple[str, dict[str, Any]], message: str
) -> None:
    html = edit(administrator, desk, form(desk, ("slot", MONDAY), row, title="Nome cambiato"))
    assert message in html
    desk.refresh_from_db()
    assert desk.title == "Spazio Uno"
    assert desk.latest_revision is None
    assert len(slots(desk)) == 1


@pytest.mark.parametrize(("number", "accepted"), [("02 000 0001", True), ("chiamare Anna", False)])
def test_a_telephone_is_digits(administrator: Client, desk: DeskPage, number: str, accepted: bool) -> None:
    row = {"number": number, "name": "Telefono", "hours": "", "answers": ""}
    html = edit(administrator, desk, form(desk, phones=streamfield([("phone", row)])))
    assert ("Solo cifre e spazi" in html) != accepted
    phones = DeskPage.objects.get(pk=desk.pk).telephones
    assert [phone.href for phone in phones] == (["tel:020000001"] if accepted else [])


def test_the_preview_shows_hours_that_are_not_saved_yet(administrator: Client, desk: DeskPage) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[desk.pk])
    administrator.post(address, form(desk, ("slot", {**MONDAY, "opens": "10:15"})))
    html = administrator.get(address).content.decode()
    assert "10.15–12.30" in html
    assert slots(desk)[0].opens.hour == 9


def test_editors_of_a_comune_change_their_own_desk_and_no_other(desk: DeskPage, bollate: Comune) -> None:
    senago = Comune.objects.create(name="Senago", slug="senago")
    own, other = signed_in(user_of(bollate)), signed_in(user_of(senago))
    address = reverse("wagtailadmin_pages:edit", args=[desk.pk])
    assert own.get(address).status_code == 200
    assert other.get(address).status_code == 302
    assert "Nome cambiato" not in edit(other, desk, form(desk, title="Nome cambiato"))
    assert other.post(reverse("servizi_verify", args=[desk.pk])).status_code == 302


def test_what_an_editor_of_a_comune_writes_waits_for_approval(
    client: Client, desk: DeskPage, bollate: Comune
) -> None:
    edit(signed_in(user_of(bollate)), desk, form(desk, ("slot", {**MONDAY, "opens": "10:15"})))
    assert slots(desk)[0].opens.hour == 9
    desk.refresh_from_db()
    assert desk.has_unpublished_changes


def test_a_desk_that_moves_to_another_comune_changes_editors(
    administrator: Client, desk: DeskPage, bollate: Comune
) -> None:
    senago = Comune.objects.create(name="Senago", slug="senago")
    edit(administrator, desk, form(desk, comune=senago.pk))
    address = reverse("wagtailadmin_pages:edit", args=[desk.pk])
    assert signed_in(user_of(senago)).get(address).status_code == 200
    assert signed_in(user_of(bollate)).get(address).status_code == 302


def test_the_dashboard_lists_what_is_unverified_and_one_click_renews_it(
    administrator: Client, desk: DeskPage
) -> None:
    desk.verify(day=date(2026, 1, 1))
    dashboard = reverse("wagtailadmin_home")
    assert "verificata il 1º gennaio 2026" in administrator.get(dashboard).content.decode()
    answer = administrator.post(reverse("servizi_verify", args=[desk.pk]), follow=True).content.decode()
    assert "«Spazio Uno»: verificato oggi" in answer
    assert "È tutto giusto" not in administrator.get(dashboard).content.decode()
    desk.refresh_from_db()
    assert not desk.is_stale()
    assert desk.verified_by
    assert desk.verified_by.username == "amministrazione"


def test_looking_at_the_question_renews_nothing(administrator: Client, desk: DeskPage) -> None:
    desk.verify(day=date(2026, 1, 1))
    page = administrator.get(reverse("servizi_verify", args=[desk.pk]))
    assert "È tutto giusto" in page.content.decode()
    desk.refresh_from_db()
    assert desk.is_stale()


def test_who_looks_after_comuni_is_told_whose_patron_saint_is_missing(
    administrator: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    for name, values in {"Senago": {}, "Milano": {"is_capital": True}, "Bresso": {}}.items():
        comune = Comune.objects.create(name=name, slug=name.lower(), **values)
        if name != "Bresso":
            build_desk(index, f"Spazio {name}", comune)
    build_desk(index, "Spazio Bollate", bollate)
    senago = Comune.objects.get(name="Senago")
    edit_senago = reverse("wagtailsnippets_servizi_comune:edit", args=[senago.pk])

    dashboard = reverse("wagtailadmin_home")
    panel = administrator.get(dashboard).content.decode().split("Santo patrono da scrivere")[1]
    told = panel.split("</ul>")[0]
    assert edit_senago in told
    assert not re.search("Milano|Bresso|Bollate", told)
    assert "Santo patrono" not in signed_in(user_of(senago)).get(dashboard).content.decode()

    senago.patron_day, senago.patron_name = "05-04", "San Floriano"
    senago.save()
    assert "Santo patrono da scrivere" not in administrator.get(dashboard).content.decode()


def test_a_visitor_cannot_renew_a_verification(client: Client, desk: DeskPage) -> None:
    desk.verify(day=date(2026, 1, 1))
    assert client.post(reverse("servizi_verify", args=[desk.pk])).status_code == 302
    desk.refresh_from_db()
    assert desk.is_stale()


def test_a_page_without_facts_cannot_be_verified(administrator: Client, index: DeskIndexPage) -> None:
    assert administrator.post(reverse("servizi_verify", args=[index.pk])).status_code == 404


def test_publishing_an_old_draft_does_not_undo_a_verification(desk: DeskPage) -> None:
    desk.verify(day=date(2026, 1, 1))
    draft = desk.save_revision()
    desk.verify()
    draft.publish()
    desk.refresh_from_db()
    assert not desk.is_stale()


def test_a_draft_that_names_another_comune_hands_nothing_over(desk: DeskPage, bollate: Comune) -> None:
    senago = Comune.objects.create(name="Senago", slug="senago")
    edit(signed_in(user_of(bollate)), desk, form(desk, comune=senago.pk))
    assert (
        signed_in(user_of(senago)).get(reverse("wagtailadmin_pages:edit", args=[desk.pk])).status_code == 302
    )


def test_verifying_a_desk_verifies_its_translations(desk: DeskPage) -> None:
    english = Locale.objects.create(language_code="en")
    desk.copy_for_translation(english, copy_parents=True)
    desk.verify(day=date(2026, 1, 1))
    desk.verify()
    assert not DeskPage.objects.get(translation_key=desk.translation_key, locale=english).is_stale()


def test_a_new_desk_counts_as_verified_by_who_wrote_it(
    administrator: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    new = DeskPage(title="Spazio Due", slug="spazio-due", intro="Qui.", comune=bollate)
    address = reverse("wagtailadmin_pages:add", args=["servizi", "deskpage", index.pk])
    response = administrator.post(address, form(new))
    assert response.status_code == 302
    assert not DeskPage.objects.get(slug="spazio-due").is_stale()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"patron_day": "31-12", "patron_name": "Santa"}, "Questo giorno non esiste"),
        ({"patron_day": "12-31", "patron_name": ""}, "il nome della festa"),
        ({"patron_day": "", "patron_name": "Santa"}, "il giorno della festa"),
        ({"province": "mi"}, "Due lettere maiuscole"),
    ],
)
def test_a_comune_is_refused_with_a_patron_day_that_cannot_be(
    administrator: Client, values: dict[str, str], message: str
) -> None:
    data = {"name": "Prova", "slug": "prova", "province": "MI", "network": "", **values}
    html = administrator.post(reverse(Comune.snippet_viewset.get_url_name("add")), data).content.decode()
    assert message in html
    assert not Comune.objects.filter(slug="prova").exists()


def test_a_translation_shows_the_hours_of_the_italian_page(
    client: Client, index: DeskIndexPage, bollate: Comune, desk: DeskPage
) -> None:
    build_desk(index, "Spazio Due", bollate)
    english = Locale.objects.create(language_code="en")
    copy = desk.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()
    desk.hours = [("slot", {"days": ["0"], "opens": "10:15", "closes": "12:30"})]
    desk.save()

    page, listed = (client.get(each.url).content.decode() for each in (copy, copy.get_parent()))
    assert "10:15–12:30" in page
    assert "10:15–12:30" in listed
    # What nobody has translated yet is shown as it is, rather than left out.
    assert "Spazio Due" in listed


def test_a_closure_names_no_reason_that_nobody_typed() -> None:
    new = HoursBlock().child_blocks["closure"]
    assert new.get_default()["reason"] in {None, ""}
    assert "Chiusura estiva" in str(new.child_blocks["reason"].field.help_text)


def test_a_translation_goes_offline_and_comes_back_with_the_italian_page(
    client: Client, desk: DeskPage
) -> None:
    english = Locale.objects.create(language_code="en")
    copy = desk.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()

    def seen() -> tuple[int, bool]:
        answer = client.get(copy.url)
        return answer.status_code, f"{copy.url}</loc>" in client.get("/sitemap.xml").content.decode()

    assert seen() == (200, True)
    desk.unpublish()
    assert seen() == (404, False)
    desk.save_revision().publish()
    assert seen() == (200, True)


def test_ninety_days_are_counted_from_the_verification(desk: DeskPage) -> None:
    desk.verify(day=date(2026, 8, 22))
    assert not desk.is_stale(date(2026, 8, 22) + timedelta(days=90))
    assert desk.is_stale(date(2026, 8, 22) + timedelta(days=91))
    assert list(DeskPage.objects.stale(date(2026, 11, 20))) == []
    assert list(DeskPage.objects.stale(date(2026, 11, 21))) == [desk]


def test_new_desks_are_at_the_address_of_their_comune_where_the_title_would_tell(
    administrator: Client, desk: DeskPage
) -> None:
    index = desk.get_parent()
    address = reverse("wagtailadmin_pages:add", args=["servizi", "deskpage", index.pk])
    for desk.title in ("Centro antiviolenza Bollate", "Centro antiviolenza"):
        data = form(desk, ("slot", MONDAY), slug=slugify(desk.title))
        assert administrator.post(address, data, follow=True).status_code == 200
    slugs = index.get_children().order_by("path").values_list("slug", flat=True)
    assert list(slugs) == ["spazio-uno", "bollate", "bollate-2"]


def test_a_desk_written_without_an_address_gets_that_of_its_comune(
    index: DeskIndexPage, bollate: Comune
) -> None:
    assert build_desk(index, "Centro antiviolenza", bollate, slug="").url == "/sportelli/bollate/"


def test_a_telling_address_of_a_published_desk_is_refused_at_the_field(
    administrator: Client, desk: DeskPage
) -> None:
    told = edit(administrator, desk, form(desk, ("slot", MONDAY), slug="centro-antiviolenza"))
    assert "scegli una parola neutra al posto di «antiv…»" in told
    assert DeskPage.objects.get(pk=desk.pk).slug == "spazio-uno"
