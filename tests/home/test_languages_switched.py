"""Languages that an administrator switches off and on, and the list of them."""

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Page

from home.models import BasePage, SiteLanguage

from .people import as_

Demo = dict[str, BasePage]
UNREAD = "Abbiamo tradotto noi questi testi: nessuna persona di madrelingua li ha ancora riletti."


def test_an_administrator_switches_a_language_off_and_on_again(demo: Demo, client: Client) -> None:
    admin, home = as_("amministrazione"), demo["/en/"].pk
    listed = admin.get(reverse("lingue:index")).content.decode()
    assert "spenta:" not in listed
    assert 'hreflang="en"' in client.get("/per-me/").content.decode()

    admin.post(reverse("wagtailadmin_pages:unpublish", args=[home]))

    assert client.get("/en/for-me/").headers["Location"] == "/per-me/"
    assert client.get("/en/").headers["Location"] == "/"
    for address in ("/", "/per-me/", "/cerca/"):
        assert 'hreflang="en"' not in client.get(address).content.decode(), address
    assert admin.get(reverse("lingue:index")).content.decode().count("spenta:") == 1

    publish = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin.post(f"{publish}?id={home}", {"next": "/admin/"})

    assert client.get("/en/for-me/").status_code == 200
    assert 'hreflang="en"' in client.get("/per-me/").content.decode()


def test_a_language_says_on_every_page_that_nobody_who_speaks_it_has_read_it_until_somebody_has(
    demo: Demo, client: Client
) -> None:
    admin, language = as_("amministrazione"), SiteLanguage.objects.get(code="en")
    with override("en"):
        unread = gettext(UNREAD)
    pages = ("/en/", "/en/for-me/", "/en/write/", "/en/cerca/")
    for address in pages:
        assert unread in client.get(address).content.decode(), address
    assert "ancora riletti" not in client.get("/").content.decode()

    edit = reverse("lingue:edit", args=[language.pk])
    admin.post(edit, {"code": "en", "read_on": "2026-11-02"})
    assert not any(unread in client.get(address).content.decode() for address in pages)
    with override("ar"):
        assert gettext(UNREAD) in client.get("/ar/").content.decode()
    admin.post(edit, {"code": "en", "read_on": ""})
    assert unread in client.get("/en/").content.decode()


def test_the_home_page_of_a_language_is_neither_deleted_nor_moved_and_the_italian_one_stays(
    demo: Demo,
) -> None:
    admin, home = as_("amministrazione"), demo["/en/"]
    elsewhere = reverse("wagtailadmin_pages:move_confirm", args=[home.pk, demo["/"].pk])

    for address in (reverse("wagtailadmin_pages:delete", args=[home.pk]), elsewhere):
        assert "basta «Annulla pubblicazione»" in admin.post(address, follow=True).content.decode()
        assert Page.objects.get(pk=home.pk).url_path == home.url_path
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[demo["/"].pk]))
    assert Page.objects.get(pk=demo["/"].pk).live


def test_a_language_that_is_forgotten_in_the_list_keeps_its_pages_and_is_told_so_before(
    demo: Demo, client: Client
) -> None:
    admin, language = as_("amministrazione"), SiteLanguage.objects.get(code="en")
    forget = reverse("lingue:delete", args=[language.pk])
    assert "le sue pagine restano come sono" in admin.get(forget).content.decode()

    admin.post(forget)

    assert not SiteLanguage.objects.filter(code="en").exists()
    assert client.get("/en/for-me/").status_code == 200


def test_a_demonstration_lists_its_languages_as_an_administrator_would_have_added_them(demo: Demo) -> None:
    listed = as_("amministrazione").get(reverse("lingue:index")).content.decode()
    others = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code != settings.LANGUAGE_CODE]

    assert {each.code for each in SiteLanguage.objects.all()} == set(others)
    assert listed.count("accesa:") == len(others)
    assert "sono già nell’elenco" in as_("amministrazione").get(reverse("lingue:add")).content.decode()
