from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save, pre_save
from django.utils.translation import gettext_lazy as _


class ContattiConfig(AppConfig):
    name = "contatti"
    verbose_name = _("Contatti")

    def ready(self) -> None:
        from contatti import checks, key_notices, outgoing, webhooks  # noqa: F401
        from contatti.groups import make_key_group

        post_migrate.connect(make_key_group, sender=self)
        for model in key_notices.TOLD:
            pre_save.connect(key_notices.remember, sender=model)
            post_save.connect(key_notices.saved, sender=model)
            post_delete.connect(key_notices.deleted, sender=model)
