"""Words of Wagtail that no catalogue reaches: made without gettext, or once and for all."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

# They call gettext while they are imported: under a command that is English, and stays so.
SPEAK_ONCE = (
    "wagtail.admin.forms.collections",
    "wagtail.images.forms",
    "wagtail.documents.forms",
    "wagtail.contrib.redirects.forms",
    "wagtail.contrib.redirects.views",
)
# Fields without a label are called after their names.
FORMS = (
    ("wagtail.users.forms", "PagePermissionsForm"),
    ("wagtail.admin.forms.workflows", "WorkflowPageForm"),
)
COLUMNS = {"port": _("Porta"), "site_name": _("Nome del sito"), "root_page": _("Pagina iniziale")}


def speak_italian() -> None:
    """Import what speaks once while Italian is on, and name what has only the names of columns."""
    with override(settings.LANGUAGE_CODE):
        for module in SPEAK_ONCE:
            import_module(module)
    for module, form in FORMS:
        getattr(import_module(module), form).base_fields["page"].label = _("Pagina")
    columns: list[Any] = import_module("wagtail.sites.views").IndexView.columns
    for column in columns:
        column.label = COLUMNS.get(column.name, column.label)
    translation: Any = import_module("wagtail.contrib.simple_translation.models").SimpleTranslation
    translation._meta.verbose_name = _("traduzione")
