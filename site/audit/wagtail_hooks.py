from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from audit import actions
from audit.report import RegisterView, may_read
from audit.who_may import what_may_i, who_may


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    actions.register(registry)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("registro/", RegisterView.as_view(), name="audit"),
        path("registro/righe/", RegisterView.as_view(results_only=True), name="audit_results"),
        path("chi-puo/", who_may, name="who_may"),
        path("che-cosa-posso/", what_may_i, name="what_may_i"),
    ]


class RegisterMenuItem(MenuItem):
    """Shown to who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    return RegisterMenuItem(_("Registro"), reverse_lazy("audit"), icon_name="history", order=10)


@hooks.register("register_reports_menu_item")
def who_may_menu_item() -> MenuItem:
    return RegisterMenuItem(_("Chi può fare che cosa"), reverse_lazy("who_may"), icon_name="group", order=11)


@hooks.register("register_help_menu_item")
def what_may_i_menu_item() -> MenuItem:
    return MenuItem(_("Che cosa posso fare"), reverse_lazy("what_may_i"), icon_name="user", order=2)
