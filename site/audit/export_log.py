"""Lists that somebody took along: seen where the answer leaves, so that no new export can be forgotten."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.actions import write_down

ADMINISTRATION = "wagtailadmin"
NAMES: dict[str, str | Promise] = {
    "servizi_partners_export": _("enti"),
    "audit": _("registro"),
    "visits_csv": _("visite"),
    "site_history": _("cronologia del sito"),
    "figure_publications:index": _("dati pubblicati"),
    "wagtailusers_users:index": _("account"),
    "contatti_key_maker": _("pagina per fare una chiave"),
}
"""What the lists are called, by the name of their address; others are called by that name."""


class ExportMiddleware:
    """Writes down who took which list; what was asked for in it is nobody's business."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if match and match.route.startswith("admin/") and _is_file(response):
            user: Any = request.user
            name = match.view_name or match.route
            write_down(user, "audit.export", user, what=[str(NAMES.get(name, name))])
        return response


def _is_file(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Disposition", "")
    return response.status_code == 200 and kind.startswith("attachment")
