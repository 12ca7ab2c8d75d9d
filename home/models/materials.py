"""The school materials: what can be used tomorrow morning, and all that a teacher has to know of it."""

from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from home.blocks import ContentField, LessonBlocks
from home.blocks.prose import PARAGRAPHS
from home.models.base import PageClass
from home.models.content import ContentPage
from home.models.material_files import MaterialAsset, MaterialFile
from home.schools import licences, terms
from home.schools.describe import attribution, attribution_html, describe
from home.schools.disclosure import DISCLOSURE
from home.search.ranking import SearchRank
from home.text.dates import dated


def lines(text: str) -> list[str]:
    """Return what stands on the lines of a text, without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class MaterialQuerySet(PageQuerySet):
    def published_below(self, index: Page) -> "MaterialQuerySet":
        """Return the published materials of a library with their files, the latest version first."""
        below = self.live().child_of(index).defer_streamfields().prefetch_related("files", "assets__document")
        return below.order_by("-version_date", "title")  # type: ignore[no-any-return]


class MaterialPage(ContentPage):
    """A lesson, a sheet or a poster, with all that a teacher needs to use it and to pass it on."""

    page_class = PageClass.PUBLIC
    search_rank = SearchRank.SCHOOLS
    template = "pages/material_page.html"
    scene = "drawings/notebook.svg"
    parent_page_types: ClassVar[list[str]] = ["home.MaterialIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _(
        "Un materiale per la classe: file da stampare, da modificare e pacchetto si fanno da soli."
    )

    aims = models.TextField(
        _("obiettivi"), help_text=_("Uno per riga. Per esempio: «Riconoscere uno stereotipo in una frase».")
    )
    needs = models.TextField(_("che cosa serve"), blank=True, help_text=_("Una cosa per riga."))
    body = ContentField(LessonBlocks(), verbose_name=_("contenuto"), blank=True)
    content_note = models.TextField(
        _("nota sul contenuto"),
        blank=True,
        help_text=_("Di che cosa si parla che può toccare qualcuno in classe, e come lo si tratta."),
    )
    disclosure = RichTextField(
        _("se qualcuno si confida"),
        features=PARAGRAPHS,
        blank=True,
        help_text=_("Vuoto: valgono le parole della biblioteca."),
    )
    level = models.CharField(_("scuola"), max_length=20, choices=terms.Level.choices)
    age_from = models.PositiveSmallIntegerField(_("età, da"), help_text=_("Anni."))
    age_to = models.PositiveSmallIntegerField(_("età, fino a"), null=True, blank=True, help_text=_("Anni."))
    minutes = models.PositiveSmallIntegerField(
        _("durata"), validators=[MinValueValidator(5)], help_text=_("Minuti in tutto.")
    )
    kind = models.CharField(_("tipo"), max_length=20, choices=terms.MaterialKind.choices)
    subject = models.CharField(_("materia"), max_length=20, choices=terms.Subject.choices)
    nucleus = models.CharField(
        _("nucleo di educazione civica"), max_length=20, blank=True, choices=terms.Nucleus.choices
    )
    language = models.CharField(
        _("lingua del materiale"),
        max_length=5,
        choices=terms.MaterialLanguage.choices,
        default=terms.MaterialLanguage.IT,
    )
    needs_operator = models.BooleanField(
        _("serve un’operatrice"), default=False, help_text=_("Chi insegna non lo può fare da solo.")
    )
    is_plain = models.BooleanField(_("parole semplici"), default=False)
    has_large_print = models.BooleanField(_("caratteri grandi"), default=False)
    needs_no_reading = models.BooleanField(_("si può fare senza leggere né scrivere"), default=False)
    has_symbols = models.BooleanField(_("simboli (CAA)"), default=False)
    has_captions = models.BooleanField(_("sottotitoli"), default=False)
    has_sign_language = models.BooleanField(_("LIS"), default=False)
    authors = models.CharField(
        _("autori"),
        max_length=160,
        help_text=_("Un ruolo o un gruppo, non una persona. Per esempio: «Gruppo scuola della rete»."),
    )
    licence = models.CharField(
        _("licenza"), max_length=20, choices=licences.CHOICES, default=licences.DEFAULT
    )
    version = models.CharField(
        _("versione"),
        max_length=12,
        default="1.0",
        validators=[RegexValidator(r"^[0-9]+(\.[0-9]+)*$", _("Numeri e punti. Per esempio: «1.2»."))],
    )
    version_date = models.DateField(_("del"))

    objects = PageManager.from_queryset(MaterialQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *ContentPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("level"), FieldPanel("kind")]),
                FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to"), FieldPanel("minutes")]),
                FieldRowPanel([FieldPanel("subject"), FieldPanel("nucleus"), FieldPanel("language")]),
                FieldPanel("needs_operator"),
            ],
            heading=_("Per chi"),
        ),
        FieldPanel("aims"),
        FieldPanel("needs"),
        FieldPanel("content_note"),
        FieldPanel("body"),
        FieldPanel("disclosure"),
        MultiFieldPanel(
            [FieldPanel(feature.field) for feature in terms.ACCESS_FEATURES], heading=_("Accessibilità")
        ),
        InlinePanel("assets", heading=_("File in più"), label=_("file")),
        MultiFieldPanel(
            [
                FieldPanel("authors"),
                FieldRowPanel([FieldPanel("licence"), FieldPanel("version"), FieldPanel("version_date")]),
            ],
            heading=_("Di chi è"),
        ),
    ]

    class Meta:
        verbose_name = _("materiale per la scuola")
        verbose_name_plural = _("materiali per la scuola")

    def clean(self) -> None:
        super().clean()
        if self.age_from and self.age_to and self.age_to < self.age_from:
            raise ValidationError({"age_to": _("Scegli un’età più alta della prima.")})
        if (self.subject, self.level) in terms.NOT_TAUGHT:
            raise ValidationError({"subject": _("In questa scuola non si insegna: scegli un’altra materia.")})
        timed = sum(block.value.minutes for block in self.body if block.block_type == "phases")
        if timed and self.minutes and timed != self.minutes:
            message = _("Le fasi durano in tutto %(timed)d minuti: correggi le fasi o questa durata.")
            raise ValidationError({"minutes": message % {"timed": timed}})

    @property
    def aim_list(self) -> list[str]:
        return lines(self.aims)

    @property
    def need_list(self) -> list[str]:
        return lines(self.needs)

    def get_subject_display(self) -> str:
        """Return the subject by the name that it has at this level."""
        return terms.subject_name(self.subject, self.level)

    @property
    def version_day(self) -> str:
        """Return the day of this version in words."""
        return dated(self.version_date, "j F Y")

    @property
    def licence_facts(self) -> licences.Licence:
        return licences.LICENCES[self.licence]

    @property
    def access_features(self) -> list[terms.AccessFeature]:
        """Return what makes this material usable by more people."""
        return [feature for feature in terms.ACCESS_FEATURES if getattr(self, feature.field)]

    @property
    def age_range(self) -> str:
        """Return the ages in years as schema.org writes typicalAgeRange: 11-13, 16-."""
        return f"{self.age_from}-{self.age_to or ''}"

    @property
    def is_right_to_left(self) -> bool:
        return bool(get_language_info(self.language)["bidi"])

    @cached_property
    def disclosure_text(self) -> str:
        """Return what to do if somebody confides: the material's own words or the library's."""
        if self.disclosure:
            return str(self.disclosure)
        library = Page.objects.parent_of(self).values_list("materialindexpage__disclosure", flat=True)
        return str(library.first() or DISCLOSURE)

    @cached_property
    def made_files(self) -> list[MaterialFile]:
        """Return the files made from this material, the package last."""
        return list(self.files.all())

    @cached_property
    def added_files(self) -> list[MaterialAsset]:
        """Return the files that an editor added."""
        prefetched = "assets" in getattr(self, "_prefetched_objects_cache", {})
        return list(self.assets.all() if prefetched else self.assets.select_related("document"))

    @property
    def formats(self) -> list[str]:
        """Return the kinds of file there are, as their suffixes; the package is not one."""
        made = [file.format for file in self.made_files if file.format in MaterialFile.FORMS]
        return [*made, *(asset.suffix for asset in self.added_files)]

    @property
    def search_words(self) -> list[str]:
        labels = [self.get_level_display(), self.get_kind_display(), self.get_subject_display()]
        return [*super().search_words, self.aims, *map(str, labels)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "attribution": attribution(self),
            "attribution_html": attribution_html(self),
        }

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return describe(self, request)
