import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from home.admin.main_pages import reasons_to_stay
from home.forms.attach_errors import attach_errors
from home.forms.consent import GOES_OUT, ask, unanswered
from home.publication.refusals import refusals

LABELS = {"go_live_at": _("Sul sito dal"), "expire_at": _("Sul sito fino al")}
"""Wagtail's own, in Italian: «Vai live data/ora», «Scadenza data/ora»."""
BUTTONS = {*GOES_OUT, "action-workflow-action"}
NUMBER = "new_page_number"
"""The hidden field by which `home.views.new_page` recognises a form that was sent before."""


class DraftFirstForm(WagtailAdminPageForm):
    """A new page begins as a draft, also when "publish" was pressed, and is submitted only if it may go out.

    Wagtail saves a new page as live before it publishes it: a page that the rules refuse would stay online.
    A page submitted in spite of them would be locked, and its editor could not mend what they found.
    """

    asks_about: tuple[str, ...] | list[str] = ()
    """Names of which whoever publishes has yet to say that they may go out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            if name in self.fields:
                self.fields[name].label = label
        if self.instance._state.adding:
            self.fields[NUMBER] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=secrets.token_hex(16)
            )

    def clean(self) -> Any:
        cleaned = self._clean_beside_draft()
        if cleaned.get("expire_at") and self.instance.pk:
            for reason in reasons_to_stay(self.instance):
                self.add_error("expire_at", reason)
        return cleaned

    def _clean_beside_draft(self) -> Any:
        """Ask Wagtail's rules; the address of the draft that this page takes the place of is not taken."""
        draft = self.instance.draft_before
        if draft is None:
            return super().clean()
        page: Any = self.instance
        self.instance: Any = draft
        try:
            return super().clean()
        finally:
            self.instance = page

    def is_valid(self) -> bool:
        valid = bool(super().is_valid())
        if valid and self.data.keys() & BUTTONS:
            self._read_inline_forms()
            if "action-submit" in self.data:
                attach_errors(self, refusals(self.instance))
            valid = bool(super().is_valid())
            if valid and (found := unanswered(self)):
                ask(self, found)
                valid = False
        return valid

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit)

    def _read_inline_forms(self) -> None:
        """Give the page its child objects as they were typed; saving would do it too late for the rules."""
        for formset in self.formsets.values():
            if not formset.model.__module__.startswith("wagtail."):
                formset.instance = self.instance
                formset.save(commit=False)
