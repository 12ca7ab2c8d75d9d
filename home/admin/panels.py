"""The first screen of the administration."""

from typing import Any

from wagtail.admin.ui.components import Component

from home.admin.quick_links import quick_links_for
from home.admin.todos import todos_for


class QuickLinksPanel(Component):
    """The ways to what people come for, so that nobody has to know where it stands in the tree."""

    name = "starts"
    template_name = "panels/starts.html"
    order = 40

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"starts": quick_links_for(parent_context["request"].user)}


class TodosPanel(Component):
    """Everything that needs whoever is looking, in one place."""

    name = "attention"
    template_name = "panels/attention.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        return {
            "tasks": todos_for(request.user),
            "request": request,
            "csrf_token": parent_context.get("csrf_token"),
        }
