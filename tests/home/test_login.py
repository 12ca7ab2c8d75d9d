"""The login of the administration."""

import re

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
def test_a_password_manager_knows_both_fields_and_the_title_says_where_one_is(client: Client) -> None:
    html = client.get(reverse("wagtailadmin_login")).content.decode()

    fields = {
        name: next(tag for tag in re.findall(r"<input[^>]*>", html) if f'name="{name}"' in tag)
        for name in ("login", "password")
    }
    assert 'autocomplete="username webauthn"' in fields["login"]
    assert 'autocomplete="current-password"' in fields["password"]
    assert "Wagtail" not in re.search(r"<title>(.*?)</title>", html, re.DOTALL).group(1)  # type: ignore[union-attr]
