"""The ways into the administration for who answers at a desk and for who keeps the keys."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from contatti.console.rights import coordinates, is_operator
from contatti.proof_days import last_proof_at
from contatti.readers import mailboxes_read_by
from contatti.sealed.key_change_mails import KEEPS
from contatti.sealed.models import Mailbox
from home.admin.quick_links import QuickLink, quick_link_provider
from servizi.models import DeskOperators


@quick_link_provider
def answers(user: Any) -> Iterator[QuickLink]:
    """Yield the console: to an operator where she answers, to who coordinates what waits."""
    if is_operator(user):
        note = _("Con il codice di risposta che sta nella lettera. Anche per proporre un appuntamento.")
        yield QuickLink(_("Rispondi a chi ha un numero"), note, reverse("console_answer"), "comment")
        note = _("Quali sono nuove, chi le segue, quali sono fatte.")
        yield QuickLink(_("Le richieste, giorno per giorno"), note, reverse("console"), "list-ul")
    elif coordinates(user):
        note = _("Quante e da quanto, per ogni sportello. Mai il testo.")
        yield QuickLink(_("Le richieste che aspettano"), note, reverse("console"), "list-ul")


@quick_link_provider
def refer(user: Any) -> Iterator[QuickLink]:
    """Yield, to an operator, the page that refers a case; to a body's people, the cases that came to them."""
    if is_operator(user):
        note = _("A un altro sportello o a un ente, con il suo sì. Si chiude nel tuo browser.")
        yield QuickLink(_("Affida il caso"), note, reverse("referral_new"), "resubmit")
    elif mailboxes_read_by(user).exists():
        note = _("Da quale sportello, in che ora, e la vostra risposta.")
        yield QuickLink(_("Casi affidati a voi"), note, reverse("referrals"), "resubmit")


@quick_link_provider
def requests(user: Any) -> Iterator[QuickLink]:
    """Yield, to who answers at a desk, where women's requests are, since they are not here."""
    if DeskOperators.objects.filter(group__user=user).exists():
        note = _("Nella casella di posta dello sportello: qui non c’è niente da leggere.")
        yield QuickLink(_("Le richieste delle donne"), note, f"{reverse('guide')}#richieste", "mail")


@quick_link_provider
def own_key(user: Any) -> Iterator[QuickLink]:
    """Yield, to who reads a mailbox, the page that makes her key."""
    if mailboxes_read_by(user).exists():
        note = _("Nuova, o al posto di una che scade: si fa qui, sul tuo computer, e da qui non esce.")
        yield QuickLink(_("Fai la tua chiave"), note, reverse("contatti_key_maker"), "key")


@quick_link_provider
def proofs(user: Any) -> Iterator[QuickLink]:
    """Yield the page of proofs, with the day of the last one at each desk that concerns somebody."""
    sees_all = user.has_perm(KEEPS)
    rows = Mailbox.objects.order_by("name") if sees_all else mailboxes_read_by(user)
    note = "; ".join(f"{mailbox.name}: {last_proof_at(mailbox)}" for mailbox in rows)
    if note:
        words = _("Ultima prova. %(desks)s") % {"desks": note}
        yield QuickLink(_("Prova di lettura"), words, reverse("sealed_proof"), "tick-inverse")


@quick_link_provider
def keys(user: Any) -> Iterator[QuickLink]:
    """Yield the way to a new certificate."""
    if user.has_perm("sealed.add_operatorcertificate"):
        note = _("Il certificato di un’operatrice nuova, o di una che ha cambiato chiave.")
        yield QuickLink(_("Carica un certificato"), note, reverse("chiavi:add"), "key")
