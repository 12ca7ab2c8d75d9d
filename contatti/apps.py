from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ContattiConfig(AppConfig):
    name = "contatti"
    verbose_name = _("Contatti")

    def ready(self) -> None:
        from contatti import checks, outgoing, webhooks  # noqa: F401
        from contatti.groups import make_key_group

        post_migrate.connect(make_key_group, sender=self)
