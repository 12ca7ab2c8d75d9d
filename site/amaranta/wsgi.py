"""WSGI entry point; the server must have `site/` and the root of the tree on its import path."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amaranta.settings.production")

from amaranta.request_guard import Guard  # it reads the settings

application = Guard(get_wsgi_application())
