from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm


class ReasonForm(TaskStateCommentForm):
    """Asks who sends a page back what is to be changed; Wagtail lets her say nothing."""

    comment = forms.CharField(
        label=_("Che cosa va cambiato"),
        help_text=_("Chi ha scritto la pagina legge queste parole sulla prima pagina e in cima alla bozza."),
        widget=forms.Textarea({"rows": 3}),
    )
