"""When files are made: after a material or its library is published, or a file that it carries changes."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.signals import page_published

from home.models import MaterialFile, MaterialIndexPage, MaterialPage
from home.schools.package import refresh
from home.text.placeholders import numbers_changed


@receiver(page_published, sender=MaterialPage)
def material_published(instance: MaterialPage, **_kwargs: Any) -> None:
    # After the transaction: a PDF takes a second, and SQLite has one writer at a time.
    transaction.on_commit(partial(refresh, instance))


@receiver(page_published, sender=MaterialIndexPage)
def library_published(instance: MaterialIndexPage, **_kwargs: Any) -> None:
    for material in MaterialPage.objects.child_of(instance).live().filter(disclosure=""):
        transaction.on_commit(partial(refresh, material))


@receiver(post_save, sender=get_document_model())
def added_file_saved(
    instance: Any, raw: bool = False, update_fields: frozenset[str] | None = None, **_kwargs: Any
) -> None:
    # Single fields are saved by Wagtail alone, such as the size of a file when it is first asked for.
    if raw or update_fields is not None:
        return
    for material in MaterialPage.objects.live().filter(assets__document=instance).distinct():
        transaction.on_commit(partial(refresh, material))


@receiver(numbers_changed)
def numbers_replaced(**_kwargs: Any) -> None:
    for material in MaterialPage.objects.live():
        transaction.on_commit(partial(refresh, material))


@receiver(post_delete, sender=MaterialFile)
def file_deleted(instance: MaterialFile, **_kwargs: Any) -> None:
    transaction.on_commit(partial(default_storage.delete, str(instance.file)))
