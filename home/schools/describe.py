"""What a material is, for machines (schema.org LearningResource, LRMI) and for whoever passes it on."""

from collections.abc import Callable
from typing import Any, Protocol

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from home.schools.licences import Licence
from home.schools.terms import AccessFeature


class DescribedMaterial(Protocol):
    """What is said of a material (home.models.MaterialPage)."""

    title: Any
    search_description: Any
    authors: Any
    version: Any
    version_date: Any
    language: Any
    minutes: Any
    full_url: Any
    get_full_url: Callable[..., Any]
    get_level_display: Callable[[], str]
    get_kind_display: Callable[[], str]
    get_subject_display: Callable[[], str]
    get_nucleus_display: Callable[[], str]

    @property
    def version_day(self) -> str: ...
    @property
    def age_range(self) -> str: ...
    @property
    def aim_list(self) -> list[str]: ...
    @property
    def licence_facts(self) -> Licence: ...
    @property
    def access_features(self) -> list[AccessFeature]: ...
    @property
    def made_files(self) -> list[Any]: ...


def attribution(page: DescribedMaterial) -> str:
    """Return the words to write under a copy: title, author, source, licence (TASL)."""
    return _(
        "«%(title)s», %(authors)s, versione %(version)s del %(date)s, %(source)s – licenza %(licence)s"
    ) % {
        "title": page.title,
        "authors": page.authors,
        "version": page.version,
        "date": page.version_day,
        "source": page.full_url,
        "licence": f"{page.licence_facts.name} ({page.licence_facts.address})",
    }


def attribution_html(page: DescribedMaterial) -> str:
    """Return the same for a web page, its licence readable by machines (rel=license)."""
    return format_html(
        '<a href="{}">{}</a>, {}, <a rel="license" href="{}">{}</a>',
        page.full_url,
        page.title,
        page.authors,
        page.licence_facts.address,
        page.licence_facts.name,
    )


def describe(page: DescribedMaterial, request: HttpRequest | None = None) -> dict[str, Any]:
    """Return a material as a schema.org LearningResource; without a request its files have no address."""
    data = {
        "@type": "LearningResource",
        "name": page.title,
        "description": page.search_description,
        "url": page.get_full_url(request),
        "educationalLevel": page.get_level_display(),
        "learningResourceType": page.get_kind_display(),
        "timeRequired": f"PT{page.minutes}M",
        "typicalAgeRange": page.age_range,
        "teaches": page.aim_list,
        "about": [
            {"@type": "DefinedTerm", "name": str(each)}
            for each in (page.get_subject_display(), page.get_nucleus_display())
            if each
        ],
        "audience": {"@type": "EducationalAudience", "educationalRole": "teacher"},
        "inLanguage": page.language,
        "accessibilityFeature": [feature.term for feature in page.access_features if feature.term],
        "isAccessibleForFree": True,
        "license": page.licence_facts.address,
        "author": {"@type": "Organization", "name": page.authors},
        "version": page.version,
        "dateModified": page.version_date,
        "encoding": _encodings(page, request) if request else [],
    }
    return {name: value for name, value in data.items() if value}


def _encodings(page: DescribedMaterial, request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "@type": "MediaObject",
            "contentUrl": request.build_absolute_uri(file.url),
            "encodingFormat": file.media_type,
            "contentSize": f"{file.size} B",
        }
        for file in page.made_files
    ]
