"""Which pages editors and moderators may write and publish."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from amaranta.demo.campaigns import CampaignText, build_campaign
from amaranta.demo.roles import WORKFLOW
from home.models import (
    CampaignIndexPage,
    CampaignPage,
    HomePage,
    InformationPage,
    MaterialIndexPage,
    MaterialPage,
)
from servizi.editor_permissions import editors_of
from servizi.models import Comune, PartnerPage

from .campaigns import FIRST, LAST, WORDS
from .people import add, as_, desk, edit, is_open, user

pytestmark = pytest.mark.usefixtures("database")


class TestAnEditorOfAComune:
    def test_changes_the_desk_of_that_comune_and_no_other_page(self) -> None:
        client = as_("redazione-bresso")

        assert is_open(client, edit(desk("Bresso")))
        for page in (desk("Cesate"), HomePage.objects.first(), InformationPage.objects.first()):
            assert not is_open(client, edit(page))

    def test_publishes_nothing(self) -> None:
        page = desk("Bresso")
        page.title = "Un altro nome"
        page.save_revision()
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
        as_("redazione-bresso").post(bulk, {"next": "/admin/"})

        assert desk("Bresso").title == "Spazio Sambuco Bresso (esempio)"
        assert not page.permissions_for_user(user("redazione-bresso")).can_publish()

    def test_does_not_see_who_or_how_many_wrote_to_a_desk(self) -> None:
        dashboard = as_("redazione-bresso").get(reverse("wagtailadmin_home")).content.decode()

        assert "Cosa richiede attenzione" in dashboard
        assert "Richieste" not in dashboard
        assert reverse("chiavi:index") not in dashboard
        assert as_("redazione-bresso").post(reverse("sealed_send_again")).status_code in {302, 403}

    def test_is_offered_nothing_to_create_outside_the_section_of_that_comune(self) -> None:
        client = as_("redazione-bresso")

        for parent in (HomePage.objects.get(locale__language_code="it"), desk("Bresso").get_parent()):
            assert not is_open(client, reverse("wagtailadmin_pages:add_subpage", args=[parent.pk]))

    def test_begins_campaigns_that_wait_for_a_moderator_and_touches_no_other(self) -> None:
        editor = user("redazione-bresso")
        index = CampaignIndexPage.objects.get(locale__language_code="it")
        own = build_campaign(
            index, CampaignText({**WORDS.fields, "slug": "nostra"}, [], (), (), ()), FIRST, LAST
        )
        own.owner = editor
        own.save()
        others = CampaignPage.objects.exclude(pk=own.pk).first()

        assert is_open(as_("redazione-bresso"), add(index, CampaignPage))
        assert is_open(as_("redazione-bresso"), edit(own))
        assert not is_open(as_("redazione-bresso"), edit(others))
        assert not index.permissions_for_user(editor).can_edit()
        assert not own.permissions_for_user(editor).can_publish()
        assert own.get_workflow().name == WORKFLOW

    def test_of_a_comune_that_joins_later_begins_campaigns_too(self) -> None:
        comune = Comune.objects.create(name="Atlantide", slug="atlantide")
        newcomer = get_user_model().objects.create_user("redazione-atlantide")
        newcomer.groups.add(editors_of(comune))

        index = CampaignIndexPage.objects.get(locale__language_code="it")
        assert index.permissions_for_user(newcomer).can_add_subpage()


class TestTheEditorsThatWagtailMakes:
    def test_write_campaigns_and_school_materials(self) -> None:
        client = as_("redazione")
        campaigns = CampaignIndexPage.objects.get(locale__language_code="it")
        library = MaterialIndexPage.objects.get(locale__language_code="it")

        assert is_open(client, add(campaigns, CampaignPage))
        assert is_open(client, add(library, MaterialPage))
        assert is_open(client, edit(campaigns))

    def test_change_no_desk_no_partner_and_no_other_page(self) -> None:
        client = as_("redazione")
        pages = [desk("Bresso"), PartnerPage.objects.first(), HomePage.objects.first(),
                 InformationPage.objects.first()]  # fmt: skip

        assert [page for page in pages if is_open(client, edit(page))] == []
        for parent in (HomePage.objects.get(locale__language_code="it"), desk("Bresso").get_parent()):
            assert not is_open(client, reverse("wagtailadmin_pages:add_subpage", args=[parent.pk]))

    @pytest.mark.parametrize("name", ["Chi scrive", "Chi modera"])
    def test_may_touch_nothing_where_nobody_granted_them_a_section(self, name: str) -> None:
        member = get_user_model().objects.create_user("chiunque")
        member.groups.add(Group.objects.get(name=name))
        rights = desk("Bresso").permissions_for_user(member)

        assert not any((rights.can_edit(), rights.can_publish(), rights.can_unlock(), rights.can_delete()))


class TestAModerator:
    def test_publishes_what_an_editor_wrote(self) -> None:
        page = desk("Bresso")
        page.title = "Un nome nuovo"
        page.save_revision()
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
        as_("moderazione").post(bulk, {"next": "/admin/"})

        assert desk("Bresso").title == "Un nome nuovo"

    def test_creates_no_page(self) -> None:
        pages = [HomePage.objects.get(locale__language_code="it"), desk("Bresso").get_parent()]

        assert not any(page.permissions_for_user(user("moderazione")).can_add_subpage() for page in pages)
