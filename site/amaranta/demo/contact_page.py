"""The page with the contact form of the demonstration site."""

from django.utils.translation import gettext as _
from wagtail.models import Site

from contatti.models import ContactPage
from home.models import HomePage, SiteSettings


def build_contact_page(home: HomePage) -> ContactPage:
    """Return the contact page below the home page, made and put into the site's settings if missing."""
    existing: ContactPage | None = ContactPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    page = written_page()
    page.locale = home.locale
    home.add_child(instance=page)
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.contact_page = page
    settings.save()
    return page


def written_page() -> ContactPage:
    """Return the page with its words in the active language, not stored."""
    return ContactPage(
        title=_("Scrivi"),
        slug="scrivi",
        headline=_("Scrivi a uno sportello"),
        intro=_(
            "<p>Puoi chiedere un appuntamento, un’informazione, o solo raccontare. Basta un nome inventato: "
            "non ti chiediamo chi sei né dove abiti.</p>"
        ),
        readers=_(
            "<p>Legge solo chi lavora nello sportello che scegli. Il sito conserva una busta chiusa, che non "
            "può aprire, e la cancella trenta giorni dopo la consegna. Chi lavora in un servizio pubblico "
            "può avere il dovere di segnalare alcuni reati: puoi chiedere prima, senza dire i nomi.</p>"
        ),
        next_steps=_(
            "<p>Lo sportello legge i messaggi nei giorni in cui è aperto. Risponde solo nel modo che ci hai "
            "indicato. Se non ce ne hai indicato uno, aspettiamo una tua telefonata.</p>"
        ),
    )
