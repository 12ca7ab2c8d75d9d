from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from home.forms import ReasonForm

SEND_BACK = "reject"


class ReviewTask(AbstractGroupApprovalTask):
    """A step of a workflow: members of the chosen groups approve, or send back with a reason."""

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        form: type[forms.Form] = super().get_form_for_action(action)
        return ReasonForm if action == SEND_BACK else form

    @transaction.atomic
    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> None:
        """Approve, or send back with a reason. Raises PermissionDenied without one."""
        # The editor takes what its dialog collected from the browser, and does not check it again.
        if action_name == SEND_BACK and not str(kwargs.get("comment") or "").strip():
            raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> Any:
        return _("Chi è nei gruppi scelti approva la pagina, o la rimanda dicendo che cosa va cambiato.")

    class Meta:
        verbose_name = _("approvazione della rete")
        verbose_name_plural = _("approvazioni della rete")
