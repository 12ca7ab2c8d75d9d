"""When files are wanted: a page is published, a file that it carries or a number on it changes."""

import uuid
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.timezone import localdate
from wagtail.documents import get_document_model
from wagtail.signals import page_published, page_unpublished

from home.leaflets import forget_leaflet
from home.making.campaigns import forget, want_all
from home.models import CampaignPage, ContentPage, MaterialFile, MaterialIndexPage, MaterialPage
from home.models.made_files import FileKind, MadeFile
from home.press.kit import forget_press_kit
from home.text.placeholders import numbers_changed


def want_files_of(material: MaterialPage) -> None:
    """Queue the files of a material; who makes them looks whether they say something else than before."""
    source = {"page": material.pk, "turn": uuid.uuid4().hex}
    MadeFile.objects.want(FileKind.MATERIAL, f"materiali/{material.pk}", source)


@receiver(page_published, sender=MaterialPage)
def material_published(instance: MaterialPage, **_kwargs: Any) -> None:
    want_files_of(instance)


@receiver(page_published, sender=MaterialIndexPage)
def library_published(instance: MaterialIndexPage, **_kwargs: Any) -> None:
    for material in MaterialPage.objects.child_of(instance).live().filter(disclosure=""):
        want_files_of(material)


@receiver(post_save, sender=get_document_model())
def added_file_saved(
    instance: Any, raw: bool = False, update_fields: frozenset[str] | None = None, **_kwargs: Any
) -> None:
    # Single fields are saved by Wagtail alone, such as the size of a file when it is first asked for.
    if raw or update_fields is not None:
        return
    for material in MaterialPage.objects.live().filter(assets__document=instance).distinct():
        want_files_of(material)


@receiver(numbers_changed)
def numbers_replaced(**_kwargs: Any) -> None:
    for material in MaterialPage.objects.live():
        want_files_of(material)
    want_paper_anew()


def want_paper_anew(**_kwargs: Any) -> None:
    """Queue the pieces of the campaigns that run or come: something that all of them print has changed.

    Those of a past one are made if somebody asks.
    """
    for campaign in CampaignPage.objects.live().filter(ends_on__gte=localdate()):
        want_all(campaign)


@receiver(page_published, sender=CampaignPage)
def campaign_published(instance: CampaignPage, **_kwargs: Any) -> None:
    want_all(instance)


@receiver(page_unpublished, sender=CampaignPage)
@receiver(post_delete, sender=CampaignPage)
def campaign_gone(instance: CampaignPage, **_kwargs: Any) -> None:
    transaction.on_commit(partial(forget, instance.pk))


@receiver(page_unpublished)
@receiver(post_delete)
def page_with_files_gone(instance: Any, **_kwargs: Any) -> None:
    if isinstance(instance, ContentPage):
        for forget_file in (forget_leaflet, forget_press_kit):
            transaction.on_commit(partial(forget_file, instance.pk))


@receiver(post_delete, sender=MaterialFile)
def file_deleted(instance: MaterialFile, **_kwargs: Any) -> None:
    transaction.on_commit(partial(default_storage.delete, str(instance.file)))
