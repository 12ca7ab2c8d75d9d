"""Two people put what a flood left in a lane aside: sealed as it is, written down, and back with one press."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.models import DeskMailbox
from contatti.sealed.aside import move_some
from contatti.sealed.lanes import held_by_hour
from contatti.sealed.models import Lane, LaneAside, LaneStore, OutboxItem, OutboxState
from contatti.sealed.models.aside import KEEP_ASIDE
from contatti.sealed.moments import truncate_to_hour
from contatti.sealed.tasks.release_held import Releases
from contatti.sealed.tasks.retention import purge
from tests.contatti.flood.flooding import hold_some
from tests.contatti.site import ContactSite
from tests.contatti.staff import editor, signed_in

LANES = "/admin/richieste/trattenute/"


@pytest.fixture
def flooded(contact: ContactSite, settings: Settings) -> ContactSite:
    """Return a site on which four requests of an hour that is over wait, and one of another lane."""
    cache.clear()
    settings.SEALED_LANE_RATES = {"sealed": 0.001, "plain": 0.001}
    DeskMailbox.objects.update(hourly_limit=0)
    hold_some(contact, Lane.SEALED, 4)
    hold_some(contact, Lane.PLAIN, 1)
    OutboxItem.objects.update(accepted_hour=truncate_to_hour(timezone.now()) - timedelta(hours=3))
    return contact


@pytest.fixture
def keepers(db: None) -> Group:
    group, _made = Group.objects.get_or_create(name="Chi custodisce le chiavi")
    group.permissions.set(
        Permission.objects.filter(codename__in=("access_admin", "change_operatorcertificate"))
    )
    return group


@pytest.fixture
def anna(keepers: Group) -> Client:
    return signed_in("anna", keepers)


@pytest.fixture
def bea(keepers: Group) -> Client:
    return signed_in("bea", keepers)


def ask(client: Client, lane: Lane = Lane.SEALED) -> None:
    hour = OutboxItem.objects.filter(lane=lane).values_list("accepted_hour", flat=True)[0]
    client.post(f"{LANES}metti-da-parte/", {"lane": lane, "hour": int(hour.timestamp())})


def agree(client: Client) -> None:
    client.post(f"{LANES}{LaneAside.objects.get().pk}/si/")


def move() -> None:
    while move_some():
        pass


def states() -> list[str]:
    return sorted(OutboxItem.objects.values_list("state", flat=True))


def test_one_person_alone_moves_nothing_and_two_move_that_lane_and_hour_only(
    flooded: ContactSite, anna: Client, bea: Client
) -> None:
    envelopes = set(OutboxItem.objects.values_list("envelope", flat=True))
    assert "Chiedi di metterle da parte" in anna.get(LANES).content.decode()
    ask(anna)
    agree(anna)
    move()
    assert states() == ["held"] * 5
    assert "Aspetta il sì di un’altra persona" in bea.get(LANES).content.decode()

    agree(bea)
    move()

    assert states() == ["aside"] * 4 + ["held"]
    assert set(OutboxItem.objects.values_list("envelope", flat=True)) == envelopes
    assert LaneStore.objects.get(lane=Lane.SEALED).held == LaneStore.objects.get(lane=Lane.SEALED).size == 0
    assert [row[0] for row in held_by_hour()] == [Lane.PLAIN]


def test_it_goes_back_into_its_lane_with_one_press_and_leaves_from_there(
    flooded: ContactSite, anna: Client, bea: Client, settings: Settings
) -> None:
    ask(anna)
    agree(bea)
    move()
    assert "Rimettile in fila" in anna.get(LANES).content.decode()

    anna.post(f"{LANES}{LaneAside.objects.get().pk}/torna/")
    move()

    assert states() == ["held"] * 5
    assert LaneStore.objects.get(lane=Lane.SEALED).held == 4
    assert not LaneAside.objects.exists()
    settings.SEALED_LANE_RATES = {"sealed": 36_000}
    releases = Releases()
    releases.turn(timezone.now())
    releases.turn(timezone.now() + timedelta(seconds=5))
    assert OutboxItem.objects.filter(state=OutboxState.WAITING).count() >= 4


def test_it_is_kept_for_thirty_days_and_then_erased(flooded: ContactSite, anna: Client, bea: Client) -> None:
    ask(anna)
    agree(bea)
    move()

    purge(timezone.now() + KEEP_ASIDE - timedelta(hours=1))
    assert states().count("aside") == 4
    purge(timezone.now() + KEEP_ASIDE + timedelta(hours=1))

    assert states() == ["held"]
    assert not LaneAside.objects.exists()


def test_who_asked_and_who_agreed_stands_in_the_register(
    flooded: ContactSite, anna: Client, bea: Client, admin_client: Client
) -> None:
    ask(anna)
    agree(bea)

    register = admin_client.get("/admin/registro/").content.decode()
    assert "chiesto di mettere da parte richieste trattenute" in register
    assert "messe da parte, col sì di una seconda persona" in register


def test_an_hour_that_is_not_over_and_one_with_nothing_in_it_are_refused(
    flooded: ContactSite, anna: Client
) -> None:
    OutboxItem.objects.update(accepted_hour=truncate_to_hour(timezone.now()))
    ask(anna)
    answer = anna.post(f"{LANES}metti-da-parte/", {"lane": "sealed", "hour": "99999999999999999999"})

    assert answer.status_code == 302
    assert not LaneAside.objects.exists()
    text = anna.get(LANES).content.decode()
    assert "non è ancora finita" in text
    assert "Quando l’ora è finita" in text


def test_nobody_else_sees_or_does_it(flooded: ContactSite, anna: Client) -> None:
    ask(anna)
    number = LaneAside.objects.get().pk
    other = editor()

    for address in ("metti-da-parte/", f"{number}/si/", f"{number}/torna/"):
        assert other.post(LANES + address).status_code in {302, 403}
    assert b"Chiedi di metterle" not in other.get(LANES, follow=True).content
    assert LaneAside.objects.get().agreed_at is None
