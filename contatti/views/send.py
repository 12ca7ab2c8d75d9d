"""The views behind /invia/."""

from base64 import b64encode

from cryptography.hazmat.primitives.serialization import Encoding
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from contatti.forms.layout import TICKET
from contatti.forms.request_text import frame, labels
from contatti.forms.standard import DESK
from contatti.forms.ticket import issue, read, read_receipt
from contatti.models import ContactPage
from contatti.views import answers
from contatti.views.gate import admit
from contatti.views.problems import Problem
from contatti.views.receive import door_named, page_of, receive


# The session-bound CSRF token would need a cookie; contatti.views.gate and the signed ticket replace it.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
def send(request: HttpRequest) -> HttpResponse:
    """Take a posted form; anything else is shown the page with the form."""
    if request.method != "POST":
        return to_form(request)
    try:
        return receive(request)
    except Problem as problem:
        return answers.problem_page(request, problem)


@csrf_exempt
@require_POST
@sensitive_post_parameters()
def keys(request: HttpRequest) -> HttpResponse:
    """Return, as JSON, what a browser needs to write to one desk at this moment.

    `certificates`: DER in base64, each usable now; `labels`, `opening`, `head`, `tail`: the words of
    contatti.forms.request_text; `ticket`: a new one if hers is too old, else empty. Asked for when she
    sends, not before: the page stays small and the keys are those of the moment. Posted, because an address
    with the desk in it would reach the logs.
    """
    try:
        fields = admit(request)
        door = door_named(fields.get(DESK.name, ""))
        ticket = read(fields.get(TICKET, ""))
        page = page_of(ticket)
    except Problem as problem:
        return answers.problem_page(request, problem)
    around = frame(door.desk.title, timezone.now())
    encoded = [
        b64encode(certificate.public_bytes(Encoding.DER)).decode() for certificate in door.certificates
    ]
    return JsonResponse(
        {
            "certificates": encoded,
            "ticket": "" if ticket.lasts else issue(page.pk),
            "labels": labels(page.layout(())),
            "opening": around.opening,
            "head": around.head,
            "tail": around.tail,
        }
    )


@require_safe
def receipt(request: HttpRequest, word: str) -> HttpResponse:
    """Show the answer to a request posted without JavaScript; after a while, the form instead."""
    reference = read_receipt(word)
    page = ContactPage.current()
    if reference is None or page is None:
        return to_form(request)
    return answers.received(request, page, reference)


def to_form(request: HttpRequest) -> HttpResponse:
    """Redirect to the page with the form, or to the first page of the site if there is none."""
    page = ContactPage.current()
    return HttpResponseRedirect(page.get_url(request) or "/" if page else "/")
