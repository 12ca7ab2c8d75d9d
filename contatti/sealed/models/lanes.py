"""Where requests wait that came beyond the hour's budget: one flood fills one lane."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lane(models.TextChoices):
    """How a request came, which decides what it waits behind.

    FOLLOW_UP: she showed that she was answered. SEALED: in the browser, with a proof of work. SLOW: without
    one, or above the proxy's rate. PLAIN: without JavaScript.
    """

    FOLLOW_UP = "follow-up", _("di chi ha già avuto risposta")
    SEALED = "sealed", _("chiuse nel browser")
    PLAIN = "plain", _("senza JavaScript")
    SLOW = "slow", _("troppe da una rete, o senza prova")


class LaneStore(models.Model):
    """What a lane holds: counted, so that accepting and releasing cost the same in a flood.

    size: bytes of envelopes. released: how many left in `hour` (UTC); nothing says when within it.
    """

    wagtail_reference_index_ignore = True

    lane = models.CharField(max_length=9, primary_key=True)
    held = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    hour = models.DateTimeField(null=True)
    released = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
