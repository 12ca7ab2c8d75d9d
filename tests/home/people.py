"""The people of the demonstration in the administration, and the addresses that they try."""

from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from servizi.models import DeskPage
from tests.accounts import signed_in


def as_(username: str) -> Client:
    return signed_in(user(username))


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
