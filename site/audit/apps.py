from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = _("Registro degli accessi e dei poteri")

    def ready(self) -> None:
        from audit import logins, roles

        logins.connect()
        roles.connect()
