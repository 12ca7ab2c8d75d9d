"""Two who decide about one change, on the databases on which the portal runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contatti.smtp import free_port
from tests.deployment import Deployment

AGREED = """
from django.contrib.auth.models import User
from django.utils import timezone
from contatti.sealed.approval import ChangeRefused, approve, ask_for_address, ripen, state_of
from contatti.sealed.models import Mailbox, PendingChange
first, second = (User.objects.create_superuser(name) for name in ("prima", "seconda"))
mailbox = Mailbox.objects.create(name="Primo", address="una@example.org")
ask_for_address(mailbox, "altra@example.org", first)
ripen(timezone.now())
change = PendingChange.objects.get()
answer = []
for press in range(2):
    try:
        approve(change.pk, second, state_of(change))
        answer.append("fatto")
    except ChangeRefused:
        answer.append("deciso")
answer.append(Mailbox.objects.get().address)
"""


@pytest.fixture(params=["new_sqlite", pytest.param("new_postgres", marks=pytest.mark.postgres)])
def portal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Deployment]:
    deployment = Deployment(request.getfixturevalue(request.param)(tmp_path), free_port(), tmp_path)
    yield deployment
    deployment.stop()


def test_a_change_that_a_second_person_agrees_to_is_made_once(portal: Deployment) -> None:
    assert portal.python(AGREED) == ["fatto", "deciso", "altra@example.org"]
