"""Saying where a page stands after every save, and why it came back."""

from django.contrib import messages as plain
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from home.admin.page_actions import SUBMIT
from home.models.review import SEND_BACK


def say_what_comes_next(request: HttpRequest, page: Page) -> None:
    """Answer `after_create_page` and `after_edit_page`: Wagtail says "updated" of drafts too."""
    # An automatic save asks in the background: nobody would read the answer.
    if not request.accepts("text/html"):
        return
    page = Page.objects.get(pk=page.pk)
    if SUBMIT in request.POST:
        plain.info(
            request,
            _("Ora la legge chi modera. Qui sotto c’è scritto «sul sito» quando è approvata."),
        )
    elif request.POST.get("workflow-action-name") == SEND_BACK:
        plain.info(request, _("L’hai rimandata a %(name)s, con le tue parole.") % {"name": _author(page)})
    elif page.live and not page.has_unpublished_changes:
        url = page.get_url(request)
        messages.success(request, _("È sul sito."), buttons=[messages.button(url, _("Guardala"))])
    else:
        plain.info(request, _draft_words(page))


def _author(page: Page) -> str:
    state = page.current_workflow_state
    person = state.requested_by if state else None
    return (person.get_full_name() or person.get_username()) if person else _("chi l’ha scritta")


def _draft_words(page: Page) -> str:
    scheduled = page.scheduled_revision
    if scheduled:
        moment = timezone.localtime(scheduled.approved_go_live_at)
        day, hour = date_format(moment, "l j F").lower(), date_format(moment, "H.i")
        return _("Andrà sul sito %(day)s alle %(hour)s.") % {"day": day, "hour": hour}
    if page.live:
        return _("Sul sito c’è ancora la versione di prima, finché questa non è approvata e pubblicata.")
    return _("È una bozza: sul sito non c’è, finché non è approvata e pubblicata.")


def say_why_it_came_back(request: HttpRequest, page: Page) -> None:
    """Answer `before_edit_page`: the moderator's words stand at the top of the page that they are about."""
    state = page.current_workflow_state
    if request.method == "GET" and state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        plain.warning(request, _("Chi modera chiede di cambiare: %(words)s") % {"words": words_of(state)})


def words_of(state: WorkflowState) -> str:
    """Return what the moderator wrote, or that nothing was."""
    task = state.current_task_state
    return (task.comment if task else "") or _("non ha scritto che cosa.")
