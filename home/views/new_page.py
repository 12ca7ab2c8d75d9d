"""A new page is made once, however often and in whatever order the browser sends it.

The editor saves by itself half a second after a change. Pressed while that is under way, a button sends the
whole page to the same address again: Wagtail would find its address taken by the draft of a moment before,
and fail. Here every form of a new page has a number, from which follows the key of the page that it makes:
the database lets no second page have that key.
"""

import json
import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page, PageLogEntry

from home.forms.pages import NUMBER
from home.models.base import GIVES_WAY


class MadeBeforeError(Exception):
    """The form has made its page already."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.pk)
        self.page = page


class NewPageView(CreateView):
    """Wagtail's view, which takes back what saved itself when a person sends the same form."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let the page be created where there may be one only, if that one is its own draft."""
        number = request.POST.get(NUMBER, "")
        key = {"user": request.user.pk, "parent": kwargs["parent_page_id"], "number": number}
        self.by_person, self.by_itself = (_key(who=who, **key) for who in ("person", "itself"))
        before = GIVES_WAY.set(self.by_itself if number else None)
        try:
            response: HttpResponse = super().dispatch(request, *args, **kwargs)
        finally:
            GIVES_WAY.reset(before)
        return response

    def post(self, request: HttpRequest) -> HttpResponse:
        if not request.POST.get(NUMBER):
            return self._as_ever(request)
        self.page.translation_key = self.by_itself if self.expects_json_response else self.by_person
        add_child = self.parent_page.add_child
        self.parent_page.add_child = lambda instance: self._add_once(add_child, instance)
        try:
            self.page.draft_before = self._draft_before()
            return self._as_ever(request)
        except MadeBeforeError as made:
            return self._answer(made.page)

    def _as_ever(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = super().post(request)
        return response

    def _made(self, key: uuid.UUID) -> Page | None:
        return Page.objects.filter(translation_key=key).first()

    def _draft_before(self) -> Page | None:
        """Return the draft that saved itself and gives way. Raises MadeBeforeError for others."""
        if made := self._made(self.by_person):
            raise MadeBeforeError(made)
        draft = self._made(self.by_itself)
        if draft and (self.expects_json_response or draft.live or draft.workflow_in_progress):
            raise MadeBeforeError(draft)
        return draft

    @transaction.atomic
    def _add_once(self, add_child: Any, instance: Page) -> Page:
        """Add the page below its parent, in the place of the draft; nobody else adds one there meanwhile."""
        Page.objects.select_for_update().get(pk=self.parent_page.pk)
        if draft := self._draft_before():
            draft.specific.delete(user=self.request.user)
            # What saved itself was never a page of its own: its history would tell of one that vanished.
            PageLogEntry.objects.filter(page=draft.pk).delete()
        self.parent_page.refresh_from_db(fields=["numchild"])
        added: Page = add_child(instance=instance)
        return added

    def _answer(self, page: Page) -> HttpResponse:
        if self.expects_json_response:
            words = _("La pagina è già salvata. Per andare avanti premi un bottone qui sotto.")
            response: HttpResponse = self.json_error_response("validation_error", words)
            return response
        messages.info(self.request, _("Questa pagina era già salvata: eccola."))
        return redirect(self.edit_url_name, page.pk)


def _key(**of: Any) -> uuid.UUID:
    # Keyed, so that nobody can choose the key of somebody else's page.
    digest = salted_hmac("home.new_page", json.dumps(of, sort_keys=True), algorithm="sha256").digest()
    return uuid.UUID(bytes=digest[:16])


new_page = require_admin_access(NewPageView.as_view())
