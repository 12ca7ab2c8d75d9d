"""What needs an editor's attention, on the first screen of the administration."""

from typing import Any, ClassVar

from django.utils import timezone
from wagtail.admin.ui.components import Component

from home.models import RightsPage


class ExpiredRightsPanel(Component):
    """Pages on rights whose law must be read again, the longest overdue first."""

    name = "expired_rights"
    template_name = "panels/expired_rights.html"
    order = 60
    media: ClassVar[Any] = Component.media

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        pages = RightsPage.objects.expired(timezone.localdate())
        user = parent_context["request"].user
        return {"pages": [page for page in pages if page.permissions_for_user(user).can_edit()]}
