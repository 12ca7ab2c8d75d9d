from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ServiziConfig(AppConfig):
    name = "servizi"
    verbose_name = _("Servizi")

    def ready(self) -> None:
        from home.publication.place_names import place_names
        from servizi.models import Comune
        from servizi.statistics_permissions import make_coordinators
        from servizi.views.harmless import make_exports_harmless

        make_exports_harmless()
        place_names(lambda: Comune.objects.values_list("name", flat=True))
        post_migrate.connect(make_coordinators, sender=self)
