from django.apps import AppConfig


class AmarantaConfig(AppConfig):
    name = "amaranta"

    def ready(self) -> None:
        from amaranta import search_quotes
        from amaranta.campaign_desks import printable_desks
        from amaranta.page_cache import clock, writes
        from home.kit import register_desks

        register_desks(printable_desks)
        search_quotes.install()
        clock.install()
        writes.install()
