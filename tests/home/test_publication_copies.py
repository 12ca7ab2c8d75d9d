"""A copy begins as a draft: no rule is gone round by copying a page."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from home.models import BasePage, HelpPage, HomePage, InformationPage, ReservedPhrase

from .drafts import page_with, prose
from .people import as_, edit

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


def limited(demo: dict[str, BasePage]) -> list[BasePage]:
    return [page for page in demo.values() if type(page).max_count_per_parent]


def test_a_copy_that_no_place_would_take_is_not_offered_and_the_reason_is_the_right_one(
    demo: dict[str, BasePage], database: None
) -> None:
    person = as_("amministrazione")
    for page in limited(demo):
        answer = person.get(copy_form(page), follow=True)
        listing = person.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
        if "form" not in (answer.context or {}) or "new_slug" not in answer.context["form"].fields:
            assert copy_form(page) not in listing
            assert copy_form(page) not in person.get(edit(page)).content.decode()


@pytest.mark.parametrize("kind", ["figurespage", "partnerindexpage", "contactpage"])
def test_whoever_opens_the_form_all_the_same_is_told_why(
    demo: dict[str, BasePage], database: None, kind: str
) -> None:
    person = as_("amministrazione")
    page = next(page for page in demo.values() if type(page).__name__.lower() == kind)
    answer = person.get(copy_form(page), follow=True).content.decode()

    assert "Non hai il permesso" not in answer
    assert "non si copia" in unescape(answer)


def test_every_copy_that_is_offered_is_taken_as_it_is_proposed(
    demo: dict[str, BasePage], database: None
) -> None:
    person = as_("amministrazione")
    kinds = {type(page): page for page in demo.values()}
    taken = 0
    for page in kinds.values():
        answer = person.get(copy_form(page))
        if answer.status_code == 200:
            fields = answer.context["form"].fields
            names = ("new_title", "new_slug", "new_parent_page")
            sent = {name: fields[name].initial for name in names}
            sent["new_parent_page"] = sent["new_parent_page"].pk
            assert person.post(copy_form(page), sent).status_code == 302, page
            taken += 1
    assert taken > 5


def test_a_place_that_cannot_hold_the_copy_is_refused_with_that_reason(
    page: Any, parts: Any, home: HomePage, admin_client: Client
) -> None:
    help_page = home.add_child(instance=HelpPage(title="Aiuto", slug="aiuto"))
    answer = admin_client.post(
        copy_form(page), {"new_title": "Copia", "new_slug": "copia", "new_parent_page": help_page.pk}
    )
    assert "non può stare una pagina del tipo" in unescape(answer.content.decode())
