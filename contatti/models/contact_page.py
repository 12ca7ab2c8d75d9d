"""The page with the form: what editors may reword and add. Answers are stored nowhere."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.contrib.forms.models import AbstractFormField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from contatti import captcha
from contatti.availability import DeskAvailability, availability_named, desk_availabilities, desk_key
from contatti.contact_form import ticket
from contatti.contact_form.bound import BoundForm
from contatti.contact_form.definition import FormDefinition, definition_of
from contatti.contact_form.questions import rewordable
from contatti.contact_form.validation import RequestForm
from contatti.desk_cards import DeskCard, desk_cards
from contatti.forms import ContactPageForm
from contatti.models.approved_words import PLAIN, ApprovedWords
from contatti.sealed.lanes import Load, is_full, loads
from contatti.sealed.models import Lane
from contatti.sign_up.event import SignUp, sign_up_named
from contatti.sign_up.questions import sign_up_definition
from home.kept_answers import is_fresh
from home.kept_lookups import looked_up
from home.models import BasePage, PageClass
from home.search.ranking import SearchRank

FLOOD = 20
"""So many held in a lane are a flood of it: a busy morning holds a few."""


class ContactPage(BasePage, ApprovedWords):  # type: ignore[django-manager-missing]  # Wagtail is untyped
    """The contact form of the network."""

    page_class = PageClass.PRIVATE
    search_rank = SearchRank.WRITE
    template = "pages/contact_page.html"
    base_form_class = ContactPageForm
    choice_template = "pages/contact_desks.html"
    sign_up_template = "pages/sign_up.html"
    preview_modes: ClassVar[list[tuple[str, Any]]] = [
        ("", _("Il modulo")),
        ("desks", _("La scelta dello sportello")),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[type[Page]]] = []
    max_count_per_parent = 1
    page_description = _("Il modulo per scrivere a uno sportello. Ce n’è uno solo per lingua.")

    headline = models.CharField(_("titolo grande"), max_length=80, default=_("Scrivi a uno sportello"))
    intro = RichTextField(
        _("prima di scrivere"),
        features=PLAIN,
        blank=True,
        help_text=_("Due o tre frasi: che cosa si può chiedere, e che basta un nome inventato."),
    )
    next_steps = RichTextField(
        _("che cosa succede dopo"),
        features=PLAIN,
        help_text=_("Si legge sotto il modulo e dopo l’invio: entro quando rispondete, e come."),
    )
    verification = models.BooleanField(
        _("chiedi la verifica di Google (reCAPTCHA)"),
        default=False,
        help_text=_(
            "Solo se gli invii automatici superano le altre difese. Manda a Google l’indirizzo di chi "
            "scrive, dopo un suo clic, ed esclude chi naviga senza JavaScript."
        ),
    )
    verification_in_floods = models.BooleanField(
        _("solo durante un invio automatico, e solo dove succede"),
        default=False,
        help_text=_(
            "La stessa verifica, chiesta soltanto mentre molte richieste fatte allo stesso modo aspettano in "
            "fila. Chi non la fa non è rifiutata: aspetta più a lungo."
        ),
    )

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("intro"),
        ApprovedWords.words_panel,
        FieldPanel("next_steps"),
        InlinePanel(
            "wordings",
            heading=_("Parole delle domande"),
            label=_("domanda"),
            help_text=_(
                "Cambiate le parole di una domanda. Quelle su come risponderle in modo sicuro sono fisse."
            ),
        ),
        InlinePanel(
            "extra_questions",
            heading=_("Domande in più"),
            label=_("domanda"),
            help_text=_("Meno domande, più richieste. Mai nome e cognome, codice fiscale, data di nascita."),
        ),
        MultiFieldPanel(
            [FieldPanel("verification"), FieldPanel("verification_in_floods")], heading=_("Invii automatici")
        ),
    ]

    class Meta:
        verbose_name = _("modulo per scrivere")
        verbose_name_plural = _("moduli per scrivere")

    def clean(self) -> None:
        super().clean()
        asked = [name for name in ("verification", "verification_in_floods") if getattr(self, name)]
        if asked and not captcha.configured():
            words = _("Prima chi gestisce il server deve inserire le chiavi.")
            raise ValidationError(dict.fromkeys(asked, words))

    def verifies(self, lane: Lane) -> bool:
        """Tell whether who writes on this way is asked for a verification now."""
        flooded = self.verification_in_floods and loads().get(lane, Load()).held >= FLOOD
        return (self.verification or flooded) and captcha.configured()

    @classmethod
    def current(cls, pk: int = 0, *, only: Sequence[str] = ()) -> "ContactPage | None":
        """Return the live page of that key or, failing that, one in the active language, or any.

        With `only`, those fields are loaded and each other one costs a query when it is asked for.
        """

        def ask() -> list[ContactPage]:
            pages = cls.objects.live().select_related("locale").order_by("pk")
            return list(pages.only("locale__language_code", *only) if only else pages)

        found = list(looked_up(("contact", tuple(only)), ask))
        language = get_language()
        found.sort(key=lambda page: (page.pk != pk, page.locale.language_code != language))
        return found[0] if found else None

    def desks(self, now: datetime) -> list[DeskAvailability]:
        """Return every desk; while the page's words are not approved, none takes requests."""
        found = desk_availabilities(now)
        return found if self.is_approved else [each.closed() for each in found]

    def desk_named(self, value: str, now: datetime) -> DeskAvailability | None:
        """Return the same of one desk, None if there is no such desk."""
        found = availability_named(value, now)
        return found if found is None or self.is_approved else found.closed()

    def definition(self, desk: DeskAvailability | None, sign_up: SignUp | None = None) -> FormDefinition:
        """Return the questions of the form for one desk, or of the sign-up for an event of its."""
        if sign_up:
            return sign_up_definition(sign_up, desk)
        return definition_of(self.wordings.all(), self.extra_questions.all(), desk, timezone.now())

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find the form of the desk, and the event, whose keys stand in the address: they name no place.

        Raises Http404 for anything else.
        """
        if not path_components:
            return super().route(request, path_components)
        value, *rest = path_components
        if len(rest) > 1 or desk_key(value) is None:
            raise Http404
        return RouteResult(self, kwargs={"desk": value, "event": rest[0] if rest else ""})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return what the choice of a desk shows; with a `desk`, what its form does, or an event's."""
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        chosen: DeskAvailability | None = kwargs.get("desk")
        context["sign_up"] = kwargs.get("sign_up")
        if chosen is None:
            context["desks"] = desk_cards(self.desks(now), now)
            context["room"] = room()
            return context
        context["desk"] = DeskCard(chosen, now)
        context["form"] = self.view(self.definition(chosen, context["sign_up"]), ticket.issue(self.pk or 0))
        context["room"] = room()
        return context

    def serve(
        self, request: HttpRequest, *args: Any, desk: str = "", event: str = "", **kwargs: Any
    ) -> HttpResponse:
        """Show the form for a desk, for an `event` of its (else Http404), or which desks there are."""
        sign_up = sign_up_named(event) if event else None
        if event and (sign_up is None or sign_up.desk != desk):
            raise Http404
        chosen = self.desk_named(desk, timezone.now()) if desk else None
        if chosen is None and not sign_up:
            context = {**self.get_context(request), "unknown": bool(desk)}
            status = 404 if desk else 200
            return self.finish(request, render(request, self.choice_template, context, status=status))
        context = self.get_context(request, desk=chosen, sign_up=sign_up)
        template = self.sign_up_template if sign_up else self.template
        response = self.finish(request, render(request, template, context))
        if chosen and (chosen.is_open or not sign_up):
            is_fresh(response, context["form"].token, partial(ticket.issue, self.pk or 0))
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show an editor the form, whose words she changes, as it is for the first desk."""
        first = next(iter(desk_availabilities(timezone.now())), None)
        return self.serve(request, desk=str(first.desk.pk) if first and mode_name != "desks" else "")

    def finish(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Apply the page's class, and open the policy for the verification where an editor asked for it."""
        self.apply_class(response)
        if self.verifies(Lane.SEALED):
            captcha.open_policy(request, response)
        return response

    def view(
        self,
        definition: FormDefinition,
        token: str,
        form: RequestForm | None = None,
        others: Sequence[DeskAvailability] = (),
    ) -> BoundForm:
        """Return the form as the template draws it, with what was posted if anything was."""
        key = captcha.public_key() if self.verifies(Lane.SEALED) else ""
        bound = BoundForm(definition, token, form, captcha_key=key, others=others)
        bound.captcha_needed = self.verification
        return bound


def room() -> dict[str, bool]:
    """Return which kinds of browsers may write: a full lane is told before she does."""
    return {"sealed": not is_full(Lane.SEALED), "plain": not is_full(Lane.PLAIN)}


class QuestionWording(models.Model):
    """An editor's words for one of the standard questions."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="wordings")
    question = models.CharField(
        _("domanda"),
        max_length=12,
        choices=[(question.code, question.label) for question in rewordable()],
    )
    label = models.CharField(_("domanda, con altre parole"), max_length=120, blank=True)
    help_text = models.CharField(_("aiuto sotto la domanda"), max_length=240, blank=True)

    panels: ClassVar[list[Panel]] = [FieldPanel("question"), FieldPanel("label"), FieldPanel("help_text")]

    class Meta:
        verbose_name = _("parole di una domanda")
        constraints = (models.UniqueConstraint(fields=("page", "question"), name="one_wording_per_question"),)


class ExtraQuestion(AbstractFormField):
    """A question that an editor adds, in the terms of Wagtail's form builder."""

    KINDS = (
        ("singleline", _("una riga di testo")),
        ("multiline", _("più righe di testo")),
        ("dropdown", _("menu a tendina")),
        ("radio", _("una scelta sola")),
        ("checkboxes", _("più scelte")),
    )
    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="extra_questions")
    label = models.CharField(_("domanda"), max_length=120)
    help_text = models.CharField(_("aiuto sotto la domanda"), max_length=240, blank=True)
    field_type = models.CharField(_("tipo"), max_length=16, choices=KINDS)
    required = models.BooleanField(_("obbligatoria"), default=False)
    choices = models.TextField(_("scelte"), blank=True, help_text=_("Una per riga. Solo per menu e scelte."))

    panels: ClassVar[list[Panel]] = [
        FieldPanel("label"),
        FieldPanel("help_text"),
        FieldRowPanel([FieldPanel("field_type"), FieldPanel("required")]),
        FieldPanel("choices"),
    ]

    class Meta(AbstractFormField.Meta):
        verbose_name = _("domanda in più")

    @property
    def offered(self) -> list[str]:
        """Return the choices, empty for free text."""
        return [line for line in map(str.strip, self.choices.splitlines()) if line]

    def clean(self) -> None:
        super().clean()
        with_choices = self.field_type in ("dropdown", "radio", "checkboxes")
        if with_choices and not self.offered:
            raise ValidationError({"choices": _("Scrivete almeno una scelta, una per riga.")})
