"""The pages that every other page leads to can't be lost by a slip, whoever slips."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import HomePage, InformationPage, SiteSettings


@pytest.fixture
def settings_of_site(home: HomePage) -> SiteSettings:
    """The section «la-rete» with the page on privacy below it, which the settings name."""
    section = home.add_child(instance=InformationPage(title="La rete", slug="la-rete"))
    privacy = section.add_child(instance=InformationPage(title="Dati", slug="dati"))
    free = section.add_child(instance=InformationPage(title="Libera", slug="libera"))
    for page in (section, privacy, free):
        page.save_revision().publish()
    settings = SiteSettings.for_site(Site.objects.get())
    settings.privacy_page = privacy
    settings.save()
    return settings


@pytest.fixture
def writing(admin_client: Client, settings_of_site: SiteSettings) -> Client:
    return admin_client


def page(slug: str) -> Page:
    found: Page = Page.objects.get(slug=slug)
    return found


def address(action: str, slug: str) -> str:
    return reverse(f"wagtailadmin_pages:{action}", args=[page(slug).pk])


def at_once(action: str, *slugs: str) -> str:
    chosen = "&".join(f"id={page(slug).pk}" for slug in slugs)
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?{chosen}"


WAYS_OUT: dict[str, Any] = {
    "unpublish": lambda: (address("unpublish", "dati"), {}),
    "delete": lambda: (address("delete", "dati"), {}),
    "move": lambda: (reverse("wagtailadmin_pages:move_confirm", args=[page("dati").pk, page("libera").pk]), {}),
    "unpublish with those below": lambda: (address("unpublish", "la-rete"), {"include_descendants": "on"}),
    "delete with those below": lambda: (address("delete", "la-rete"), {}),
    "delete at once": lambda: (at_once("delete", "libera", "dati"), {"next": "/admin/"}),
    "unpublish at once": lambda: (at_once("unpublish", "dati"), {"next": "/admin/"}),
    "unpublish a section at once": lambda: (
        at_once("unpublish", "la-rete"), {"next": "/admin/", "include_descendants": "on"}
    ),
    "move at once": lambda: (at_once("move", "dati"), {"next": "/admin/", "chooser": str(page("inizio").pk)}),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_page_named_in_the_settings_stays_and_the_answer_names_the_setting(
    writing: Client, home: HomePage, way: str
) -> None:
    where, typed = WAYS_OUT[way]()
    before = page("dati").url_path
    answer = writing.post(where, typed, follow=True).content.decode()

    assert "pagina sulla riservatezza" in answer
    assert "Impostazioni" in answer
    assert page("dati").live
    assert page("dati").url_path == before
    assert page("libera").live


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_the_home_page_stays_for_a_moderator_too(
    settings_of_site: SiteSettings, home: HomePage, client: Client, django_user_model: Any, action: str
) -> None:
    moderator = django_user_model.objects.create_superuser("moderazione", password="x")
    moderator.groups.add(Group.objects.get(name="Chi modera"))
    client.force_login(moderator)
    answer = client.post(address(action, home.slug), follow=True).content.decode()

    assert "è la pagina iniziale" in answer
    assert Client().get("/").status_code == 200


def test_a_main_page_takes_no_day_on_which_it_would_go(writing: Client) -> None:
    nothing = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0}
    typed = nested_form_data({"title": "Dati", "slug": "dati", "body": streamfield([]), "comments": nothing})
    answer = writing.post(address("edit", "dati"), {**typed, "expire_at": "01/01/2031 10:00"})

    assert "pagina sulla riservatezza" in str(answer.context["form"].errors["expire_at"])
    assert page("dati").specific.get_latest_revision_as_object().expire_at is None


def test_other_pages_go_and_so_does_a_main_page_once_the_setting_names_another(
    writing: Client, settings_of_site: SiteSettings
) -> None:
    writing.post(address("unpublish", "libera"))
    assert not page("libera").live

    settings_of_site.privacy_page = page("libera")
    settings_of_site.save()
    writing.post(address("delete", "dati"))
    assert not Page.objects.filter(slug="dati").exists()


def test_a_section_may_go_without_the_main_page_below_it(writing: Client) -> None:
    writing.post(address("unpublish", "la-rete"))

    assert not page("la-rete").live
    assert page("dati").live
    assert Client().get("/la-rete/dati/").status_code == 200
