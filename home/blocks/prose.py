"""Blocks of words: paragraphs, steps, questions, callouts, quotations, checklists."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StructBlock,
    StructValue,
    TextBlock,
)

TEXT = _("Testo")
TO_DO = _("Da fare e da sapere")
INLINE = ["bold", "italic", "link"]
PARAGRAPHS = [*INLINE, "ol", "ul"]
SECTIONS = ["h2", "h3", *PARAGRAPHS, "document-link"]


class HeadingBlock(CharBlock):
    """The optional title above a block, shown as a heading of the second level."""

    def __init__(self, *, required: bool = False) -> None:
        super().__init__(label=_("Titolo"), required=required, max_length=120)


class ProseBlock(RichTextBlock):
    """Paragraphs, headings, lists and links."""

    def __init__(self) -> None:
        super().__init__(features=SECTIONS)

    class Meta:
        template = "blocks/prose.html"
        icon = "pilcrow"
        group = TEXT
        label = _("Testo")
        description = _("Paragrafi, titoletti, elenchi e collegamenti.")
        preview_value = _(
            "<h2>Non è colpa tua</h2><p>Chi usa violenza <b>sceglie</b> di usarla. "
            "Puoi parlarne con una persona preparata.</p>"
        )


class StepBlock(StructBlock):
    title = CharBlock(label=_("Passo"), max_length=120)
    text = RichTextBlock(label=_("Spiegazione"), features=PARAGRAPHS, required=False)


class StepsBlock(StructBlock):
    """Things to do one after the other, numbered."""

    heading = HeadingBlock()
    steps = ListBlock(StepBlock(), label=_("Passi"), min_num=2)

    class Meta:
        template = "blocks/steps.html"
        icon = "list-ol"
        group = TO_DO
        label = _("Passi")
        description = _("Cose da fare una dopo l’altra, con il numero.")
        preview_value: ClassVar = {
            "heading": _("Che cosa succede"),
            "steps": [
                {"title": _("Chiami o scrivi"), "text": _("<p>Bastano due parole.</p>")},
                {"title": _("Ti ascoltiamo"), "text": _("<p>Decidi tu che cosa raccontare.</p>")},
            ],
        }


class QuestionBlock(StructBlock):
    question = CharBlock(label=_("Domanda"), max_length=160)
    answer = RichTextBlock(label=_("Risposta"), features=PARAGRAPHS)


class QuestionsBlock(StructBlock):
    """Questions that open to show their answer."""

    heading = HeadingBlock()
    questions = ListBlock(QuestionBlock(), label=_("Domande"), min_num=1)

    class Meta:
        template = "blocks/questions.html"
        icon = "help"
        group = TO_DO
        label = _("Domande e risposte")
        description = _("Ogni domanda si apre e mostra la risposta.")
        preview_value: ClassVar = {
            "heading": _("Domande frequenti"),
            "questions": [
                {"question": _("Quanto costa?"), "answer": _("<p>Niente: è tutto gratuito.</p>")},
                {"question": _("Devo dire il mio nome?"), "answer": _("<p>No.</p>")},
            ],
        }


class Tone:
    """Values of a callout's tone, which are also its CSS classes."""

    NOTE = "note"
    CALM = "calm"
    WARN = "warn"
    BAD = "bad"
    CHOICES = (
        (NOTE, _("Nota")),
        (CALM, _("Rassicurare")),
        (WARN, _("Attenzione")),
        (BAD, _("Pericolo")),
    )


class CalloutBlock(StructBlock):
    """A few words set apart."""

    tone = ChoiceBlock(label=_("Tono"), choices=Tone.CHOICES, default=Tone.NOTE)
    heading = HeadingBlock()
    text = RichTextBlock(label=_("Testo"), features=PARAGRAPHS)

    class Meta:
        template = "blocks/callout.html"
        icon = "warning"
        group = TEXT
        label = _("Riquadro")
        description = _("Poche parole in evidenza: una nota, una rassicurazione, un avviso.")
        preview_value: ClassVar = {
            "tone": Tone.CALM,
            "heading": _("Puoi fermarti quando vuoi"),
            "text": _("<p>Nessuna decisione viene presa al posto tuo.</p>"),
        }


class Origin:
    """Where the words of a quotation come from."""

    PUBLISHED = "published"
    CONSENT = "consent"
    INVENTED = "invented"
    CHOICES = (
        (PUBLISHED, _("Frase già pubblicata")),
        (CONSENT, _("Detta a noi, con consenso scritto")),
        (INVENTED, _("Inventata da noi")),
    )


class QuotationValue(StructValue):
    @property
    def is_invented(self) -> bool:
        """True when readers must be told that nobody said these words."""
        return bool(self["origin"] == Origin.INVENTED)


class QuotationBlock(StructBlock):
    """Somebody's words, and whose they are."""

    text = TextBlock(label=_("Parole"), rows=3)
    source = CharBlock(
        label=_("Di chi"),
        required=False,
        max_length=120,
        help_text=_("Un ruolo, mai il nome di una donna aiutata. Per esempio: «un’operatrice»."),
    )
    origin = ChoiceBlock(
        label=_("Da dove viene"),
        choices=Origin.CHOICES,
        help_text=_("Se è inventata, la pagina lo dice."),
    )

    class Meta:
        template = "blocks/quotation.html"
        icon = "openquote"
        group = TEXT
        label = _("Citazione")
        description = _("Le parole di qualcuno, con la loro origine.")
        value_class = QuotationValue
        preview_value: ClassVar = {
            "text": _("Mi hanno creduta subito."),
            "source": _("una donna"),
            "origin": Origin.INVENTED,
        }


class ChecklistBlock(StructBlock):
    """Things to have, to notice or to remember; on a private page the only block that is printed."""

    heading = HeadingBlock()
    items = ListBlock(CharBlock(label=_("Voce"), max_length=240), label=_("Voci"), min_num=1)

    class Meta:
        template = "blocks/checklist.html"
        icon = "tasks"
        group = TO_DO
        label = _("Elenco con caselle")
        description = _(
            "Cose da preparare o da notare. Nelle pagine private la stampa contiene solo questi elenchi."
        )
        preview_value: ClassVar = {
            "heading": _("Da avere a portata di mano"),
            "items": [_("Documenti"), _("Chiavi"), _("Caricatore del telefono")],
        }
