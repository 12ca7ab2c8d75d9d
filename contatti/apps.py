from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class ContattiConfig(AppConfig):
    name = "contatti"
    verbose_name = _("Contatti")

    def ready(self) -> None:
        from contatti.key_keepers import make_key_group
        from contatti.models.body_mailbox import follow_name
        from contatti.models.desk_mailbox import keep_mailbox
        from contatti.sign_up.receivers import desks_with_mailbox
        from home.sign_up import register_receivers
        from servizi.models import DeskPage, PartnerPage, ShelterPage

        register_receivers(desks_with_mailbox)
        post_migrate.connect(make_key_group, sender=self)
        post_save.connect(keep_mailbox, sender=DeskPage)
        for body in (PartnerPage, ShelterPage):
            post_save.connect(follow_name, sender=body)
