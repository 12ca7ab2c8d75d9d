"""The private pages about the visit itself."""

from datetime import date

from django.utils.translation import gettext as _
from wagtail.models import Site

from amaranta.demo.guides import guides
from home.models import HomePage, InterruptionPage, ProofPage, SafeBrowsingPage, SiteSettings

VERIFIED = date(2026, 11, 1)


def build_discreet_pages(home: HomePage) -> InterruptionPage:
    """Return the page before the private ones, made with its companions below the home page if missing."""
    existing: InterruptionPage | None = InterruptionPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    pages = written_pages()
    for page in pages:
        page.locale = home.locale
        home.add_child(instance=page)
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.interruption_page = pages[0]
    settings.save()
    return pages[0]


def written_pages() -> tuple[InterruptionPage, SafeBrowsingPage, ProofPage]:
    """Return the pages with their words in the active language, not stored."""
    return _interruption(), _safe_browsing(), _proof()


def _interruption() -> InterruptionPage:
    return InterruptionPage(
        title=_("Prima di continuare"),
        slug="qui",
        headline=_("Prima di continuare"),
        sentences=[("sentence", sentence) for sentence in _sentences()],
    )


def _sentences() -> list[str]:
    return [
        _("Puoi uscire con «Esci», o premendo tre volte Maiusc sulla tastiera."),
        _("Da qui in poi le pagine non entrano nella cronologia, se il browser non blocca JavaScript."),
        _("L’indirizzo con cui sei arrivata e la ricerca che hai fatto prima restano nella cronologia."),
        _("Se qualcuno controlla questo telefono, usa quello di una persona fidata o un computer pubblico."),
        _("Per tornare alla pagina di prima usa «Indietro», vicino a «Esci», non il tasto del telefono."),
        _("Quando sei pronta, scegli qui sotto: puoi fermarti in ogni momento."),
    ]


def _safe_browsing() -> SafeBrowsingPage:
    return SafeBrowsingPage(
        title=_("Lasciare meno tracce"),
        slug="tracce",
        headline=_("Lasciare meno tracce"),
        intro=_(
            "<h2>La cosa più sicura</h2>"
            "<p>Usa un telefono o un computer che lui non tocca: di un’amica, di una collega, della "
            "biblioteca, del medico. Se sa troppe cose di quello che fai, forse legge il tuo telefono: in "
            "quel caso nessun accorgimento su questo telefono basta.</p>"
            "<h2>Prima di venire qui</h2>"
            "<p>Apri una finestra privata: quando la chiudi, il browser dimentica le pagine viste. Scrivi "
            "l’indirizzo a mano, invece di cercarlo.</p>"
            "<h2>Dopo</h2>"
            "<p>Togli dalla cronologia solo la voce di questo sito e la ricerca che hai fatto. Se hai "
            "telefonato, la chiamata resta nell’elenco del telefono: puoi togliere solo quella.</p>"
            "<h2>Se sa sempre dove sei</h2>"
            "<p>Forse vede la posizione del telefono, o c’è un localizzatore in borsa o in auto. Non "
            "toglierlo subito: può accorgersene. Parlane prima con uno sportello, da un altro telefono.</p>"
            "<h2>Quello che non si può togliere da qui</h2>"
            "<p>Se il tuo account è aperto anche su altri apparecchi, la cronologia può comparire lì. Chi "
            "gestisce la rete di casa o del lavoro può vedere il nome dei siti. Un programma spia vede "
            "tutto.</p>"
            "<p>Quello che scrivi qui non resta nel browser. Ma la tastiera del telefono può imparare le "
            "parole e proporle di nuovo: scrivi poco, o usa una finestra privata, dove di solito non impara. "
            "Un file che scarichi resta tra i download finché non lo togli. Le pagine per tutti, come le "
            "campagne e la scuola, possono restare per un po’ nella memoria del browser.</p>"
        ),
        guides=[("guide", guide) for guide in guides()],
        verified_on=VERIFIED,
    )


def _proof() -> ProofPage:
    return ProofPage(
        title=_("Cosa sa di te questo sito"),
        slug="prova",
        headline=_("Cosa sa di te questo sito"),
        intro=_("<p>Non devi crederci sulla parola: questa pagina conta davanti a te che cosa resta.</p>"),
    )
