"""The administration's own scripts may use the methods that its views have; nobody else may use any other."""

import re
from pathlib import Path

import pytest
import wagtail.admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import FormState

from amaranta.odd_requests import FOR_STAFF, METHODS
from home.models import HomePage, InformationPage

SCRIPTS = Path(wagtail.admin.__file__).parent / "static" / "wagtailadmin" / "js"
ASKED = re.compile(r"\bmethod:\s*[\"']([A-Z]+)[\"']")


def test_the_draft_of_a_preview_is_forgotten_when_the_form_asks_for_it(
    home: HomePage, admin_client: Client, admin_user: User
) -> None:
    of_new = reverse("wagtailadmin_pages:preview_on_add", args=["home", "informationpage", home.pk])
    of_old = reverse("wagtailadmin_pages:preview_on_edit", args=[home.pk])
    for address, page, parent in ((of_new, InformationPage(), str(home.pk)), (of_old, home, "")):
        FormState.objects.update_or_create_by_instance(
            page,
            parent_object_id=parent,
            user=admin_user,
            defaults={"data": "title=Di+prima", "last_updated_at": timezone.now()},
        )

        assert admin_client.delete(address).json() == {"success": True}

        assert not FormState.objects.exists()


def test_a_hint_that_was_closed_stays_closed(admin_client: Client, home: HomePage) -> None:
    answer = admin_client.patch(
        reverse("wagtailadmin_dismissibles"), b'{"a-hint": true}', content_type="application/json"
    )
    assert answer.status_code == 200


def test_every_method_that_the_scripts_of_the_administration_send_is_let_in() -> None:
    asked = {name for script in SCRIPTS.rglob("*.js") for name in ASKED.findall(script.read_text())}
    assert {"DELETE", "PATCH"} <= asked <= {*METHODS, *FOR_STAFF}


@pytest.mark.parametrize("method", FOR_STAFF)
def test_a_view_without_such_a_method_does_not_take_it_for_a_look(
    method: str, home: HomePage, admin_client: Client
) -> None:
    for address in ("/admin/", reverse("wagtailadmin_pages:delete", args=[home.pk]), "/", "/admin/api/main/"):
        assert admin_client.generic(method, address).status_code == 405
