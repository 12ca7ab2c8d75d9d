"""A body of the directory gets a mailbox and keys as desks do, by two people, and no visitor can write to it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amaranta.demo.partners import build_partner, build_partner_index, build_section
from contatti.availability import desk_availabilities, offered_mailboxes
from contatti.models import BodyMailbox
from contatti.readers import readers_of
from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.models import OperatorCertificate, OutboxItem, PendingChange
from home.models import HomePage
from servizi.models import PartnerPage, PartnerSectionPage
from tests.contatti.desks import operator_key
from tests.contatti.referring import Network, Sealed, build_network, give_mailbox
from tests.contatti.site import ContactSite
from tests.contatti.staff import operator, signed_in


@pytest.fixture
def network(home: HomePage) -> Network:
    return build_network(home)


@pytest.fixture
def keeper(db: None) -> Client:
    return signed_in("custode", Group.objects.get(name="Chiavi"))


def test_a_keeper_gives_a_body_a_mailbox_and_a_second_person_has_to_agree(
    network: Network, keeper: Client
) -> None:
    section = PartnerSectionPage.objects.get()
    body = build_partner(section, "Ospedale Esempio")
    past = build_partner(section, "Ente di allora", is_archive=True)
    add = reverse("caselle_enti:add")
    form = keeper.get(add).content.decode()
    assert "Ospedale Esempio" in form
    for missing in ("Ente di allora", "Consultorio Esempio", past.slug):
        assert missing not in form

    fields = {"body": body.pk, "address": "ospedale@example.org"}
    answer = keeper.post(add, fields, follow=True)
    mailbox = BodyMailbox.objects.get(body=body)
    assert "seconda persona" in answer.content.decode()
    assert (mailbox.name, mailbox.address) == ("Ospedale Esempio", "")
    assert PendingChange.objects.get().address == "ospedale@example.org"
    assert "Ospedale Esempio" in keeper.get(reverse("chiavi:add")).content.decode()
    assert keeper.get(reverse("caselle_enti:delete", args=[mailbox.pk])).status_code in {302, 403, 404}


def test_a_visitor_is_never_offered_a_body_and_can_write_to_none(
    contact: ContactSite, client: Client
) -> None:
    index = build_partner_index(contact.page.get_parent().specific)
    section = build_section(index, contact.desks[0].comune)
    body = give_mailbox(build_partner(section, "Consultorio Esempio"))
    assert contact.desks[0].title in client.get("/scrivi/").content.decode()
    assert "Consultorio Esempio" not in client.get("/scrivi/").content.decode()
    assert body.pk not in offered_mailboxes().values_list("pk", flat=True)
    assert body.pk not in {each.mailbox.pk for each in desk_availabilities(timezone.now())}
    for named in (body.pk, body.body_id):
        assert client.get(f"/scrivi/{named}/").status_code == 404
        contact.send(client, contact.fields(b=str(named), m="Ciao"))
    assert not OutboxItem.objects.exists()


def test_a_bodys_people_read_its_mailbox_make_their_keys_and_see_no_request(network: Network) -> None:
    assert network.body.group
    people = signed_in("ente", network.body.group)

    assert [user.username for user in readers_of(network.body)] == ["ente"]
    assert "Consultorio Esempio" in people.get(reverse("contatti_key_maker")).content.decode()
    assert people.get("/admin/console/").status_code == 302
    assert people.get("/admin/casi/affida/").status_code == 302


def test_alarms_tell_of_a_body_that_one_person_or_nobody_can_open(network: Network) -> None:
    def told(code: AlertCode) -> bool:
        return "Consultorio Esempio" in lines_of(code, timezone.now())

    assert told(AlertCode.ALONE)
    assert not told(AlertCode.NO_KEY)
    second = OperatorCertificate(mailbox=network.body, holder="psicologa")
    second.set_certificate(operator_key(4)[1])
    second.count_as_proved(timezone.now())
    second.save()
    assert not told(AlertCode.ALONE)
    network.body.certificates.all().delete()
    assert told(AlertCode.NO_KEY)

    network.body.body.unpublish()
    assert not told(AlertCode.NO_KEY), "no case is referred to it any more"


def test_a_bodys_new_name_is_its_mailboxs_and_a_page_off_the_site_gets_no_case(network: Network) -> None:
    anna = operator("anna", network.first)
    body = PartnerPage.objects.get()
    body.title = "Consultorio Nuovo"
    body.save()
    assert "Consultorio Nuovo" in anna.get("/admin/casi/affida/").content.decode()
    body.unpublish()
    assert "Consultorio Nuovo" not in anna.get("/admin/casi/affida/").content.decode()


def test_a_body_with_letters_on_their_way_is_not_deleted(network: Network, admin_client: Client) -> None:
    Sealed(network, network.body).post(operator("anna", network.first))
    address = reverse("wagtailadmin_pages:delete", args=[network.body.body_id])

    answer = admin_client.post(address, follow=True).content.decode()
    assert "ha ancora lettere" in answer
    OutboxItem.objects.all().delete()
    admin_client.post(address, follow=True)
    assert not BodyMailbox.objects.exists()


def test_keepers_of_before_get_the_rights_that_an_upgrade_brings_and_no_others(db: None) -> None:
    group = Group.objects.get(name="Chiavi")
    bodies = Permission.objects.filter(content_type__model="bodymailbox")
    desks = Permission.objects.get(codename="change_deskmailbox")
    assert group.permissions.filter(pk__in=bodies).count() == 3
    group.permissions.remove(desks)
    bodies.delete()

    call_command("migrate", verbosity=0)

    names = set(group.permissions.values_list("codename", flat=True))
    assert {"add_bodymailbox", "change_bodymailbox", "view_bodymailbox"} <= names
    assert not names & {"delete_bodymailbox", "change_deskmailbox"}
