"""What the watch over delivery remembers between two looks; nothing of a request."""

from django.db import models


class Alarm(models.Model):
    """A condition that needs people, from the first look that found it to the one that no longer does."""

    kind = models.CharField(max_length=20, primary_key=True)
    since = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()


class Heartbeat(models.Model):
    """The last sign of life of a background process."""

    process = models.CharField(max_length=20, primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
