"""What a test message says once it is opened: that it is a test, and nothing that looks like a request."""

from datetime import datetime

from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from contatti.sealed.models import CertificateRole, OperatorCertificate


def grouped(digits: str) -> str:
    """Return digits as people read them aloud."""
    return f"{digits[:3]} {digits[3:]}"


def test_text(key: OperatorCertificate, digits: str, until: datetime) -> str:
    """Return the letter for the holder of a key. No link stands in it: a false letter could hold one too."""
    with override(settings.LANGUAGE_CODE):
        lines = [
            _("PROVA DI LETTURA. Nessuna ha scritto: questo messaggio lo manda il portale."),
            "",
            _("I tuoi numeri: %(digits)s") % {"digits": grouped(digits)},
            _("Valgono fino al %(day)s") % {"day": f"{localtime(until):%d/%m/%Y}"},
            _("Chiave: %(holder)s") % {"holder": key.holder},
            _("Casella: %(mailbox)s") % {"mailbox": key.mailbox.name},
            "",
            _(
                "Entra nell’amministrazione come fai sempre, apri «Prova di lettura» e scrivili lì. Qui non "
                "c’è nessun collegamento, apposta."
            ),
            _(
                "Così si sa che la casella, la chiave, il programma di posta e chi legge funzionano. Non "
                "dire i numeri a nessuno e non rispondere a questo messaggio."
            ),
            _what_next(key),
            "",
        ]
    return "\n".join(lines)


def _what_next(key: OperatorCertificate) -> str:
    if key.role == CertificateRole.RECOVERY:
        return _("È la chiave di riserva: la prova si fa una volta sola. Poi rimettila in cassaforte.")
    if key.proved_at is None:
        return _("La chiave è nuova: le richieste si chiudono anche per lei solo dopo questa prova.")
    return _("Ne arriva una ogni settimana. Se una la salti non perdi niente.")
