"""Takes what she sends after an answer without JavaScript: sealed here for the desk that answered."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from contatti.contact_form.number_text import FollowUp, follow_up_text, reply_block
from contatti.contact_form.text import compose, frame
from contatti.contact_form.ticket import read
from contatti.receiving.lanes import plain_lane
from contatti.receiving.lookup import open_desk_of_mailbox
from contatti.receiving.problems import Problem, Refusal
from contatti.receiving.receive import Sealed, store
from contatti.sealed.conversation import ConversationKeys, ReplyCode
from contatti.sealed.envelope import seal


def take_follow_up(
    request: HttpRequest,
    token: str,
    follow_up: FollowUp,
    keys: ConversationKeys,
    desk: int,
    last: int,
    answer: Callable[[bool], HttpResponse],
) -> HttpResponse:
    """Return the answer to a message that is stored. Raises Problem.

    `token`: the ticket of the page. `desk`: its mailbox. `last`: the newest answer that she read; nothing is
    kept by which a second message of this sitting would be known as such.
    """
    ticket = read(token)
    # Never too early: who opened a desk's answer by its number is no program that posts at once.
    if not ticket.lasts:
        raise Problem(Refusal.STALE)
    availability = open_desk_of_mailbox(str(desk))
    code = ReplyCode(desk, keys.public, keys.place)
    text = follow_up_text(follow_up) + reply_block(str(code), f"{last}.1")
    content = f"{availability.desk.pk}\n{text}".encode()
    around = frame(availability.desk.title, timezone.now(), after_answer=True)
    der = seal(compose(around, ticket.reference(content), text), availability.certificates)
    key = ticket.submission_key(content)
    return store(Sealed(availability, der, key, plain_lane(request, keys.locator)), ticket, answer)
