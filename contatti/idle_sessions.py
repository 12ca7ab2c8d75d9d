"""Sessions of those who read requests, answer them or keep their keys end when nobody is there."""

from typing import Any

from django.http import HttpResponse
from wagtail.admin.views.account import LoginView

from contatti.sealed.key_change_mails import KEEPS
from servizi.models import DeskOperators

IDLE_SECONDS = 30 * 60
"""Since the last answer of the administration: each begins it anew (SESSION_SAVE_EVERY_REQUEST)."""


class IdleLoginView(LoginView):
    """Wagtail's login, which would keep everybody in for two weeks, "remembered" or not."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        user = form.get_user()
        if user.has_perm(KEEPS) or DeskOperators.objects.filter(group__user=user).exists():
            self.request.session.set_expiry(IDLE_SECONDS)
        return response
