"""A copy begins as a draft: no rule is gone round by copying a page."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from home.models import HelpPage, HomePage, InformationPage, ReservedPhrase

from .drafts import page_with, prose

AS_TYPED = {"new_title": "Una copia", "new_slug": "copia", "publish_copies": "on", "alias": "on"}


def copy_form(page: Any) -> str:
    return reverse("wagtailadmin_pages:copy", args=[page.pk])


@pytest.fixture
def page(home: HomePage) -> Any:
    page = page_with(home, prose("La sala Grande Quercia."))
    page.save_revision().publish()
    return page


@pytest.fixture
def parts(page: Any) -> Any:
    part = page.add_child(instance=InformationPage(title="Una parte", slug="parte"))
    part.save_revision().publish()
    return page


def test_a_copy_of_what_was_reserved_since_is_a_draft_though_asked_to_be_public(
    parts: Any, home: HomePage, admin_client: Client
) -> None:
    ReservedPhrase.of("Grande Quercia", note="una casa")
    admin_client.post(
        copy_form(parts), {**AS_TYPED, "new_parent_page": home.pk, "copy_subpages": "on"}, follow=True
    )

    copies = InformationPage.objects.filter(path__startswith=InformationPage.objects.get(slug="copia").path)
    assert [(copy.slug, copy.live, copy.alias_of) for copy in copies] == [
        ("copia", False, None), ("parte", False, None)
    ]  # fmt: skip
    assert Client().get("/copia/").status_code == 404


def test_the_form_says_that_a_copy_is_a_draft_and_offers_nothing_else(
    page: Any, admin_client: Client
) -> None:
    form = admin_client.get(copy_form(page)).content.decode()

    assert "La copia è una bozza" in form
    assert 'name="publish_copies"' not in form
    assert 'name="alias"' not in form


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("new_slug", "stalking", "cronologia"),
        ("new_slug", "x" * 256, "255"),
        ("new_title", "x" * 256, "255"),
    ],
)
def test_what_the_page_would_refuse_is_said_at_the_field(
    home: HomePage, admin_client: Client, field: str, typed: str, said: str
) -> None:
    page = home.add_child(instance=HelpPage(title="Aiuto", slug="aiuto"))
    answer = admin_client.post(copy_form(page), {**AS_TYPED, "new_parent_page": home.pk, field: typed})

    assert answer.status_code == 200
    assert said in str(answer.context["form"].errors[field])
    assert HelpPage.objects.count() == 1
