from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from logins.mails import MANAGES
from logins.models import Purpose
from logins.one_time_links import make_and_send
from logins.views.accounts import account, accounts, may_manage, tell_sent


@hooks.register("register_admin_urls")
def account_urls() -> list[URLResolver]:
    pages = [path("", accounts, name="index"), path("<int:pk>/", account, name="account")]
    return [path("accessi/", include((pages, "logins"), namespace="logins"))]


class AccountsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MANAGES)


@hooks.register("register_settings_menu_item")
def accounts_menu_item() -> MenuItem:
    return AccountsMenuItem(gettext_lazy("Accessi"), reverse_lazy("logins:index"), icon_name="key", order=605)


@hooks.register("register_user_listing_buttons")
def access_button(user: Any, request_user: Any) -> Iterator[Button]:
    if user.is_active and may_manage(request_user, user):
        yield Button(_("Accesso"), reverse("logins:account", args=[user.pk]), icon_name="key", priority=30)


@hooks.register("register_account_menu_item")
def own_access(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Il tuo accesso"),
        "help_text": _("La password, le chiavi di accesso, l’app dei codici e i codici di riserva."),
    }


@hooks.register("after_create_user")
def invite(request: HttpRequest, user: Any) -> None:
    """Send a new account the link by which its person chooses a password: nobody else ever types one."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    # A mail server may take its time, during which nobody else could write to the database.
    transaction.on_commit(lambda: tell_sent(request, user, make_and_send(user, Purpose.INVITATION)))
