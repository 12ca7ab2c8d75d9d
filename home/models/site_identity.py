"""Who runs the site and answers for it, in fields of the site's settings."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

AGID = RegexValidator(
    r"^https://form\.agid\.gov\.it/view/[0-9A-Za-z/-]+\Z",
    _("L’indirizzo che AgID dà alla fine della compilazione: https://form.agid.gov.it/view/…"),
)


class SiteIdentity(models.Model):
    """Abstract: what only whoever runs the site can say (home.text.site_words has a token for each text)."""

    owner = models.CharField(
        _("chi gestisce il sito"),
        max_length=120,
        blank=True,
        help_text=_("Il nome dell’ente. Nei testi si scrive {{ente}}."),
    )
    owner_above = models.CharField(
        _("a quale ente appartiene"),
        max_length=80,
        blank=True,
        help_text=_("Sta nella striscia in alto, accanto al nome. Per esempio: «Regione Lombardia»."),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo o stemma"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "JPEG, PNG o WebP, fino a 10 MB. Sta in fondo alle pagine pubbliche e di aiuto, mai in quelle "
            "riservate. Un file SVG non si può caricare: può contenere programmi."
        ),
    )
    who_reads = models.TextField(
        _("chi legge le richieste"),
        blank=True,
        help_text=_("Chi sono, e per quale ente lavorano. Nei testi si scrive {{chi-legge}}."),
    )
    answer_time = models.CharField(
        _("in quanto tempo si risponde"),
        max_length=200,
        blank=True,
        help_text=_(
            "Una frase. Per esempio: «Entro due giorni di apertura.» Nei testi: {{quando-rispondono}}."
        ),
    )
    duty_read_on = models.DateField(
        _("dovere di segnalare: testo riletto il"),
        null=True,
        blank=True,
        help_text=_(
            "Quando una persona esperta di diritto ha riletto le pagine che parlano del dovere di segnalare."
        ),
    )
    controller = models.TextField(
        _("titolare del trattamento"),
        blank=True,
        help_text=_(
            "Ente o enti contitolari, indirizzo, contatti, accordo. Nei testi si scrive {{titolare}}."
        ),
    )
    data_protection_officer = models.TextField(
        _("responsabile della protezione dei dati"),
        blank=True,
        help_text=_("Nome o ufficio, e contatti. Nei testi si scrive {{dpo}}."),
    )
    legal_basis = models.TextField(
        _("base giuridica"),
        blank=True,
        help_text=_("Con gli articoli di legge. Nei testi si scrive {{base-giuridica}}."),
    )
    processors = models.TextField(
        _("chi tratta i dati per conto del titolare"),
        blank=True,
        help_text=_("Per esempio chi ospita il server e la posta. Nei testi si scrive {{fornitori}}."),
    )
    storage = models.TextField(
        _("dove stanno i dati, e per quanto"),
        blank=True,
        help_text=_(
            "Luogo del server, copie di riserva, registri della posta, tempi dello sportello. Nei testi si "
            "scrive {{luogo-dei-dati}}."
        ),
    )
    accessibility_status = models.TextField(
        _("stato di conformità"),
        blank=True,
        help_text=_(
            "Conforme, parzialmente conforme o non conforme; che cosa manca; data e metodo della verifica. "
            "Nei testi si scrive {{conformita}}."
        ),
    )
    accessibility_contact = models.CharField(
        _("a chi segnalare un problema"),
        max_length=200,
        blank=True,
        help_text=_(
            "Posta o telefono, e in quanti giorni si risponde. Nei testi si scrive {{segnalazioni}}."
        ),
    )
    accessibility_declaration = models.CharField(
        _("dichiarazione su form.agid.gov.it"),
        max_length=200,
        blank=True,
        help_text=_("Una frase con l’indirizzo della dichiarazione. Nei testi si scrive {{dichiarazione}}."),
    )
    accessibility_link = models.URLField(
        _("collegamento alla dichiarazione AgID"),
        blank=True,
        validators=[AGID],
        help_text=_("Comincia con https://form.agid.gov.it/ e sta in fondo alle pagine."),
    )
    press_contact = models.CharField(
        _("contatto per la stampa"),
        max_length=200,
        blank=True,
        help_text=_("Ufficio, telefono, posta. Nei testi si scrive {{stampa}}."),
    )

    class Meta:
        abstract = True
