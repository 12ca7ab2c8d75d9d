"""The question before a name goes out: asked once at its place, answered by one tick beside the buttons."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.forms.attach_errors import attach_errors
from home.publication.refusals import doubts, refusals
from home.publication.rules import Finding

MAY_GO_OUT = "names_may_go_out"
"""The tick; its value is the names that it is about, so that a name typed later is asked about too."""
GOES_OUT = ("action-publish", "action-submit", "action-restart-workflow")
APPROVES = "approve"
BETWEEN = "|"


class Tick(forms.CheckboxInput):
    """A tick with its words: Wagtail gives none to a field that belongs to no panel."""

    def __init__(self, names: list[str], ticked_before: set[str]) -> None:
        super().__init__()
        self.names = names
        self.ticked_before = ticked_before

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        words = _("Sì, %(names)s può uscire: non è chi ha chiesto aiuto, né chi le ha fatto del male.")
        return format_html(
            '<div class="help-block help-warning"><label for="id_{0}"><input type="checkbox" name="{0}" '
            'id="id_{0}" value="{1}"> {2}</label></div>',
            MAY_GO_OUT,
            BETWEEN.join([*self.names, *sorted(self.ticked_before)]),
            words % {"names": ", ".join(f"«{name}»" for name in self.names)},
        )


def unanswered(form: Any) -> list[Finding]:
    """Return what the press of a button would let out of which nobody has said that it may."""
    page = form.instance
    if not any(action in form.data for action in GOES_OUT) and not _is_approved(form):
        return []
    # Read only where there is something to ask: most pages name nobody.
    found = doubts(page)
    if not found or ("action-publish" in form.data and refusals(page)):
        return []
    known = answered(form.data) | _known(page, approved=_is_approved(form))
    return [finding for finding in found if finding.excerpt.casefold() not in known]


def answered(data: Any) -> set[str]:
    """Return the names that the tick is about, if there is one."""
    return {name.casefold() for value in data.getlist(MAY_GO_OUT) for name in value.split(BETWEEN)}


def ask(form: Any, found: list[Finding]) -> None:
    """Put the question at each place and the tick at the end of the form, which stays as it was typed."""
    attach_errors(form, found)
    names = list(dict.fromkeys(finding.excerpt for finding in found))
    form.asks_about = names
    # What was ticked before stays ticked for what it was about.
    form.fields[MAY_GO_OUT] = forms.BooleanField(required=False, widget=Tick(names, answered(form.data)))


def _is_approved(form: Any) -> bool:
    return "action-workflow-action" in form.data and form.data.get("workflow-action-name") == APPROVES


def _known(page: Page, *, approved: bool) -> set[str]:
    """Return the names that are on the site already, or that whoever submitted the page said yes to."""
    if page._state.adding:
        return set()
    told = list(type(page).objects.filter(pk=page.pk, live=True))
    state = page.current_workflow_task_state if approved else None
    if state and state.revision:
        told.append(state.revision.as_object())
    return {finding.excerpt.casefold() for each in told for finding in doubts(each)}
