"""Whether programs would take two certificates of one mailbox for the same."""

from cryptography import x509
from django.db.models import Q
from django.utils.translation import gettext as _

from contatti.sealed.certificates.trial import same_number
from contatti.sealed.models import Mailbox, OperatorCertificate


def is_like_another(mailbox: Mailbox, certificate: x509.Certificate, but: int = 0) -> bool:
    """Tell whether a mailbox has another certificate that programs would take for this one.

    In use, or waiting to be.
    """
    counted = Q(active=True) | Q(pendingchange__isnull=False)
    others = OperatorCertificate.objects.filter(counted, mailbox=mailbox).exclude(pk=but)
    return any(
        row.is_readable and row.x509 != certificate and same_number(row.x509, certificate) for row in others
    )


def like_another_message() -> str:
    return _(
        "Questa casella ha già in uso un altro certificato con lo stesso emittente e lo stesso numero di "
        "serie: i programmi li confondono, e nessuna richiesta passerebbe. "
        "Fatene uno con un altro numero di serie."
    )
