"""Uploading an operator's certificate: the rules speak at the field, in words for whoever uploads it."""

from typing import Any

from cryptography import x509
from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from contatti.sealed.approval import ask_for_address, ask_for_key, ask_for_opening
from contatti.sealed.certificates import names, rules
from contatti.sealed.certificates.likeness import is_like_another, like_another_message
from contatti.sealed.certificates.load import MAX_FILE_BYTES
from contatti.sealed.certificates.trial import takes_requests
from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import ChangeKind, Mailbox, OperatorCertificate, PendingChange
from contatti.sealed.models.certificates import MAX_PER_MAILBOX
from contatti.sealed.proof.rights import reads

MOST_WAITING = 5
MOST_WAITING_OF_ONE = 3


class NewCertificateForm(WagtailAdminModelForm):
    """Adds a certificate, out of use until a second person agrees. `warnings`: advice on the file."""

    upload = forms.FileField(
        label=gettext_lazy("Certificato"),
        help_text=gettext_lazy(
            "Il file .pem, .crt o .cer dell’operatrice. Mai il file .p12: contiene la chiave privata, "
            "che non deve lasciare il suo computer."
        ),
        widget=forms.FileInput(attrs={"accept": ".pem,.crt,.cer,.der"}),
    )

    class Meta:
        model = OperatorCertificate
        fields = ("mailbox", "holder", "role", "owner")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings: list[str] = []
        self.fields["owner"].queryset = all_readers()

    def clean_upload(self) -> x509.Certificate:
        """Return the certificate that the rules accept; ValidationError with every rule it breaks."""
        data = self.cleaned_data["upload"].read(MAX_FILE_BYTES + 1)
        certificate = rules.load_certificate(data)
        found = rules.findings(certificate, timezone.now())
        errors = [
            ValidationError(str(finding.message), code=finding.code)
            for finding in found
            if finding.severity is rules.Severity.ERROR
        ]
        if errors:
            raise ValidationError(errors)
        self.warnings = [str(finding.message) for finding in found]
        return certificate

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        mailbox, certificate = cleaned.get("mailbox"), cleaned.get("upload")
        if certificate and not takes_requests([certificate]):
            self.add_error("upload", _("Con questo certificato non si riesce a cifrare: fatene uno nuovo."))
        if mailbox and (reason := why_no_further_key(mailbox, self.for_user)):
            self.add_error("mailbox", reason)
        owner = cleaned.get("owner")
        if mailbox and owner and not sealed_settings.readers_of(mailbox).filter(pk=owner.pk).exists():
            self.add_error("owner", _("Questo account non legge la casella scelta."))
        if mailbox and certificate:
            if is_like_another(mailbox, certificate):
                self.add_error("upload", like_another_message())
            self.warnings += other_address(mailbox, certificate)
            keys = OperatorCertificate.objects.filter(mailbox=mailbox)
            if keys.filter(fingerprint=rules.fingerprint(certificate)).exists():
                self.add_error("upload", _("Questa casella ha già questo certificato."))
            if keys.active().count() >= MAX_PER_MAILBOX:
                self.add_error("mailbox", _("La casella ha già venti chiavi in uso: toglietene una."))
        return cleaned

    def save(self, commit: bool = True) -> OperatorCertificate:
        self.instance.set_certificate(self.cleaned_data["upload"])
        self.instance.active = False
        saved: OperatorCertificate = super().save(commit=commit)
        ask_for_key(saved, self.for_user)
        return saved


def all_readers() -> QuerySet[Any]:
    """Return the accounts of those who read any mailbox."""
    readers = {
        person.pk for mailbox in Mailbox.objects.all() for person in sealed_settings.readers_of(mailbox)
    }
    return get_user_model().objects.filter(pk__in=readers, is_active=True).order_by("username")


def why_no_further_key(mailbox: Mailbox, user: Any) -> str:
    """Return why nobody may ask for another key yet; empty while few wait."""
    waiting = PendingChange.objects.filter(kind=ChangeKind.KEY)
    if waiting.filter(mailbox=mailbox.pk).count() >= MOST_WAITING:
        return _("Per questa casella aspettano già cinque chiavi: prima decidete su quelle.")
    if waiting.filter(asked_by=user).count() >= MOST_WAITING_OF_ONE:
        return _("Aspettano già tre chiavi chieste da te: prima qualcuna decida su quelle.")
    return ""


def other_address(mailbox: Mailbox, certificate: x509.Certificate) -> list[str]:
    """Return the warning about a certificate that names another address than the mailbox's, if it does."""
    found = names.mailboxes(certificate)
    if not found or not mailbox.address or mailbox.address.lower() in found:
        return []
    return [
        _("Il certificato nomina un altro indirizzo, non quello della casella: controllate che sia giusto.")
    ]


class CertificateForm(WagtailAdminModelForm):
    """Changes what people call a key and whether it is used; another file is another key."""

    class Meta:
        model = OperatorCertificate
        fields = ("holder", "role", "owner", "active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Freed or left: whose it is shows who types its digits, not who writes a name here.
        self.fields["owner"].queryset = get_user_model().objects.filter(pk=self.instance.owner_id)

    def clean_owner(self) -> Any:
        """Refuse to free a key whose account still reads there: it would lose its say in changes.

        Raises ValidationError.
        """
        row, owner = self.instance, self.cleaned_data["owner"]
        if owner is None and row.owner and reads(row.owner, row.mailbox):
            raise ValidationError(
                _("Questo account legge ancora la casella: la chiave resta sua."), code="owner"
            )
        return owner

    def clean_active(self) -> bool:
        """Refuse to take into use again what would be confused with another that is in use.

        Raises ValidationError.
        """
        active: bool = self.cleaned_data["active"]
        row: OperatorCertificate = self.instance
        if active and row.is_readable and is_like_another(row.mailbox, row.x509, but=row.pk):
            raise ValidationError(like_another_message(), code="like_another")
        return active

    @transaction.atomic
    def save(self, commit: bool = True) -> OperatorCertificate:
        """Save; a key that was out of use stays so until a second person agrees."""
        # Locked and as it is now: whoever took it out of use a moment ago must not be overwritten.
        row = OperatorCertificate.objects.select_for_update().filter(pk=self.instance.pk).first()
        self.waiting = self.instance.active and not (row and row.active)
        if row:
            for name in ("proved_at", "test_due_at", "renewal_told_at"):
                setattr(self.instance, name, getattr(row, name))
        if "role" in self.changed_data:
            # The safe's key is proved once, an operator's every week: one does not count as the other.
            self.instance.must_be_proved_anew()
        self.instance.active = self.instance.active and not self.waiting
        saved: OperatorCertificate = super().save(commit=commit)
        if self.waiting:
            ask_for_key(saved, self.for_user)
        return saved


class MailboxForm(WagtailAdminModelForm):
    class Meta:
        model: type[Mailbox] = Mailbox
        fields: tuple[str, ...] = (
            "name",
            "address",
            "hourly_limit",
            "paused",
            "pause_message",
            "closes_unproved",
        )

    @transaction.atomic
    def save(self, commit: bool = True) -> Mailbox:
        """Save; another address, and the end of a pause, wait until a second person agrees."""
        before = Mailbox.objects.select_for_update().filter(pk=self.instance.pk).first()
        address, opens = self.instance.address, bool(before and before.paused and not self.instance.paused)
        moves = bool(address) and address != (before.address if before else "")
        self.waiting = moves or opens
        self.instance.address = "" if before is None else before.address if moves else address
        self.instance.paused = self.instance.paused or opens
        saved: Mailbox = super().save(commit=commit)
        if moves:
            ask_for_address(saved, address, self.for_user)
        if opens:
            ask_for_opening(saved, self.for_user)
        return saved
