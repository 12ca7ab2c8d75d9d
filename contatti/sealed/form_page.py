"""A form of Wagtail's form builder whose answers are sealed: no row, mail or log holds them in clear."""

import binascii
import secrets
from base64 import urlsafe_b64decode
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import AbstractForm

from contatti.sealed.accepting import LaneFull, accepting
from contatti.sealed.availability import Availability, availability_of
from contatti.sealed.envelope import EnvelopeRefused, Reason, key_of, seal
from contatti.sealed.models import Lane, Mailbox
from contatti.sealed.storing import NotStored
from contatti.sealed.text import lines_of

ENVELOPE = "sealed-envelope"
"""The field of a browser that sealed: DER in base64url (RFC 4648, 5)."""
NOT_TAKEN = 503


class AbstractSealedFormPage(AbstractForm):
    """Inherit from it as from Wagtail's AbstractForm; fields are the related name `form_fields`."""

    mailbox = models.ForeignKey(
        Mailbox, verbose_name=gettext_lazy("casella"), on_delete=models.PROTECT, related_name="+"
    )

    content_panels = [*AbstractForm.content_panels, FieldPanel("mailbox")]

    class Meta:
        abstract = True

    @property
    def availability(self) -> Availability:
        """Return whether the form can be sent now, and for whom it must be sealed."""
        return availability_of(self.mailbox, timezone.now())

    @property
    def sealing_keys(self) -> list[str]:
        """Return what a browser needs of each certificate (contatti.sealed.envelope.key_of)."""
        return [key_of(certificate) for certificate in self.availability.certificates]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "sealing_keys": self.sealing_keys}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take what was posted, sealed or not; what is not taken keeps its words, and is told the reason."""
        if request.method != "POST":
            page: HttpResponse = super().serve(request, *args, **kwargs)
            return page
        if ENVELOPE in request.POST:
            return self._serve_script(request)
        form = self.get_form(request.POST, page=self, user=request.user)
        if not form.is_valid():
            return self._form_again(request, form, 422)
        try:
            self.process_form_submission(form)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._form_again(request, form, NOT_TAKEN)
        landing: HttpResponse = self.render_landing_page(request)
        return landing

    def _serve_script(self, request: HttpRequest) -> HttpResponse:
        """Answer the script that sealed: her words are in her page still, so it is told nothing but this."""
        try:
            der = _decoded(request.POST[ENVELOPE])
            self._take(der, sha256(der).digest(), Lane.SEALED)
        except ValidationError as refused:
            return JsonResponse({"error": refused.messages[0]}, status=NOT_TAKEN)
        return JsonResponse({"received": True})

    def process_form_submission(self, form: forms.Form) -> None:
        """Seal the answers and queue them. Raises ValidationError if they were not taken."""
        availability = self.availability
        if not availability.is_open:
            raise ValidationError(closed_message(), code="closed")
        posted: Any = form.data
        text = lines_of(form, posted)
        self._take(seal(text, availability.certificates), _submission_key(posted, text), Lane.PLAIN)

    def _take(self, der: bytes, key: bytes, lane: Lane) -> None:
        """Store an envelope. Raises ValidationError with the reason."""
        availability = self.availability
        if not availability.is_open:
            raise ValidationError(closed_message(), code="closed")
        try:
            with accepting(availability.mailbox, availability.certificates, der, key, lane=lane):
                pass
        except EnvelopeRefused as error:
            is_long = error.reason is Reason.OVERSIZED
            raise ValidationError(too_long_message() if is_long else keys_message(), code="refused") from None
        except LaneFull:
            raise ValidationError(
                _("Adesso non possiamo prendere altri messaggi da qui. Riprova tra qualche ora."), code="full"
            ) from None
        except NotStored:
            raise ValidationError(
                _("C’è un guasto: il messaggio non è partito. Riprova tra poco."), code="not_stored"
            ) from None

    def _form_again(self, request: HttpRequest, form: forms.Form, status: int) -> HttpResponse:
        context = {**self.get_context(request), "form": form}
        return TemplateResponse(request, self.get_template(request), context, status=status)


def keys_message() -> str:
    """Return the words for an envelope that is not sealed for the keys of this moment."""
    return _("Le chiavi sono cambiate mentre scrivevi. Invia di nuovo.")


def too_long_message() -> str:
    """Return the words for a text above MAX_ENVELOPE_BYTES (about 60,000 letters)."""
    return _("Il testo è troppo lungo: togli qualcosa, poi invia di nuovo.")


def _submission_key(posted: QueryDict, text: str) -> bytes:
    """Return 32 bytes that are the same when the same form is posted again, and tell nothing of its text."""
    token = posted.get("csrfmiddlewaretoken") or secrets.token_hex()
    return salted_hmac("sealed.submission", f"{token}\0{text}", algorithm="sha256").digest()


def closed_message() -> str:
    """Return the words for a form that nobody could open now."""
    return _("Adesso questo modulo non riceve messaggi.")


def _decoded(value: str) -> bytes:
    """Return the bytes of an envelope. Raises ValidationError."""
    try:
        return urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (binascii.Error, ValueError):
        raise ValidationError(_("È arrivato incompleto. Invia di nuovo."), code="incomplete") from None
