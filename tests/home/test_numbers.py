"""The emergency number and the helpline: changed once in the settings, right wherever somebody reads them."""

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pypdfium2
import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags
from icalendar import Calendar
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Site

from amaranta.demo.pages import publish
from home.making.making_process import make_all
from home.models import BasePage, HelpPage, HomePage, InformationPage, MaterialIndexPage, SiteSettings
from home.schools.package import refresh
from home.substitution import substituted
from tests.home.campaigns import DURING, make_campaign, make_index
from tests.home.searching import ask
from tests.making import fetched

from .materials import a_material

Demo = dict[str, BasePage]
NEW = {"emergency_number": "995", "helpline_number": "02 5555 0199"}
# An application is called so, and so is one of the ways by which a woman came, in a table of counts.
NAMES = re.compile("112 Where ARE U|Numero 1522|Helpline 1522")
KEYS = re.compile(r'\bid\\*"?(?:=|: )\\*"[\w-]+\\*"')
"""Keys of blocks and of the pages that a text links to: any number may be in them."""
OLD = re.compile(r"(?<![\d.,/])(?:1522|112)(?![\d/])|\{\{")
NOT_WORDS = re.compile(r"<(svg|style|script(?! type=.application/ld)).*?</\1>", re.DOTALL)


def change_numbers() -> None:
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for name, number in NEW.items():
        setattr(settings, name, number)
    settings.save()


@pytest.fixture
def changed(demo: Demo) -> Iterator[Demo]:
    """Return the demonstration on a site whose two numbers have just been changed."""
    with transaction.atomic():
        change_numbers()
        yield demo
        transaction.set_rollback(True)


def words(html: str) -> str:
    return NAMES.sub("", unescape(strip_tags(NOT_WORDS.sub(" ", html))))


def old(html: str) -> list[str]:
    """Return the old numbers and the tokens that somebody reads on a page, or dials from it."""
    return OLD.findall(words(html)) + re.findall(r'"tel:(?:112|1522)"|\{\{', html)


class TestWholeSite:
    def test_no_page_shows_an_old_number_or_a_token(self, changed: Demo, client: Client) -> None:
        wrong = {}
        for address in [*changed, "/cerca/", "/en/cerca/", "/campagne/appuntamenti/", "/non-esiste/"]:
            html = client.get(address).content.decode()
            assert "02 5555 0199" in html, address
            if found := old(html):
                wrong[address] = found

        assert wrong == {}
        assert len(changed) > 80

    @pytest.mark.parametrize(
        "address",
        [
            "/materiali/feed.atom",
            "/materiali/feed.json",
            "/campagne/feed/",
            "/sitemap.xml",
            "/en/campaigns/feed/",
        ],
    )
    def test_and_neither_does_a_feed(self, changed: Demo, client: Client, address: str) -> None:
        response = client.get(address)

        assert response.status_code == 200
        assert not OLD.search(re.sub("<[^>]*>", " ", response.content.decode()))

    def test_a_search_shows_no_token_and_finds_none(self, changed: Demo, client: Client) -> None:
        for asked in ("chiamare", "numeri", "antiviolenza", "aiuto"):
            assert not old(ask(client, asked).content.decode()), asked

        with connection.cursor() as cursor:
            table = (
                "wagtailsearch_indexentry_fts"
                if connection.vendor == "sqlite"
                else "wagtailsearch_indexentry"
            )
            cursor.execute(f"SELECT count(*) FROM {table} WHERE body LIKE '%{{{{%'")  # a constant
            assert cursor.fetchone()[0] == 0

    def test_the_texts_of_the_demonstration_name_no_number_themselves(self, demo: Demo) -> None:
        typed = {}
        for address, page in demo.items():
            for field in ("body", "intro", "disclosure", "aims", "search_description", "description"):
                value = getattr(page, field, "")
                text = json.dumps(value.get_prep_value()) if hasattr(value, "get_prep_value") else str(value)
                if found := re.findall(
                    r"(?<![\w./])(?:1522|112)(?![\w/])", KEYS.sub("", NAMES.sub("", text))
                ):
                    typed[address, field] = found

        assert typed == {}


class TestOnePage:
    def test_a_number_is_read_called_and_told_to_machines(self, home: HomePage, client: Client) -> None:
        change_numbers()
        page = home.add_child(
            instance=InformationPage(
                title="Numeri", slug="numeri", search_description="Chiama {{emergenza}}."
            )
        )
        text = '<p><a href="tel:{{ antiviolenza }}">{{antiviolenza}}</a> o {{ emergenza }}</p>'
        checks = {"heading": "Il {{emergenza}}", "items": ["So a memoria {{antiviolenza}}"]}
        publish(page, [("text", text), ("checklist", checks)], {})

        html = client.get("/numeri/").content.decode()

        assert '<a href="tel:0255550199">02 5555 0199</a> o 995' in html
        assert "<li>So a memoria 02 5555 0199</li>" in html
        assert "<h2>Il 995</h2>" in html
        assert '<meta name="description" content="Chiama 995.">' in html
        assert json.loads(re.findall(r'ld\+json">(.*?)</script>', html)[0])["description"] == "Chiama 995."
        assert "{{" not in html

    def test_a_number_in_the_settings_can_write_no_markup(self, home: HomePage, client: Client) -> None:
        SiteSettings.objects.update(helpline_number='1<b>5"22')
        page = home.add_child(instance=HelpPage(title="Uno", slug="uno"))
        publish(page, [("text", '<p><a href="tel:{{antiviolenza}}">qui: {{antiviolenza}}</a></p>')], {})

        assert '<a href="tel:1522">qui: 1522</a>' in client.get("/uno/").content.decode()

    @pytest.mark.parametrize("slip", ["11x", "uno uno due", "+", "112;"])
    def test_a_slip_in_a_number_is_told_to_who_changes_it_and_reaches_nobody(
        self, home: HomePage, admin_client: Client, slip: str
    ) -> None:
        address = reverse("wagtailsettings:edit", args=["home", "sitesettings", home.get_site().pk])
        settings = SiteSettings.for_site(home.get_site())
        form = admin_client.get(address, follow=True).context["form"]
        posted = {name: form[name].value() or "" for name in form.fields}
        answer = admin_client.post(address, {**posted, "emergency_number": slip}).content.decode()

        assert "Solo cifre e spazi" in answer
        settings.refresh_from_db()
        assert settings.emergency_number == "112"
        admin_client.post(address, {**posted, "emergency_number": "118"})
        assert "118" in Client().get("/").content.decode()

    def test_other_braces_stay(self) -> None:
        assert substituted("{{nome}} { {emergenza} } {{emergenza") == "{{nome}} { {emergenza} } {{emergenza"

    def test_an_editor_sees_the_token_in_the_form_and_the_number_in_the_preview(
        self, home: HomePage, client: Client
    ) -> None:
        page = home.add_child(instance=InformationPage(title="Numeri", slug="numeri"))
        publish(page, [("text", "<p>Chiama il {{emergenza}}.</p>")], {})
        client.force_login(get_user_model().objects.create_superuser("a", "a@example.org", "x"))

        form = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        preview = client.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()

        assert "{{emergenza}}" in form
        assert "Chiama il 112." in preview

    def test_the_guide_tells_editors_in_one_line(self, home: HomePage, client: Client) -> None:
        client.force_login(get_user_model().objects.create_superuser("a", "a@example.org", "x"))

        assert "{{antiviolenza}} e {{emergenza}}" in client.get("/admin/guida/").content.decode()


@pytest.mark.time_machine(DURING, tick=False)
def test_a_calendar_and_a_poster_name_the_numbers_too(home: HomePage, client: Client) -> None:
    campaign = make_campaign(make_index(home), poster_text="Chiama il {{antiviolenza}}.")
    campaign.events.update(description="Se serve, {{emergenza}}.")
    change_numbers()

    event = Calendar.from_ical(client.get("/campagne/calendario/").content).walk("VEVENT")[0]
    poster = fetched(client, "/campagne/25-novembre/kit/0/locandina-a4/").content

    assert str(event["description"]) == "Se serve, 995."
    assert "Chiama il 02 5555 0199." in " ".join(pdf_words(poster).split())


def pdf_words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))


def test_the_files_of_a_material_are_made_anew_when_a_number_changes(
    library: MaterialIndexPage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    settings: pytest.FixtureRequest,
    tmp_path: object,
) -> None:
    settings.MEDIA_ROOT = str(tmp_path)  # type: ignore[attr-defined]
    material = a_material(
        library, search_description="Il numero è {{antiviolenza}}.", aims="Sa il {{emergenza}}"
    )
    refresh(material)

    with django_capture_on_commit_callbacks(execute=True):
        change_numbers()
    make_all()

    files = {file.format: file.file.read() for file in material.files.all()}
    texts = [pdf_words(files["pdf"])]
    for archive, name in (
        (files["odt"], "content.xml"),
        (files["zip"], "LEGGIMI.txt"),
        (files["zip"], "metadati.json"),
    ):
        with zipfile.ZipFile(BytesIO(archive)) as packed:
            found = next(each for each in packed.namelist() if each.endswith(name))
            texts.append(re.sub("<[^>]+>", "", packed.read(found).decode()))
    for text in texts:
        assert "Il numero è 02 5555 0199." in " ".join(text.split())
        assert "1522" not in text
        assert "{{" not in text
    # What to do if a pupil confides, in the words of the library.
    assert "02 5555 0199; per chi ha meno di 18 anni" in " ".join(texts[0].split())
