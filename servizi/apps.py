from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ServiziConfig(AppConfig):
    name = "servizi"
    verbose_name = _("Servizi")

    def ready(self) -> None:
        from servizi.figure_roles import make_coordinators

        post_migrate.connect(make_coordinators, sender=self)
