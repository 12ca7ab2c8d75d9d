from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from servizi.statistics_permissions import PUBLISH
from visits.views import visits, visits_csv


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("visite/", visits, name="visits"),
        path("visite/csv/", visits_csv, name="visits_csv"),
    ]


class VisitsMenuItem(MenuItem):
    """Shown to who may read the counts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PUBLISH))


@hooks.register("register_reports_menu_item")
def visits_menu_item() -> MenuItem:
    return VisitsMenuItem(_("Visite"), reverse_lazy("visits"), icon_name="view", order=20)
