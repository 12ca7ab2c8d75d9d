"""Wagtail's own "Traduci", which then leads to both columns."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.contrib.simple_translation.views import SubmitPageTranslationView


class TranslateView(SubmitPageTranslationView):
    """Takes the place of the view that leads to the translation's own form, full of Italian words."""

    def get_success_url(self, translated_page: Any = None) -> str:
        if translated_page and self.object.locale.language_code == settings.LANGUAGE_CODE:
            return reverse("translation", args=[translated_page.pk])
        return str(super().get_success_url(translated_page))
