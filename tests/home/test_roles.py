"""What each person of the demonstration may touch in the administration, and what they may not."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from amaranta.demo.campaigns import build_campaign
from amaranta.demo.roles import WORKFLOW
from amaranta.demo.staff import STAFF
from amaranta.demo.text.campaigns import CampaignText
from home.models import (
    BasePage,
    CampaignIndexPage,
    CampaignPage,
    HomePage,
    InformationPage,
    MaterialIndexPage,
    MaterialPage,
)
from home.starts import starts_for
from servizi.models import Comune, DeskPage, FigureSheet, PartnerPage
from servizi.permissions import editors_of

from .campaigns import FIRST, LAST, WORDS

Demo = dict[str, BasePage]

PLACES = {
    "keys": "chiavi:index",
    "mailboxes": "caselle:index",
    "sheets": "figure_sheets:index",
    "publications": "figure_publications:index",
    "reserved words": "parole-riservate:index",
    "users": "wagtailusers_users:index",
    "groups": "wagtailusers_groups:index",
    "workflows": "wagtailadmin_workflows:index",
    "sites": "wagtailsites:index",
    "pictures": "wagtailimages:index",
    "documents": "wagtaildocs:index",
}
WRITING = {"pictures", "documents"}
FIGURES = {"sheets", "publications"}

OPEN_TO: dict[str, set[str]] = {
    "amministrazione": set(PLACES),
    "coordinamento": WRITING | FIGURES | {"reserved words"},
    "moderazione": WRITING,
    "redazione": WRITING,
    "redazione-bresso": WRITING,
    "redazione-cesate": WRITING,
    "operatrice": {"sheets"},
    "chiavi": {"keys", "mailboxes"},
}


@pytest.fixture(autouse=True)
def database(demo: Demo, db: None) -> None:
    """Let each test write into the demonstration; what it writes is taken back."""


def as_(username: str) -> Client:
    client = Client()
    client.force_login(user(username))
    return client


def is_open(client: Client, address: str) -> bool:
    """Tell whether the address answers; Wagtail sends whoever may not back to the first screen."""
    response = client.get(address)
    if response.status_code == 302:
        assert response.headers["Location"] == reverse("wagtailadmin_home")
    return response.status_code == 200


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add(parent: Page, model: type[Page]) -> str:
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


def desk(comune: str) -> DeskPage:
    found: DeskPage = DeskPage.objects.get(comune__name=comune, locale__language_code="it")
    return found


def user(username: str) -> Any:
    return get_user_model().objects.get(username=username)


def test_everybody_of_the_demonstration_has_a_role_here() -> None:
    assert {member.username for member in STAFF} == set(OPEN_TO)


@pytest.mark.parametrize("username", OPEN_TO)
def test_each_enters_the_administration_in_italian_and_only_their_places(username: str) -> None:
    client = as_(username)
    dashboard = client.get(reverse("wagtailadmin_home"))

    assert dashboard.status_code == 200
    assert 'lang="it"' in dashboard.content.decode()
    found = {place for place, name in PLACES.items() if is_open(client, reverse(name))}
    assert found == OPEN_TO[username]


WAYS_IN: dict[str, set[str]] = {
    "amministrazione": {"campagna", "materiale", "orari", "ente", "scheda", "certificato"},
    "coordinamento": {"campagna", "materiale", "orari", "ente", "scheda"},
    "moderazione": {"orari"},
    "redazione": {"campagna", "materiale"},
    "redazione-bresso": {"campagna", "orari", "ente"},
    "redazione-cesate": {"campagna", "orari", "ente"},
    "operatrice": {"scheda"},
    "chiavi": {"certificato"},
}


@pytest.mark.parametrize("username", OPEN_TO)
def test_the_first_screen_offers_each_what_they_come_for_and_every_way_in_opens(username: str) -> None:
    client = as_(username)
    first_screen = client.get(reverse("wagtailadmin_home")).content.decode()
    starts = starts_for(user(username))

    assert {word for word in WAYS_IN["amministrazione"] if any(word in start.text for start in starts)} == (
        WAYS_IN[username]
    )
    for start in starts:
        assert f'href="{start.url}"' in first_screen
        assert is_open(client, start.url)


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_tenth_of_december_is_written_10_12_in_either_language(language: str) -> None:
    with override(language):
        form = CampaignPage.get_edit_handler().get_form_class()(instance=CampaignPage(ends_on=LAST))
        typed = form.fields["ends_on"].clean("10/12/2026")
        moment = form.formsets["events"].empty_form.fields["starts_at"].clean("27/11/2026 20.30")

    assert f'value="{LAST:%d/%m/%Y}"' in str(form["ends_on"])
    assert typed == date(2026, 12, 10)
    assert moment == datetime(2026, 11, 27, 20, 30, tzinfo=ZoneInfo("Europe/Rome"))


def test_a_visitor_enters_nowhere() -> None:
    for name in ["wagtailadmin_home", *PLACES.values()]:
        response = Client().get(reverse(name))
        assert response.status_code == 302
        assert response.headers["Location"].startswith(reverse("wagtailadmin_login"))


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

        assert desk("Bresso").title == "Centro Donna Insieme Bresso"
        assert not page.permissions_for_user(user("redazione-bresso")).can_publish()

    def test_does_not_see_who_or_how_many_wrote_to_a_desk(self) -> None:
        dashboard = as_("redazione-bresso").get(reverse("wagtailadmin_home")).content.decode()

        assert "Cosa richiede attenzione" in dashboard
        assert "Richieste" not in dashboard
        assert reverse("chiavi:index") not in dashboard
        assert as_("redazione-bresso").post(reverse("contatti_send_again")).status_code in {302, 403}

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

    @pytest.mark.parametrize("name", ["Editors", "Moderators"])
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


class TestTheCoordinator:
    def test_writes_publishes_and_deletes_pages_of_the_whole_site(self) -> None:
        coordinator = user("coordinamento")
        home = HomePage.objects.get(locale__language_code="it")

        assert home.permissions_for_user(coordinator).can_add_subpage()
        assert home.permissions_for_user(coordinator).can_publish()
        assert desk("Cesate").permissions_for_user(coordinator).can_delete()

    def test_sees_every_desks_figures_and_no_desks_keys(self) -> None:
        client = as_("coordinamento")

        assert is_open(client, reverse("figure_publications:add"))
        assert not is_open(client, reverse("chiavi:index"))
        assert not is_open(client, reverse("caselle:index"))


class TestAnOperator:
    def test_changes_no_page(self) -> None:
        client = as_("operatrice")

        assert not is_open(client, edit(desk("Bresso")))
        assert not is_open(client, edit(HomePage.objects.get(locale__language_code="it")))

    def test_sees_the_sheets_of_the_own_desk_only(self) -> None:
        client = as_("operatrice")
        own = FigureSheet.objects.filter(desk=desk("Bresso")).first()
        other = FigureSheet.objects.filter(desk=desk("Cinisello Balsamo")).first()

        assert is_open(client, reverse("figure_sheets:edit", args=[own.pk]))
        assert not is_open(client, reverse("figure_sheets:edit", args=[other.pk]))


class TestTheKeeperOfKeys:
    def test_changes_no_page_and_sees_no_figures(self) -> None:
        client = as_("chiavi")

        assert not is_open(client, edit(desk("Bresso")))
        assert not is_open(client, reverse("figure_sheets:index"))


class TestWhatEachPageOffers:
    def test_below_a_desk_nothing_can_be_created_and_below_the_home_page_only_what_belongs(self) -> None:
        client = as_("amministrazione")
        home = HomePage.objects.get(locale__language_code="it")
        offered = client.get(reverse("wagtailadmin_pages:add_subpage", args=[home.pk])).content.decode()

        assert "Pagina pubblica" in offered
        assert "casa rifugio" not in offered.casefold()
        assert desk("Bresso").allowed_subpage_models() == []
