from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from home import tasks_for_editors  # noqa: F401 - registers its questions
from home.panels import AttentionPanel
from home.publication.admin import advise, stop_publication
from home.views.reserved import ReservedPhraseViewSet

hooks.register("before_publish_page", stop_publication)
hooks.register("after_create_page", advise)
hooks.register("after_edit_page", advise)


@hooks.register("register_admin_viewset")
def reserved_phrases() -> ReservedPhraseViewSet:
    return ReservedPhraseViewSet()


@hooks.register("construct_homepage_panels")
def add_attention(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(AttentionPanel())
