"""Who runs the demonstration site: invented, and marked so that it is still asked for before a site opens."""

from wagtail.models import Site

from home.models import SiteSettings
from home.text.site_words import EXAMPLE

# No address of a statement on accessibility: AgID gives it, and an invented one would lead to nothing.
INVENTED = {
    "owner": f"Ambito Amaranta {EXAMPLE}",
    "owner_above": f"Regione {EXAMPLE}",
    "press_contact": f"Ufficio stampa {EXAMPLE}, stampa@example.org.",
}


def build_owner() -> None:
    """Say who runs a demonstration, unless somebody has said anything of it already."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    if not settings.is_demonstration or any(getattr(settings, name) for name in INVENTED):
        return
    for name, words in INVENTED.items():
        setattr(settings, name, words)
    settings.save()
