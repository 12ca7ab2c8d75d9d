"""The files of a school material: those that an editor adds, and those that are made from it."""

from pathlib import PurePosixPath
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Orderable

from home.schools import licences


class MaterialAsset(Orderable):
    """A file that belongs to a material and was not made from it, with its own licence."""

    page = ParentalKey("home.MaterialPage", on_delete=models.CASCADE, related_name="assets")
    document = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("nome da mostrare"), max_length=120)
    authors = models.CharField(_("autori"), max_length=160)
    licence = models.CharField(
        _("licenza"),
        max_length=20,
        choices=[("", _("La stessa del materiale")), *licences.CHOICES],
        default="",
        blank=True,
    )

    panels: ClassVar[list[Panel]] = [
        FieldPanel("document"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("authors"), FieldPanel("licence")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file in più")
        verbose_name_plural = _("file in più")

    def __str__(self) -> str:
        return self.title

    @property
    def licence_facts(self) -> licences.Licence:
        return licences.LICENCES[self.licence or self.page.licence]

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.document.filename).suffix.lower().lstrip(".")


class MaterialFile(models.Model):
    """A file made from a published material: its paper form, an editable form, or the package of all."""

    PDF, ODT, DOCX, PACKAGE = "pdf", "odt", "docx", "zip"
    FORMS: ClassVar[tuple[str, ...]] = (PDF, ODT, DOCX)
    POSTERS: ClassVar[tuple[str, ...]] = ("a4", "a3")
    MEDIA_TYPES: ClassVar[dict[str, str]] = {
        PDF: "application/pdf",
        ODT: "application/vnd.oasis.opendocument.text",
        DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        PACKAGE: "application/zip",
        **dict.fromkeys(POSTERS, "application/pdf"),
    }

    page = models.ForeignKey("home.MaterialPage", on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=4)
    file = models.FileField(upload_to="scuole", max_length=200)
    size = models.PositiveIntegerField()
    source = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "format"], name="one_file_of_each_format")
        ]
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return str(self.file)

    @property
    def media_type(self) -> str:
        """Return the Internet media type (IANA)."""
        return self.MEDIA_TYPES[self.format]

    @property
    def is_poster(self) -> bool:
        return self.format in self.POSTERS

    @property
    def ending(self) -> str:
        """Return what its name ends with after the material's: `.odt`, `-a3.pdf`."""
        return f"-{self.format}.pdf" if self.is_poster else f".{self.format}"

    @property
    def suffix(self) -> str:
        return self.ending.rpartition(".")[2]

    @property
    def url(self) -> str:
        """Return an address that stays when the file is made anew: teachers write it into their own pages."""
        return reverse("material_file", args=[self.page_id, f"{self.page.slug}{self.ending}"])
