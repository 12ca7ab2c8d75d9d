from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand

from amaranta.demo.home import build_home
from home.models import HomePage, SiteSettings

HTTPS = 443


class Command(BaseCommand):
    help = "Make the first page of a new site, at the address of the settings; nothing if there is one."

    def handle(self, *args: Any, **options: Any) -> None:
        if HomePage.objects.exists():
            self.stdout.write("The site has a first page already.")
            return
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        home = build_home(address.hostname or "localhost", address.port or HTTPS)
        # The words of the demonstration are a beginning; nothing that is invented comes with them.
        shown = SiteSettings.for_site(home.get_site())
        shown.is_demonstration = False
        shown.save()
        self.stdout.write(
            f"The first page is there: {settings.WAGTAILADMIN_BASE_URL}/admin/ is where it is written."
        )
