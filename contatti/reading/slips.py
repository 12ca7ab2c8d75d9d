"""What is said of a number that can't be one of ours, before anything is looked for."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contatti.sealed.conversation.code import Slip

SLIPS: dict[Slip, Promise] = {
    Slip.SHORT: _("Mancano delle cifre: il numero ne ha 22."),
    Slip.LONG: _("Ci sono troppe cifre: il numero ne ha 22."),
    Slip.LETTERS: _("Qui vanno solo cifre: controlla che non ci siano lettere."),
    Slip.MISTYPED: _("C’è una cifra sbagliata, o due scambiate: ricontrolla un gruppo alla volta."),
}
