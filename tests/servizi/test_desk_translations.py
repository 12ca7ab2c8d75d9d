"""A translation of a desk borrows every fact from the Italian page."""

from datetime import date

from django.test import Client
from wagtail.models import Locale

from amaranta.demo.desks import build_desk
from servizi.models import Comune, DeskIndexPage, DeskPage


def test_verifying_a_desk_verifies_its_translations(desk: DeskPage) -> None:
    english = Locale.objects.create(language_code="en")
    desk.copy_for_translation(english, copy_parents=True)
    desk.verify(day=date(2026, 1, 1))
    desk.verify()
    assert not DeskPage.objects.get(translation_key=desk.translation_key, locale=english).is_stale()


def test_a_translation_shows_the_hours_of_the_italian_page(
    client: Client, index: DeskIndexPage, bollate: Comune, desk: DeskPage
) -> None:
    build_desk(index, "Spazio Due", bollate)
    english = Locale.objects.create(language_code="en")
    copy = desk.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()
    desk.hours = [("slot", {"days": ["0"], "opens": "10:15", "closes": "12:30"})]
    desk.save()

    page, listed = (client.get(each.url).content.decode() for each in (copy, copy.get_parent()))
    assert "10:15–12:30" in page
    assert "10:15–12:30" in listed
    # What nobody has translated yet is shown as it is, rather than left out.
    assert "Spazio Due" in listed


def test_a_translation_goes_offline_and_comes_back_with_the_italian_page(
    client: Client, desk: DeskPage
) -> None:
    english = Locale.objects.create(language_code="en")
    copy = desk.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()

    def seen() -> tuple[int, bool]:
        answer = client.get(copy.url)
        return answer.status_code, f"{copy.url}</loc>" in client.get("/sitemap.xml").content.decode()

    assert seen() == (200, True)
    desk.unpublish()
    assert seen() == (404, False)
    desk.save_revision().publish()
    assert seen() == (200, True)
