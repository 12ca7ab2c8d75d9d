from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Contenuti")

    def ready(self) -> None:
        from home import checks  # noqa: F401  # registers them
        from home.schools import signals  # noqa: F401
