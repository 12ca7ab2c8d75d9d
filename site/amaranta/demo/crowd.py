"""A directory of any size, for measuring: rows as the admin would leave them, made many at a time."""

from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from servizi.models import Comune, PartnerPage, PartnerSectionPage
from servizi.vocabulary import Language, PartnerKind, Service


def build_crowd(section: PartnerSectionPage, number: int) -> None:
    """Add `number` published partners below an empty `section`, without revisions or search index."""
    kinds, services, languages = list(PartnerKind), list(Service), list(Language)
    comuni = list(Comune.objects.all())
    Page.objects.bulk_create([page_row(section, each) for each in range(number)], batch_size=200)
    section.numchild = number
    section.save(clean=False)
    rows = Page.objects.child_of(section).order_by("path")
    served = PartnerPage.comuni.through
    links = []
    for each, page in enumerate(rows):
        partner = PartnerPage(
            page_ptr=page,
            kind=kinds[each % len(kinds)],
            summary=f"Frase numero {each}.",
            services=(services[each % len(services)], services[each // 7 % len(services)]),
            languages=(Language.ITALIAN, languages[each % len(languages)]),
            search_text=f"ente {each} frase numero {each}",
            phone=f"000 {each:06d}",
            verified_on=timezone.localdate(),
        )
        partner.__dict__.update({f.attname: getattr(page, f.attname) for f in Page._meta.concrete_fields})
        partner.save_base(raw=True, force_insert=True)
        links += [
            served(partnerpage_id=page.pk, comune_id=comuni[place % len(comuni)].pk)
            for place in (each, each + 1)
        ]
    served.objects.bulk_create(links, batch_size=200)


def page_row(section: PartnerSectionPage, number: int) -> Page:
    slug = f"e-folla-{number}"
    return Page(
        title=f"Ente {number}",
        draft_title=f"Ente {number}",
        slug=slug,
        path=PartnerPage._get_path(section.path, section.depth + 1, number + 1),
        depth=section.depth + 1,
        url_path=f"{section.url_path}{slug}/",
        content_type=ContentType.objects.get_for_model(PartnerPage),
        locale_id=section.locale_id,
        translation_key=uuid4(),
        live=True,
    )
