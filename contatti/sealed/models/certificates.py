"""The certificates for which a mailbox's requests are sealed; the private keys are never here."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contatti.sealed.certificates import rules
from contatti.sealed.certificates.load import UNREADABLE, read_what_the_rules_read
from contatti.sealed.models.mailboxes import Mailbox
from contatti.sealed.moments import within_calendar

MAX_PER_MAILBOX = 20
"""Recipients. Up to here a text of 50 KB stays within contatti.sealed.envelope.MAX_ENVELOPE_BYTES."""

TEST_EVERY = timedelta(days=7)
"""How often the holder of a key shows that she reads."""

_SUBJECT_LENGTH = 200


class CertificateRole(models.TextChoices):
    """Who holds the private key: someone who answers, or a safe that is opened if all keys are lost."""

    OPERATOR = "operator", _("operatrice")
    RECOVERY = "recovery", _("chiave di riserva")


class OperatorCertificateQuerySet(models.QuerySet["OperatorCertificate"]):
    """Questions about certificates; every moment is aware."""

    def active(self) -> Self:
        return self.filter(active=True)

    def approved(self, now: datetime) -> Self:
        """Those to which two people agreed and that are valid now, proved or not: they get test messages."""
        return self.active().filter(not_before__lte=now, not_after__gte=now)

    def usable(self, now: datetime) -> Self:
        """Those for which requests are sealed now: approved, and proved once by whoever reads with them.

        The rules for the key itself were met at upload.
        """
        return self.approved(now).filter(proved_at__isnull=False)

    def operators(self) -> Self:
        """Those of people who answer, not the safe's."""
        return self.filter(role=CertificateRole.OPERATOR)

    def expiring(self, now: datetime) -> Self:
        """Usable ones that end within the notice of contatti.sealed.certificates.rules (60 days)."""
        return self.usable(now).filter(not_after__lt=now + rules.EXPIRY_NOTICE)

    def expired(self, now: datetime) -> Self:
        """Active ones whose validity has ended: nothing is sealed for them any more."""
        return self.active().filter(not_after__lt=now)


class OperatorCertificate(models.Model):
    """One X.509 certificate of one mailbox, as uploaded, with what people need to recognise it."""

    mailbox = models.ForeignKey(
        Mailbox, verbose_name=_("casella"), on_delete=models.CASCADE, related_name="certificates"
    )
    holder = models.CharField(
        _("chi apre i messaggi"),
        max_length=80,
        help_text=_("Un ruolo, non un nome: per esempio «operatrice 1» o «coordinatrice»."),
    )
    role = models.CharField(
        _("tipo di chiave"),
        max_length=8,
        choices=CertificateRole.choices,
        default=CertificateRole.OPERATOR,
        help_text=_(
            "La chiave di riserva sta in cassaforte, fuori da ogni computer: si usa solo se tutte le altre "
            "si perdono. Da sola non basta per ricevere richieste."
        ),
    )
    certificate = models.BinaryField(_("certificato"))
    fingerprint = models.CharField(_("impronta SHA-256"), max_length=95, editable=False)
    subject = models.CharField(_("intestato a"), max_length=_SUBJECT_LENGTH, editable=False)
    not_before = models.DateTimeField(_("valido dal"), editable=False)
    not_after = models.DateTimeField(_("scade il"), editable=False)
    added_at = models.DateField(_("caricato il"), auto_now_add=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account di chi ha la chiave"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Solo questo account risponde alle prove di lettura. Vuoto: la chiave diventa dell’operatrice "
            "che risponde per prima."
        ),
    )
    # Until somebody showed that she reads with it a key opens nothing new and lets nobody agree to changes.
    proved_at = models.DateTimeField(_("ultima prova di lettura"), null=True, editable=False)
    # Without a moment: at once, as for a key that was just agreed to.
    test_due_at = models.DateTimeField(null=True, editable=False)
    replaces = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="successors"
    )
    renewal_told_at = models.DateTimeField(null=True, editable=False)
    active = models.BooleanField(
        _("in uso"),
        default=True,
        help_text=_("Togliete il segno quando chi ha la chiave non deve più leggere le nuove richieste."),
    )

    objects = OperatorCertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("chiave di una casella")
        verbose_name_plural = _("chiavi delle caselle")
        ordering = ("mailbox", "role", "holder")
        constraints = (
            models.UniqueConstraint(fields=("mailbox", "fingerprint"), name="certificate_once_per_mailbox"),
        )

    def __str__(self) -> str:
        return self.holder

    def set_certificate(self, certificate: x509.Certificate) -> None:
        """Store a certificate that the upload rules accepted, and the facts that are read from it."""
        self.certificate = certificate.public_bytes(Encoding.DER)
        self.fingerprint = rules.fingerprint(certificate)
        self.subject = certificate.subject.rfc4514_string()[:_SUBJECT_LENGTH]
        self.not_before = within_calendar(certificate.not_valid_before_utc)
        self.not_after = within_calendar(certificate.not_valid_after_utc)

    def count_as_proved(self, now: datetime) -> None:
        """Count as proved at a moment, and get the next test message a week later."""
        self.proved_at, self.test_due_at = now, now + TEST_EVERY

    def must_be_proved_anew(self) -> None:
        """Forget that anybody ever read with it: it comes into use, after however long a pause."""
        self.proved_at = self.test_due_at = None

    @property
    def x509(self) -> x509.Certificate:
        """Return the certificate, the same object for the same bytes. Raises ValueError if unreadable."""
        return _load(bytes(self.certificate))

    @property
    def is_readable(self) -> bool:
        """Tell whether the row still holds the certificate that it was given, and not what a fault left."""
        return _is_readable(bytes(self.certificate))

    def is_usable(self, now: datetime) -> bool:
        """Tell whether the rules let requests be sealed for it at an aware moment."""
        return self.is_readable and rules.usable(self.x509, now)


@lru_cache(maxsize=1024)
def _load(der: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(der)


@lru_cache(maxsize=1024)
def _is_readable(der: bytes) -> bool:
    try:
        read_what_the_rules_read(_load(der))
    except UNREADABLE:
        return False
    return True
