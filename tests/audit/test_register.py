"""The register: who came in, who was given which power, who took a list along; and nothing of a woman."""

import csv
import io
import json
import uuid
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry, PageLogEntry

from audit.chores import erase_old_lines
from audit.report import of_register
from contatti.key_keepers import KEY_GROUP
from contatti.models import RequestProgress
from contatti.sealed.approval import ripen, state_of
from contatti.sealed.models import Mailbox, OperatorCertificate, OutboxItem, PendingChange
from home.models import HomePage
from servizi.models import DeskOperators
from servizi.statistics_permissions import COORDINATORS, operators_of
from tests.accounts import signed_in
from tests.contatti.desks import DeskMaker

PASSWORD = "una frase lunga davvero"
MACHINE = "203.0.113.77"


@pytest.fixture
def anna(home: HomePage) -> User:
    user = User.objects.create_user("anna", "anna@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=COORDINATORS))
    return user


@pytest.fixture
def carla(home: HomePage) -> User:
    return User.objects.create_user("carla", "carla@example.org", PASSWORD)


@pytest.fixture
def desks(home: HomePage) -> DeskMaker:
    return DeskMaker(home)


def told(user: User) -> list[tuple[str, ...]]:
    """Return the rows of the register as somebody takes them along: when, who, what, to whom."""
    response = signed_in(user).get(reverse("audit"), {"export": "csv"})
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode()
    return [tuple(row) for row in csv.reader(io.StringIO(text))][1:]


def whats(user: User) -> set[tuple[str, str, str]]:
    return {row[1:4] for row in told(user)}


def log_in(name: str, password: str) -> Client:
    client = Client(REMOTE_ADDR=MACHINE)
    client.post(reverse("account_login"), {"login": name, "password": password})
    return client


def test_it_says_who_came_in_and_out_and_to_which_hour(anna: User, carla: User) -> None:
    log_in("anna", PASSWORD).post(reverse("account_logout"))

    rows = told(anna)
    assert ("anna", "accesso", "anna") in {row[1:4] for row in rows}
    assert ("anna", "uscita", "anna") in {row[1:4] for row in rows}
    assert all(entry.timestamp.minute == 0 for entry in ModelLogEntry.objects.filter(of_register()))
    assert f", ore {timezone.localtime().hour}" in rows[0][0]


def test_failed_logins_are_counted_and_neither_machine_nor_typed_name_is_kept(anna: User) -> None:
    for _each in range(3):
        log_in("anna", "sbagliata")
        log_in("nome-mai-esistito", "sbagliata")

    found = whats(anna)
    assert ("—", "accesso non riuscito, 3 volte", "anna") in found
    assert ("—", "accesso non riuscito, con un nome che non esiste, 3 volte", "—") in found
    kept = json.dumps([*ModelLogEntry.objects.values()], default=str)
    assert "anna" in kept
    for secret in ("nome-mai-esistito", MACHINE, "sbagliata"):
        assert secret not in kept


def test_every_way_to_give_a_power_leaves_a_line(anna: User, carla: User, desks: DeskMaker) -> None:
    keepers = Group.objects.get(name=KEY_GROUP)
    desk = desks.open("Primo")
    carla.groups.add(keepers)
    carla.groups.clear()
    keepers.user_set.add(carla)
    carla.groups.set([operators_of(desk)])
    carla.is_superuser = True
    carla.set_password("un’altra frase lunga")
    carla.save()
    carla.is_active = carla.is_superuser = False
    carla.save()
    carla.user_permissions.add(Permission.objects.get(codename="add_user"))
    keepers.permissions.add(Permission.objects.get(codename="delete_user"))
    DeskOperators.objects.all().delete()
    carla.delete()
    keepers.delete()

    found = {(what, whom) for _who, what, whom in whats(anna)}
    for what in (
        "ruolo dato: Chiavi", "ruolo tolto: Chiavi", "account reso amministratore",
        "account non più amministratore", "password cambiata", "account disattivato", "account creato",
        "account cancellato", "permesso dato: Aggiungere: utente",
    ):  # fmt: skip
        assert (what, "carla") in found, found
    assert ("permesso dato: Cancellare: utente", "Chiavi") in found
    assert ("ruolo cancellato", "Chiavi") in found
    name = f"Operatrici Primo ({desk.pk})"
    assert {("il ruolo risponde per uno sportello: Primo", name)} < found
    assert ("il ruolo non risponde più per uno sportello: Primo", name) in found


def test_a_hash_kept_anew_at_a_login_is_no_new_password(anna: User, carla: User) -> None:
    carla.password = "md5$another"
    carla.save(update_fields=["password"])

    assert not [row for row in whats(anna) if row[1] == "password cambiata"]


def test_keys_and_mailboxes_say_who_asked_who_agreed_and_what_waited_alone(
    anna: User, carla: User, desks: DeskMaker
) -> None:
    desk = desks.open("Primo")
    carla.groups.add(Group.objects.get(name=KEY_GROUP))
    olga = User.objects.create_user("olga")
    olga.groups.add(operators_of(desk))
    key, proved = OperatorCertificate.objects.filter(mailbox=desk.mailbox).order_by("pk")[:2]
    proved.owner = olga
    proved.save()
    keeper, second = signed_in(carla), signed_in(User.objects.get(username="olga"))
    edit = reverse("chiavi:edit", args=[key.pk])
    keeper.post(edit, {"holder": key.holder, "role": key.role})
    keeper.post(edit, {"holder": key.holder, "role": key.role, "active": "on"})
    change = PendingChange.objects.get()
    second.post(reverse("sealed_approve", args=[change.pk]), {"seen": state_of(change)})
    mailbox = {"address": desk.mailbox.address, "hourly_limit": "60"}
    keeper.post(reverse("caselle:edit", args=[desk.mailbox.pk]), {**mailbox, "paused": "on"})
    keeper.post(reverse("caselle:edit", args=[desk.mailbox.pk]), mailbox)
    second.post(reverse("sealed_stop", args=[PendingChange.objects.get().pk]))

    whose = f"Primo: {key.holder}"
    found = whats(anna)
    assert ("carla", "chiave tolta dall’uso", whose) in found
    assert ("carla", "cambio chiesto: una chiave in uso", whose) in found
    approved = "cambio approvato da una seconda persona: una chiave in uso (chiesto da carla)"
    assert ("olga", approved, whose) in found
    assert ("olga", "chiave presa in uso", whose) in found
    assert ("carla", "casella messa in pausa", "Primo") in found
    assert ("olga", "cambio fermato: la fine della pausa (chiesto da carla)", "Primo") in found


def test_a_change_that_ripened_is_nobodys_yes(anna: User, carla: User, desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    carla.groups.add(Group.objects.get(name=KEY_GROUP))
    form = {"address": "altra@example.org", "hourly_limit": "60"}
    signed_in(carla).post(reverse("caselle:edit", args=[desk.mailbox.pk]), form)
    PendingChange.objects.update(told=True)
    ripen(timezone.now() + timedelta(days=60))

    assert Mailbox.objects.get(pk=desk.mailbox.pk).address == "altra@example.org"
    ripened = "cambio valido dopo l’attesa, senza una seconda persona: un’altra casella (chiesto da carla)"
    assert ("il server", ripened, "Primo") in whats(anna)
    assert "altra@example.org" not in str(told(anna))


def test_who_takes_a_list_along_is_written_down_and_what_she_asked_for_is_not(anna: User) -> None:
    signed_in(anna).get(reverse("servizi_partners_export"), {"q": "segreto"})
    told(anna)

    found = whats(anna)
    assert ("anna", "elenco scaricato: enti", "anna") in found
    assert ("anna", "elenco scaricato: registro", "anna") in found
    assert "segreto" not in str(found)


def test_a_formula_in_an_accounts_name_is_run_by_no_spreadsheet(anna: User) -> None:
    User.objects.create_user("=HYPERLINK(1)")
    User.objects.create_user("@SUM(1)")

    cells = [cell for row in told(anna) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    response = signed_in(anna).get(reverse("audit"), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert sheet
    kinds = {str(cell.value): cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds["=HYPERLINK(1)"] == "s"


def test_only_coordinators_and_administrators_read_it(anna: User, carla: User, admin_client: Client) -> None:
    carla.groups.add(Group.objects.get(name=KEY_GROUP))
    for client, may in ((signed_in(anna), True), (admin_client, True), (signed_in(carla), False)):
        home = client.get(reverse("wagtailadmin_home")).content.decode()
        for name in ("audit", "audit_results"):
            assert (client.get(reverse(name)).status_code == 200) is may
        assert (reverse("audit") in home) is may


def test_nobody_changes_or_deletes_a_line_from_the_administration(anna: User, admin_client: Client) -> None:
    admin_client.get(reverse("servizi_partners_export"))
    lines = ModelLogEntry.objects.filter(of_register())
    before = lines.count()
    assert before
    for method in ("post", "put", "patch", "delete"):
        for name in ("audit", "audit_results"):
            assert getattr(admin_client, method)(reverse(name)).status_code == 405
    addresses = {str(each) for each in get_resolver().reverse_dict if isinstance(each, str)}
    assert not [address for address in addresses if "logentry" in address]
    form = admin_client.get(reverse("wagtailusers_groups:add")).content.decode()
    offered = Permission.objects.filter(content_type__model="modellogentry").values_list("pk", flat=True)
    assert 'name="permissions"' in form
    assert not [pk for pk in offered if f'name="permissions" value="{pk}"' in form]
    assert lines.count() == before


def test_lines_go_after_their_time_and_the_history_of_pages_stays(
    anna: User, home: HomePage, settings: LazySettings
) -> None:
    home.save_revision(log_action=True)
    pages = PageLogEntry.objects.count()
    assert pages
    assert settings.AUDIT_DAYS == 400
    erase_old_lines(timezone.now() + timedelta(days=399))
    assert ModelLogEntry.objects.filter(of_register()).exists()

    erase_old_lines(timezone.now() + timedelta(days=402))

    assert not ModelLogEntry.objects.filter(of_register()).exists()
    assert PageLogEntry.objects.count() == pages


def test_a_request_leaves_no_line_and_what_is_known_of_it_goes_with_it(anna: User, desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    olga = User.objects.create_user("olga")
    olga.groups.add(operators_of(desk))
    item, _new = OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)
    before = ModelLogEntry.objects.count()
    signed_in(olga)
    own = ModelLogEntry.objects.count()
    client = signed_in(olga)
    client.post(reverse("console_press", args=[item.pk]), {"step": "take", "seen": ""})

    assert own == before + 1
    assert RequestProgress.objects.get().by == olga
    assert ModelLogEntry.objects.count() == own + 1
    kept = json.dumps([*ModelLogEntry.objects.values()], default=str)
    assert str(item.pk) not in kept
    OutboxItem.objects.all().delete()
    assert not RequestProgress.objects.exists()


def test_the_name_of_an_account_that_is_gone_is_still_read(anna: User, carla: User) -> None:
    log_in("carla", PASSWORD)
    get_user_model().objects.get(username="carla").delete()

    assert ("carla", "accesso", "carla") in whats(anna)


def test_the_worker_erases_by_itself(settings: LazySettings) -> None:
    assert (3600, "audit.chores.erase_old_lines") in settings.SEALED_CHORES
    call_command("check", "-v0")
