"""How the administration lays out the settings of the site."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

PANELS: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel("emergency_number"),
            FieldRowPanel([FieldPanel("helpline_number"), FieldPanel("helpline_note")]),
        ],
        heading=_("Emergenza"),
        help_text=_("Nei testi i numeri si scrivono {{emergenza}} e {{antiviolenza}}: cambiano da qui."),
    ),
    MultiFieldPanel([FieldPanel("exit_destination"), FieldPanel("exit_label")], heading=_("Uscita rapida")),
    MultiFieldPanel(
        [
            FieldPanel("contact_page"),
            FieldPanel("desks_page"),
            FieldPanel("interruption_page"),
            FieldPanel("privacy_page"),
            FieldPanel("accessibility_page"),
            FieldPanel("legal_page"),
        ],
        heading=_("Pagine principali"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("owner"), FieldPanel("owner_above")]),
            FieldPanel("logo"),
            FieldPanel("who_reads"),
            FieldPanel("answer_time"),
            FieldPanel("duty_read_on"),
            FieldPanel("press_contact"),
        ],
        heading=_("Chi c’è dietro il sito"),
        help_text=_("Finché un campo è vuoto, le pagine dicono una frase prudente."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("controller"),
            FieldPanel("data_protection_officer"),
            FieldPanel("legal_basis"),
            FieldPanel("processors"),
            FieldPanel("storage"),
        ],
        heading=_("Riservatezza"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("accessibility_status"),
            FieldPanel("accessibility_contact"),
            FieldPanel("accessibility_declaration"),
            FieldPanel("accessibility_link"),
        ],
        heading=_("Accessibilità"),
    ),
    MultiFieldPanel([FieldPanel("is_demonstration")], heading=_("Dimostrazione")),
]
