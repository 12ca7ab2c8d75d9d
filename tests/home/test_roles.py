"""What each person of the demonstration may touch in the administration, and what they may not."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from amaranta.demo.staff import STAFF
from home.admin.quick_links import quick_links_for
from home.models import CampaignPage, HomePage
from servizi.models import FigureSheet

from .campaigns import LAST
from .people import as_, desk, edit, is_open, user

pytestmark = pytest.mark.usefixtures("database")

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
    "requests": "console",
    "answers": "console_answer",
    "mailboxes of bodies": "caselle_enti:index",
    "cases": "referrals",
    "register": "audit",
    "who may": "who_may",
    "visits": "visits",
}

WRITING = {"pictures", "documents"}
FIGURES = {"sheets", "publications"}
ANSWERING = {"sheets", "requests", "answers", "cases"}
OPEN_TO: dict[str, set[str]] = {
    "amministrazione": set(PLACES) - {"answers"},
    "coordinamento": WRITING
    | FIGURES
    | {"reserved words", "requests", "cases", "register", "who may", "visits"},
    "moderazione": WRITING,
    "redazione": WRITING,
    "redazione-bresso": WRITING,
    "redazione-cesate": WRITING,
    "operatrice": ANSWERING,
    "operatrice-cinisello": ANSWERING,
    "operatrice-cesate": ANSWERING,
    "chiavi": {"keys", "mailboxes", "mailboxes of bodies"},
    "ente": {"cases"},
}


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
    "operatrice-cinisello": {"scheda"},
    "operatrice-cesate": {"scheda"},
    "chiavi": {"certificato"},
    "ente": set(),
}


@pytest.mark.parametrize("username", OPEN_TO)
def test_the_first_screen_offers_each_what_they_come_for_and_every_way_in_opens(username: str) -> None:
    client = as_(username)
    first_screen = client.get(reverse("wagtailadmin_home")).content.decode()
    starts = quick_links_for(user(username))

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
