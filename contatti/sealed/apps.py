from django.apps import AppConfig, apps
from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class SealedConfig(AppConfig):
    name = "contatti.sealed"
    label = "sealed"
    verbose_name = _("Richieste cifrate")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contatti.sealed import checks, history, key_change_mails  # noqa: F401
        from contatti.sealed.mail import outgoing  # noqa: F401
        from contatti.sealed.tracking import webhooks  # noqa: F401
        from contatti.sealed.withdrawal import take_out_with_account

        pre_delete.connect(take_out_with_account, sender=get_user_model())

        for model in apps.get_models():
            if issubclass(model, tuple(key_change_mails.TOLD)):
                pre_save.connect(key_change_mails.remember, sender=model)
                post_save.connect(key_change_mails.saved, sender=model)
                pre_save.connect(history.remember, sender=model)
                post_save.connect(history.saved, sender=model)
            # Of a model that inherits from Mailbox both rows are deleted: told once, of the parent.
            if model in key_change_mails.TOLD:
                post_delete.connect(key_change_mails.deleted, sender=model)
                pre_delete.connect(history.deleted, sender=model)
