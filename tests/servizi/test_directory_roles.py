"""Who may change what in the directory."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState

from amaranta.demo.desks import build_desk, build_desk_index
from servizi.models import DeskPage, PartnerPage
from tests.accounts import signed_in

from .conftest import user_of
from .directory_site import COORDINATORS, MODERATORS, Directory, member_of


@pytest.fixture
def editor(directory: Directory) -> Client:
    """Return somebody of Bresso's editors."""
    return signed_in(user_of(directory.comuni["bresso"]))


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(page: PartnerPage, **values: object) -> dict[str, object]:
    return {
        "title": page.title, "kind": page.kind, "summary": page.summary, "description": "", "phone": page.phone,
        "phone_hours": "", "email": "", "website": "", "street_address": "", "access_notes": "", "logo": "",
        "comuni": [comune.pk for comune in page.comuni.all()], "internal_contact": "", "protocol_signed_on": "",
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, **values,
    }  # fmt: skip


def test_editors_open_their_own_partners_and_no_others(editor: Client, directory: Directory) -> None:
    assert editor.get(edit(directory.hospital)).status_code == 200
    for page in (directory.lawyers, directory.shelter, directory.index, directory.bollate):
        assert editor.get(edit(page)).status_code == 302
        assert editor.post(edit(page), {"title": "Altro"}).status_code == 302
        page.refresh_from_db()
        assert page.title != "Altro"


def test_editors_write_new_partners_in_their_own_section_only(editor: Client, directory: Directory) -> None:
    def add(section: Page) -> int:
        return editor.get(
            reverse("wagtailadmin_pages:add", args=["servizi", "partnerpage", section.pk])
        ).status_code

    assert add(directory.bresso) == 200
    assert add(directory.bollate) == 302


def test_editors_of_one_comune_cannot_change_anothers_desk(editor: Client, directory: Directory) -> None:
    desks = build_desk_index(directory.index.get_parent().specific)
    own = build_desk(desks, "Spazio di Bresso", directory.comuni["bresso"])
    other = build_desk(desks, "Spazio di Bollate", directory.comuni["bollate"])

    assert editor.get(edit(own)).status_code == 200
    assert editor.get(edit(other)).status_code == 302
    assert editor.post(edit(other), {"title": "Altro"}).status_code == 302
    assert DeskPage.objects.get(pk=other.pk).title == "Spazio di Bollate"


def test_editors_cannot_move_a_partner_into_anothers_section(editor: Client, directory: Directory) -> None:
    address = reverse("wagtailadmin_pages:move_confirm", args=[directory.hospital.pk, directory.bollate.pk])
    editor.post(address)
    directory.hospital.refresh_from_db()
    assert directory.hospital.is_descendant_of(directory.bresso)


def test_a_change_by_an_editor_waits_for_a_moderator(
    client: Client, editor: Client, directory: Directory
) -> None:
    page = directory.hospital
    editor.post(edit(page), form(page, summary="Frase nuova", **{"action-publish": "1"}))
    assert PartnerPage.objects.get(pk=page.pk).summary == "Sempre aperto."

    editor.post(edit(page), form(page, summary="Frase nuova", **{"action-submit": "1"}))
    assert PartnerPage.objects.get(pk=page.pk).summary == "Sempre aperto."
    state = TaskState.objects.get(status="in_progress")

    moderator = signed_in(member_of(MODERATORS))
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    moderator.post(approve, {"comment": ""})
    assert PartnerPage.objects.get(pk=page.pk).summary == "Frase nuova"
    assert "Frase nuova" in client.get(page.url).content.decode()


def test_only_who_may_publish_the_directory_brings_in_a_sheet(editor: Client, directory: Directory) -> None:
    address = reverse("servizi_partners_import")
    listing = reverse("enti:index")

    assert editor.get(address).status_code == 302
    assert editor.post(address, {"confirm": "x"}).status_code == 302
    assert address not in editor.get(listing).content.decode()
    coordinator = signed_in(member_of(COORDINATORS))
    assert coordinator.get(address).status_code == 200
    assert address in coordinator.get(listing).content.decode()


def test_the_listing_shows_editors_only_their_own_partners_and_filters_by_kind(
    editor: Client, administrator: Client, directory: Directory
) -> None:
    listing = reverse("enti:index")

    own = editor.get(listing).content.decode()
    assert directory.hospital.title in own
    assert directory.lawyers.title not in own
    hospitals = administrator.get(f"{listing}?kind=ospedale").content.decode()
    assert directory.hospital.title in hospitals
    assert directory.lawyers.title not in hospitals


def test_a_new_section_belongs_to_the_editors_of_its_comune(
    administrator: Client, directory: Directory
) -> None:
    comune = directory.comuni["senago"]
    add = reverse("wagtailadmin_pages:add", args=["servizi", "partnersectionpage", directory.index.pk])
    administrator.post(
        add,
        {
            "title": "Senago", "comune": comune.pk, "action-publish": "1", "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
        },
    )  # fmt: skip

    section = directory.index.get_children().get(title="Senago")
    assert section.slug == "senago"
    assert section.permissions_for_user(user_of(comune)).can_add_subpage()
    assert not section.permissions_for_user(user_of(directory.comuni["bollate"])).can_add_subpage()


def test_a_partner_can_be_previewed_before_it_is_published(editor: Client, directory: Directory) -> None:
    page = directory.hospital
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    assert editor.post(preview, form(page, summary="Solo in anteprima")).json()["is_valid"]
    assert "Solo in anteprima" in editor.get(preview).content.decode()


def test_a_historical_body_with_a_number_is_refused_beside_the_field(
    administrator: Client, directory: Directory
) -> None:
    page = directory.hospital
    html = administrator.post(edit(page), form(page, is_archive="on")).content.decode()
    assert "Un ente storico non ha contatti: svuota questo campo." in html
