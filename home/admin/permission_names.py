"""What Django calls "Can add ..." is read aloud in the form of a group: it is called in Italian."""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_noop

OTHERS = {
    "bulk_delete_page": gettext_noop("Cancellare pagine con quelle che stanno sotto"),
    "lock_page": gettext_noop("Bloccare pagine, e sbloccare quelle che ha bloccato"),
    "publish_page": gettext_noop("Pubblicare qualunque pagina"),
    "unlock_page": gettext_noop("Sbloccare qualunque pagina"),
    "submit_translation": gettext_noop("Mandare una pagina in traduzione"),
}
"""Permissions of Wagtail's own, by their code."""


def name_permissions(using: str, **_signal: Any) -> None:
    """Rename what Django named by itself, after each app's tables and permissions were made."""
    from django.contrib.auth.models import Permission

    verbs = {
        "add": gettext_noop("Aggiungere"),
        "change": gettext_noop("Cambiare"),
        "delete": gettext_noop("Cancellare"),
        "view": gettext_noop("Vedere"),
    }
    every = Permission.objects.using(using).select_related("content_type")
    found = every.filter(name__startswith="Can ").exclude(codename__in=OTHERS)
    named = []
    with translation.override(settings.LANGUAGE_CODE):
        for permission in found:
            if verb := verbs.get(permission.codename.partition("_")[0]):
                permission.name = f"{translation.gettext(verb)}: {permission.content_type.name}"
                named.append(permission)
        for permission in every.filter(codename__in=OTHERS):
            permission.name = translation.gettext(OTHERS[permission.codename])
            named.append(permission)
    Permission.objects.using(using).bulk_update(named, ["name"])
