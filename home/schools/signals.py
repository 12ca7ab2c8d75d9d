"""When files are made: after a material, or the library whose words it carries, is published."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published

from home.models import MaterialFile, MaterialIndexPage, MaterialPage
from home.numbers import numbers_changed

from .package import refresh


@receiver(page_published, sender=MaterialPage)
def material_published(instance: MaterialPage, **_kwargs: Any) -> None:
    # After the transaction: a PDF takes a second, and SQLite has one writer at a time.
    transaction.on_commit(partial(refresh, instance))


@receiver(page_published, sender=MaterialIndexPage)
def library_published(instance: MaterialIndexPage, **_kwargs: Any) -> None:
    for material in MaterialPage.objects.child_of(instance).live().filter(disclosure=""):
        transaction.on_commit(partial(refresh, material))


@receiver(numbers_changed)
def numbers_replaced(**_kwargs: Any) -> None:
    for material in MaterialPage.objects.live():
        transaction.on_commit(partial(refresh, material))


@receiver(post_delete, sender=MaterialFile)
def file_deleted(instance: MaterialFile, **_kwargs: Any) -> None:
    transaction.on_commit(partial(default_storage.delete, str(instance.file)))
