"""What somebody has to confirm, who is told so, and how a desk counts as verified."""

import re
from datetime import date, timedelta

from django.test import Client
from django.urls import reverse

from amaranta.demo.desks import build_desk
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.accounts import signed_in

from .conftest import user_of
from .desk_form import form


def test_the_dashboard_lists_what_is_unverified_and_one_click_renews_it(
    administrator: Client, desk: DeskPage
) -> None:
    desk.verify(day=date(2026, 1, 1))
    dashboard = reverse("wagtailadmin_home")
    assert "verificata il 1º gennaio 2026" in administrator.get(dashboard).content.decode()
    answer = administrator.post(reverse("servizi_verify", args=[desk.pk]), follow=True).content.decode()
    assert "«Spazio Uno»: verificato oggi" in answer
    assert "È tutto giusto" not in administrator.get(dashboard).content.decode()
    desk.refresh_from_db()
    assert not desk.is_stale()
    assert desk.verified_by
    assert desk.verified_by.username == "amministrazione"


def test_looking_at_the_question_renews_nothing(administrator: Client, desk: DeskPage) -> None:
    desk.verify(day=date(2026, 1, 1))
    page = administrator.get(reverse("servizi_verify", args=[desk.pk]))
    assert "È tutto giusto" in page.content.decode()
    desk.refresh_from_db()
    assert desk.is_stale()


def test_who_looks_after_comuni_is_told_whose_patron_saint_is_missing(
    administrator: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    for name, values in {"Senago": {}, "Milano": {"is_capital": True}, "Bresso": {}}.items():
        comune = Comune.objects.create(name=name, slug=name.lower(), **values)
        if name != "Bresso":
            build_desk(index, f"Spazio {name}", comune)
    build_desk(index, "Spazio Bollate", bollate)
    senago = Comune.objects.get(name="Senago")
    edit_senago = reverse("wagtailsnippets_servizi_comune:edit", args=[senago.pk])

    dashboard = reverse("wagtailadmin_home")
    panel = administrator.get(dashboard).content.decode().split("Santo patrono da scrivere")[1]
    told = panel.split("</ul>")[0]
    assert edit_senago in told
    assert not re.search("Milano|Bresso|Bollate", told)
    assert "Santo patrono" not in signed_in(user_of(senago)).get(dashboard).content.decode()

    senago.patron_day, senago.patron_name = "05-04", "San Floriano"
    senago.save()
    assert "Santo patrono da scrivere" not in administrator.get(dashboard).content.decode()


def test_a_visitor_cannot_renew_a_verification(client: Client, desk: DeskPage) -> None:
    desk.verify(day=date(2026, 1, 1))
    assert client.post(reverse("servizi_verify", args=[desk.pk])).status_code == 302
    desk.refresh_from_db()
    assert desk.is_stale()


def test_a_page_without_facts_cannot_be_verified(administrator: Client, index: DeskIndexPage) -> None:
    assert administrator.post(reverse("servizi_verify", args=[index.pk])).status_code == 404


def test_publishing_an_old_draft_does_not_undo_a_verification(desk: DeskPage) -> None:
    desk.verify(day=date(2026, 1, 1))
    draft = desk.save_revision()
    desk.verify()
    draft.publish()
    desk.refresh_from_db()
    assert not desk.is_stale()


def test_a_new_desk_counts_as_verified_by_who_wrote_it(
    administrator: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    new = DeskPage(title="Spazio Due", slug="spazio-due", intro="Qui.", comune=bollate)
    address = reverse("wagtailadmin_pages:add", args=["servizi", "deskpage", index.pk])
    response = administrator.post(address, form(new))
    assert response.status_code == 302
    assert not DeskPage.objects.get(slug="spazio-due").is_stale()


def test_ninety_days_are_counted_from_the_verification(desk: DeskPage) -> None:
    desk.verify(day=date(2026, 8, 22))
    assert not desk.is_stale(date(2026, 8, 22) + timedelta(days=90))
    assert desk.is_stale(date(2026, 8, 22) + timedelta(days=91))
    assert list(DeskPage.objects.stale(date(2026, 11, 20))) == []
    assert list(DeskPage.objects.stale(date(2026, 11, 21))) == [desk]
