"""When somebody at a desk last showed that she reads."""

from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.sealed.availability import newest_proof
from contatti.sealed.models import Mailbox, OperatorCertificate
from contatti.sealed.moments import local_day


def last_proof_at(mailbox: Mailbox) -> str:
    """Return the day on which somebody at a desk last proved a key in use, or that nobody has."""
    keys = OperatorCertificate.objects.usable(timezone.now()).filter(mailbox=mailbox.pk)
    proved = newest_proof(keys)
    return f"{local_day(proved):%d/%m/%Y}" if proved else _("mai")
