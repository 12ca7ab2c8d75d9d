"""The questions that `home` itself asks on the dashboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.template.defaultfilters import date as date_words
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from home.admin.page_messages import words_of
from home.admin.todos import Action, Item, Link, Todo, provider
from home.making.failures import failures
from home.models import RightsPage
from home.publication.refusals import refusals
from home.publication.refused_pages import refused_pages
from home.translation.source_revisions import behind, words_fell_behind

PATIENCE = timedelta(hours=1)
"""How long a scheduled publication may be late before somebody is told."""


@provider
def expired_rights(user: Any) -> Iterator[Todo]:
    """Yield pages on rights whose law must be read again, the longest overdue first."""
    pages = [
        page
        for page in RightsPage.objects.expired(timezone.localdate())
        if page.permissions_for_user(user).can_edit()
    ]
    yield Todo(
        _("Diritti da ricontrollare"),
        _("Rileggi la legge, correggi la pagina, poi cambia le due date. Intanto chi legge vede un avviso."),
        [
            Item.of_page(
                page,
                _("da ricontrollare entro il %(day)s")
                % {"day": date_words(page.expires_on, "j F Y").lower()},
            )
            for page in pages
        ],
    )


@provider
def waiting_drafts(user: Any) -> Iterator[Todo]:
    """Yield what waits for this user's approval, the oldest first."""
    states = TaskState.objects.reviewable_by(user).select_related("revision", "workflow_state__requested_by")
    found = [(state, state.revision.as_object()) for state in states.order_by("started_at") if state.revision]
    yield Todo(
        _("Bozze che aspettano di essere approvate"),
        _("Leggi la bozza, poi approvala o rimandala indietro con due righe di spiegazione."),
        [
            Item.of_page(page, _sender(state), more=tuple(_ways_to_read(page)))
            for state, page in found
            if isinstance(page, Page)
        ],
    )


def _sender(state: TaskState) -> str:
    person = state.workflow_state.requested_by
    day = date_words(timezone.localtime(state.started_at), "l j F").lower()
    return _("da %(name)s, %(day)s") % {"name": person.get_username(), "day": day} if person else day


def _ways_to_read(page: Page) -> Iterator[Link]:
    yield Link(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), _("come si vedrà"))
    if page.live:
        compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"])
        yield Link(compare, _("che cosa cambia"))


@provider
def sent_back(user: Any) -> Iterator[Todo]:
    """Yield what this user submitted and a moderator returned, with the moderator's words."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
    found = [(state, state.content_object) for state in states.order_by("created_at")]
    yield Todo(
        _("Ti chiedono di cambiare qualcosa"),
        _("Correggi la bozza e mandala di nuovo in approvazione."),
        [
            Item.of_page(page, words_of(state))
            for state, page in found
            if isinstance(page, Page) and page.permissions_for_user(user).can_edit()
        ],
    )


@provider
def sent_on(user: Any) -> Iterator[Todo]:
    """Yield what this user submitted and nobody has read yet: nothing to do, but not forgotten either."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, requested_by=user)
    pages = [state.content_object for state in states.order_by("created_at")]
    yield Todo(
        _("Aspettano chi modera"),
        _("Non devi fare niente. Se hai visto un errore, apri la bozza e correggila."),
        [Item.of_page(page) for page in pages if isinstance(page, Page)],
    )


@provider
def late_publications(user: Any) -> Iterator[Todo]:
    """Yield pages whose hour has come and which are not online: refused, or nothing publishes them."""
    late = Revision.objects.filter(
        approved_go_live_at__lt=timezone.now() - PATIENCE,
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    pages = [revision.as_object() for revision in late.order_by("approved_go_live_at")]
    yield Todo(
        _("Pubblicazioni programmate e rimaste ferme"),
        _("Apri la pagina e pubblicala: se qualcosa la ferma, il portale dice che cosa."),
        [
            Item.of_page(page, _why_late(page))
            for page in pages
            if page.permissions_for_user(user).can_publish()
        ],
    )


def _why_late(page: Page) -> str:
    """Return what stops the page, in the words of the rule or of the field."""
    reasons = [str(reason) for reason in refusals(page)]
    try:
        page.full_clean()
    except ValidationError as error:
        reasons += error.messages
    return reasons[0] if reasons else ""


def may_publish_something(user: Any) -> bool:
    """Tell whether a user publishes pages, and so cares for their files."""
    return bool(PagePermissionPolicy().user_has_any_permission(user, {"publish"}))


@provider
def files_not_made(user: Any) -> Iterator[Todo]:
    """Yield what could not be made, to those who publish."""
    if may_publish_something(user):
        yield Todo(
            _("File che non si riescono a preparare"),
            _("Chi li cerca legge di tornare più tardi. Se succede di nuovo, avvisa chi cura il server."),
            [Item(line) for line in failures()],
            action=Action(reverse("files_again"), _("Preparali di nuovo")),
        )


@provider
def translations_behind(user: Any) -> Iterator[Todo]:
    """Yield translations written before their original last changed, the longest behind first."""
    late: Any = behind(Page.objects.all())
    pages = [
        page
        for page in late.specific(defer=True)
        if page.permissions_for_user(user).can_edit() and words_fell_behind(page)
    ]
    yield Todo(
        _("Traduzioni rimaste indietro"),
        _("La pagina italiana è cambiata dopo. Guarda che cosa, correggi la traduzione e pubblicala."),
        [_to_translate(page) for page in pages],
    )


def _to_translate(page: Any) -> Item:
    """Return a page that leads to both columns."""
    item = Item.of_page(page, _changed_on(page.changed))
    return replace(item, url=reverse("translation", args=[page.pk]))


def _changed_on(moment: datetime) -> str:
    return _("cambiata il %(day)s") % {"day": date_words(timezone.localtime(moment), "j F Y").lower()}


@provider
def refused_now(user: Any) -> Iterator[Todo]:
    """Yield the pages on the site that a rule would stop today, to those who decide what is reserved."""
    if not user.has_perm("home.change_reservedphrase"):
        return
    refused = refused_pages()
    pages = Page.objects.filter(pk__in=refused).order_by("path") if refused else []
    yield Todo(
        _("Pagine sul sito che oggi non si potrebbero pubblicare"),
        _("Sono uscite prima di una regola o di una parola riservata. Correggile, oppure toglile dal sito."),
        [
            Item.of_page(page, refused[page.pk][0])
            for page in pages
            if page.permissions_for_user(user).can_edit()
        ],
        urgent=True,
    )


@provider
def unreadable_phrases(user: Any) -> Iterator[Todo]:
    """Yield the reserved phrases kept under another SECRET_KEY, which now stop every publication."""
    from home.models import ReservedPhrase
    from home.text.phrase_digest import probe

    if not user.has_perm("home.change_reservedphrase"):
        return
    rows = ReservedPhrase.objects.exclude(probe=probe())
    yield Todo(
        _("Parole riservate da riscrivere"),
        _("La chiave segreta del portale è cambiata. Finché non le riscrivi, nessuna pagina si pubblica."),
        [Item(row.note, url=reverse("parole-riservate:edit", args=[row.pk])) for row in rows],
        urgent=True,
    )
