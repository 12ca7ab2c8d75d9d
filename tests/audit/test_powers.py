"""Who may do what, in words that follow from the rights; no right without a sentence."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.models.pages import PAGE_PERMISSION_TYPES

from amaranta.demo.staff import STAFF, StaffMember
from audit.powers import every_role, own_role
from audit.sentences import ON_COLLECTIONS, ON_PAGES, SENTENCES
from tests.accounts import signed_in

pytestmark = pytest.mark.usefixtures("database")


def offered() -> Iterator[str]:
    """Yield the permissions that the form of a role offers, and those that roles have."""
    reverse("wagtailadmin_home")  # what registers them is loaded with the addresses
    for register in hooks.get_hooks("register_permissions"):
        for permission in register().select_related("content_type"):
            yield f"{permission.content_type.app_label}.{permission.codename}"
    for permission in Permission.objects.filter(group__isnull=False).select_related("content_type"):
        yield f"{permission.content_type.app_label}.{permission.codename}"


def words(name: str) -> str:
    return str(own_role(User.objects.get(username=name)).sections)


def test_every_right_that_somebody_can_be_given_has_a_sentence() -> None:
    given = set(offered())
    assert {"sealed.change_operatorcertificate", "auth.add_user"} < given
    assert given - set(SENTENCES) == set()
    # «add_page» until Wagtail 7, «add» from 8 on.
    on_pages = {f"{codename.removesuffix('_page')}_page" for codename, *_words in PAGE_PERMISSION_TYPES}
    assert on_pages == set(ON_PAGES)
    on_collections = set()
    for panel in hooks.get_hooks("register_group_permission_panel"):
        on_collections |= {kind[0] for kind in getattr(panel(), "permission_types", [])}
    assert on_collections == set(ON_COLLECTIONS)
    used = {right.permission.codename for right in GroupPagePermission.objects.all()}
    used |= {right.permission.codename for right in GroupCollectionPermission.objects.all()}
    assert used <= {*ON_PAGES, *ON_COLLECTIONS}


def test_each_person_reads_what_follows_from_her_roles() -> None:
    said = {member.username: words(member.username) for member in STAFF}

    assert "rispondere, con il codice" in said["operatrice"]
    assert "Spazio Sambuco Bresso" in said["operatrice"]
    assert "Cinisello" not in said["operatrice"]
    assert "Immagini" not in said["operatrice"]
    assert "mai da sola" in said["chiavi"]
    assert "Pagine" not in said["chiavi"]
    assert "coordinare" in said["coordinamento"]
    assert "approvare, o rimandare con un motivo" in said["moderazione"]
    assert "pubblicare" not in said["redazione-bresso"]
    assert "nessuna richiesta" in said["amministrazione"]
    for name, each in said.items():
        assert ("rispondere, con il codice" in each) is name.startswith("operatrice")


def test_a_right_that_is_taken_is_no_longer_said() -> None:
    keepers = Group.objects.get(name="Chiavi")
    assert "far ripartire" in words("chiavi")
    keepers.permissions.remove(Permission.objects.get(codename="change_outboxitem"))

    assert "far ripartire" not in words("chiavi")


def test_the_page_names_every_role_and_its_people_and_who_may_everything_first() -> None:
    User.objects.create_user("sola").user_permissions.add(Permission.objects.get(codename="add_user"))
    roles = every_role()

    assert roles[0].people == ["amministrazione"]
    assert {role.name for role in roles} >= {*Group.objects.values_list("name", flat=True), "Solo «sola»"}
    page = signed_in(User.objects.get(username="coordinamento")).get(reverse("who_may")).content.decode()
    for member in STAFF:
        assert member.username in page
    assert "creare account" in page


@pytest.mark.parametrize("member", STAFF, ids=lambda member: member.username)
def test_everybody_reads_the_own_page_and_only_who_coordinates_that_of_all(member: StaffMember) -> None:
    name = member.username
    client = signed_in(User.objects.get(username=name))

    own = client.get(reverse("what_may_i"))
    assert own.status_code == 200
    assert "Che cosa non può nessuno" in own.content.decode()
    may = name in {"amministrazione", "coordinamento"}
    assert (client.get(reverse("who_may")).status_code == 200) is may


def test_nobody_is_said_to_delete_a_key(admin_client: Client) -> None:
    text = admin_client.get(reverse("who_may")).content.decode()

    assert "togliere subito una chiave dall’uso" in text
    assert "cancellare una chiave" not in text


def test_a_visitor_reads_neither(client: Client) -> None:
    for name in ("who_may", "what_may_i"):
        assert client.get(reverse(name)).status_code == 302
