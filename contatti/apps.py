from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContattiConfig(AppConfig):
    name = "contatti"
    verbose_name = _("Contatti")
