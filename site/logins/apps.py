from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LoginsConfig(AppConfig):
    name = "logins"
    verbose_name = _("Accessi")

    def ready(self) -> None:
        from logins import checks, signal_receivers

        checks.connect()
        signal_receivers.connect()
