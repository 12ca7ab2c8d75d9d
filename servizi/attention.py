"""The dashboard panel that lists the pages whose facts nobody has checked lately."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from servizi.models import VerifiedMixin, stale_since


def stale_pages(user: AbstractBaseUser) -> list[Page]:
    """The published pages to verify that `user` may change, the longest unverified first."""
    today = timezone.localdate()
    classes: list[type[Page]] = [model for model in apps.get_models() if issubclass(model, VerifiedMixin)]
    main = Q(locale__language_code=settings.LANGUAGE_CODE)
    pages = [page for model in classes for page in model.objects.live().filter(main, stale_since(today))]
    mine = [page for page in pages if page.is_stale(today) and page.permissions_for_user(user).can_edit()]
    return sorted(mine, key=lambda page: (page.verified_on is not None, page.verified_on, page.title))


class StalePagesPanel(Component):
    name = "stale-pages"
    template_name = "servizi/admin/stale_pages.html"
    order = 60

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        return {
            "pages": stale_pages(request.user),
            "request": request,
            "csrf_token": parent_context["csrf_token"],
        }
