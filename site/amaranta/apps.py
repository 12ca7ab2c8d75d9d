from typing import Any

from django.apps import AppConfig

from amaranta.page_cache import clock


class AmarantaConfig(AppConfig):
    name = "amaranta"

    def __init__(self, app_name: str, app_module: Any) -> None:
        super().__init__(app_name, app_module)
        clock.install()  # this is the first of the apps

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from amaranta import search_quotes
        from amaranta.campaign_desks import printable_desks
        from amaranta.page_cache import writes
        from home.kit import register_desks
        from home.making.signals import want_paper_anew
        from servizi.models import DeskPage

        for changed in (page_published, page_unpublished):
            changed.connect(want_paper_anew, sender=DeskPage)
        register_desks(printable_desks)
        search_quotes.install()
        writes.install()
