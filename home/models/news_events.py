"""The meetings that a piece of news announces: a round table, training, a focus group."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from home.models.events import Event


class NewsEvent(Event):
    page = ParentalKey("home.NewsPage", on_delete=models.CASCADE, related_name="events")

    class Meta(Event.Meta):
        verbose_name = _("appuntamento di una notizia")
        verbose_name_plural = _("appuntamenti delle notizie")
