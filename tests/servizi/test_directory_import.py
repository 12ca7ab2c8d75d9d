"""A coordinator brings the directory in from a sheet, and takes it out."""

from django.core import signing
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from servizi.models import PartnerPage
from servizi.partner_import.apply import carry_out, export, plan_of
from servizi.partner_import.columns import key_of
from servizi.partner_import.plan import Status

from .directory_site import COORDINATORS, Directory, member_of
from .partner_sheets import GOOD, sheet, upload


def test_a_new_line_becomes_a_published_partner_of_its_comune(directory: Directory) -> None:
    plan = carry_out(sheet(GOOD), member_of(COORDINATORS))

    assert plan.count(Status.NEW) == 1
    partner = PartnerPage.objects.live().get(title="Gruppo")
    assert partner.get_parent().pk == directory.bresso.pk
    assert partner.services == ("ascolto",)
    assert partner.languages == ("it", "ar")
    assert sorted(comune.name for comune in partner.comuni.all()) == ["Bresso", "Cormano"]
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_is_exported_comes_back_unchanged(directory: Directory) -> None:
    plan = plan_of(export().decode("utf-8-sig"))

    assert plan.problems == []
    assert plan.count(Status.UNCHANGED) == len(plan.rows) == 3


def test_a_second_import_updates_by_key_and_keeps_what_the_sheet_does_not_say(
    directory: Directory,
) -> None:
    page = directory.lawyers
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    line = f"{key_of(page)};Avvocate unite;avvocati;Bollate;Bollate;Altra frase"
    plan = carry_out(sheet(line, header=header), member_of(COORDINATORS))

    assert plan.having(Status.CHANGED)[0].changes == ["nome", "comuni_serviti", "in_breve"]
    page = PartnerPage.objects.get(pk=page.pk)
    assert (page.title, page.summary, page.phone) == ("Avvocate unite", "Altra frase", "000 0000101")
    assert page.internal_contact == "Chiedere di Rosa, interno 99"
    assert [comune.name for comune in page.comuni.all()] == ["Bollate"]
    assert "avvocate unite" in page.search_text
    # The next editor starts from what was imported, not from an older revision.
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("Avvocate unite", "Altra frase")
    assert not page.has_unpublished_changes


def test_two_hundred_partners_with_three_bad_lines_leave_nothing_behind(
    coordinator: Client, directory: Directory
) -> None:
    lines = [GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(200)]
    lines[10] = lines[10].replace("Bresso;Bresso", "Bresco;Bresso")
    lines[90] = lines[90].replace("associazione", "asociazione")
    lines[150] = lines[149]
    before = PartnerPage.objects.count()

    response = upload(coordinator, sheet(*lines))

    html = response.content.decode()
    assert response.status_code == 422
    assert "Nulla è stato caricato: ci sono 3 problemi" in html
    assert "197 righe vanno bene" in html
    for line, column, what in (
        (12, "comune", "Forse «Bresso»?"),
        (92, "tipo", "Forse «associazione»?"),
        (152, "nome", "È già alla riga 151."),
    ):
        row = html.split(f"<td>{line}</td>")[1].split("</tr>")[0]
        assert column in row
        assert what in row
    assert 'name="confirm"' not in html
    assert PartnerPage.objects.count() == before


def test_nothing_is_written_before_the_coordinator_confirms(
    coordinator: Client, directory: Directory
) -> None:
    html = upload(coordinator, sheet(GOOD)).content.decode()
    assert not PartnerPage.objects.filter(title="Gruppo").exists()

    sealed = html.split('name="confirm" value="')[1].split('"')[0]
    address = reverse("servizi_partners_import")
    answer = coordinator.post(address, {"confirm": sealed}, follow=True).content.decode()
    assert "1 ente nuovo" in answer
    assert PartnerPage.objects.live().filter(title="Gruppo").exists()

    again = coordinator.post(address, {"confirm": sealed})
    assert again.status_code == 422
    assert PartnerPage.objects.filter(title="Gruppo").count() == 1


def test_a_confirmation_that_was_forged_or_is_somebody_elses_does_nothing(
    coordinator: Client, administrator: Client, directory: Directory
) -> None:
    html = upload(coordinator, sheet(GOOD)).content.decode()
    sealed = html.split('name="confirm" value="')[1].split('"')[0]
    address = reverse("servizi_partners_import")

    administrator.post(address, {"confirm": sealed})
    coordinator.post(address, {"confirm": sealed[:-2] + "xx"})
    coordinator.post(address, {"confirm": signing.dumps([1, GOOD], salt="other")})
    assert not PartnerPage.objects.filter(title="Gruppo").exists()


def test_a_verification_in_the_sheet_is_kept(directory: Directory) -> None:
    page = directory.lawyers
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve;verificato_il"
    line = f"{key_of(page)};{page.title};avvocati;Bollate;Bollate;Frase;2026-01-31"
    carry_out(sheet(line, header=header), member_of(COORDINATORS))
    assert PartnerPage.objects.get(pk=page.pk).verified_on.isoformat() == "2026-01-31"


def test_a_copy_of_a_partner_in_another_section_has_a_key_of_its_own(directory: Directory) -> None:
    twin = directory.lawyers.copy(to=directory.bresso, update_attrs={"title": "Avvocate di Bresso"})
    assert twin.slug == directory.lawyers.slug

    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    line = f"{key_of(twin)};Avvocate di Bresso;avvocati;Bresso;Bresso;Altra frase"
    carry_out(sheet(line, header=header), member_of(COORDINATORS))
    assert PartnerPage.objects.get(pk=twin.pk).summary == "Altra frase"
    assert PartnerPage.objects.get(pk=directory.lawyers.pk).summary == "Primo consiglio gratuito."
