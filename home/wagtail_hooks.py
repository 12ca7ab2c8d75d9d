from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .panels import ExpiredRightsPanel


@hooks.register("construct_homepage_panels")
def add_expired_rights(request: HttpRequest, panels: list[Component]) -> None:
    """Show the dashboard's task for rights pages that must be checked."""
    panels.append(ExpiredRightsPanel())
