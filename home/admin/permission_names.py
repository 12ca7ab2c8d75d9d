"""What Django calls "Can add ..." is read aloud in the form of a group: it is called in Italian."""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_noop


def name_permissions(using: str, **_signal: Any) -> None:
    """Rename what Django named by itself, after each app's tables and permissions were made."""
    from django.contrib.auth.models import Permission

    verbs = {
        "add": gettext_noop("Aggiungere"),
        "change": gettext_noop("Cambiare"),
        "delete": gettext_noop("Cancellare"),
        "view": gettext_noop("Vedere"),
    }
    found = Permission.objects.using(using).filter(name__startswith="Can ").select_related("content_type")
    named = []
    with translation.override(settings.LANGUAGE_CODE):
        for permission in found:
            if verb := verbs.get(permission.codename.partition("_")[0]):
                permission.name = f"{translation.gettext(verb)}: {permission.content_type.name}"
                named.append(permission)
    Permission.objects.using(using).bulk_update(named, ["name"])
