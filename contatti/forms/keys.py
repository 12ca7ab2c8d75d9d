"""Uploading an operator's certificate: the rules speak at the field, in words for whoever uploads it."""

from typing import Any

from cryptography import x509
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from contatti.certificates import rules
from contatti.certificates.load import MAX_FILE_BYTES
from contatti.models import DeskIntake, OperatorCertificate
from contatti.models.certificates import MAX_PER_DESK
from servizi.models import DeskPage


def desks_with_letterbox() -> Any:
    """Return the pages that may own keys and a mailbox: those in the site's first language."""
    return DeskPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title")


class NewCertificateForm(WagtailAdminModelForm):
    """Adds a certificate to a desk. `warnings` holds advice on an accepted file."""

    upload = forms.FileField(
        label=_("Certificato"),
        help_text=_(
            "Il file .pem, .crt o .cer dell’operatrice. Mai il file .p12: contiene la chiave privata, "
            "che non deve lasciare il suo computer."
        ),
        widget=forms.FileInput(attrs={"accept": ".pem,.crt,.cer,.der"}),
    )

    class Meta:
        model = OperatorCertificate
        fields = ("desk", "holder", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desk"].queryset = desks_with_letterbox()
        self.warnings: list[str] = []

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
        desk, certificate = cleaned.get("desk"), cleaned.get("upload")
        if desk and certificate:
            keys = OperatorCertificate.objects.for_desk(desk)
            if keys.filter(fingerprint=rules.fingerprint(certificate)).exists():
                self.add_error("upload", _("Questo sportello ha già questo certificato."))
            if keys.active().count() >= MAX_PER_DESK:
                self.add_error("desk", _("Lo sportello ha già venti chiavi in uso: toglietene una."))
        return cleaned

    def save(self, commit: bool = True) -> OperatorCertificate:
        self.instance.set_certificate(self.cleaned_data["upload"])
        saved: OperatorCertificate = super().save(commit=commit)
        return saved


class CertificateForm(WagtailAdminModelForm):
    """Changes what people call a key and whether it is used; another file is another key."""

    class Meta:
        model = OperatorCertificate
        fields = ("holder", "role", "active")


class IntakeForm(WagtailAdminModelForm):
    class Meta:
        model = DeskIntake
        fields = ("desk", "mailbox", "hourly_budget", "paused", "pause_message")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desk"].queryset = desks_with_letterbox()
