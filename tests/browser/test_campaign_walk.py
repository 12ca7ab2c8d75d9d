"""A campaign from an editor's first click to a visitor's telephone, each in a browser of their own."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from uuid import uuid4

import pypdfium2
import pytest
import zxingcpp
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from PIL import Image
from playwright.sync_api import FilePayload, expect
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from amaranta.demo.campaigns import build_campaigns
from amaranta.demo.desks import build_desks
from amaranta.demo.roles import build_roles
from amaranta.demo.staff import build_staff
from home.making.making_process import make_next
from home.models import HomePage
from servizi.models import DeskPage
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser

TITLE, SLOGAN = "Una biblioteca che ascolta", "Parlarne è già un passo"
ALT = "Scaffali di libri, e davanti un tavolo rotondo"
GPS = 0x8825


@pytest.fixture
def newsroom(live_home: HomePage, live_server: LiveServer) -> Iterator[DeskPage]:
    """Return the desk of Bresso, on a site where its editors and the moderators have accounts."""
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    Site.clear_site_root_paths_cache()
    build_desks(live_home)
    build_campaigns(live_home)
    build_roles(live_home)
    build_staff()
    yield DeskPage.objects.get(title="Spazio Sambuco Bresso (esempio)", locale__language_code="it")
    Site.clear_site_root_paths_cache()


def sign_in(tab: Tab, name: str, live_server: LiveServer) -> Tab:
    client = Client()
    client.force_login(get_user_model().objects.get(username=name))
    tab.context.add_cookies([{"name": "s", "value": client.cookies["s"].value, "url": live_server.url}])
    tab.goto("/admin/")
    return tab


def photograph() -> bytes:
    """Return a photograph that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(GPS).update({1: "N", 2: (45.0, 32.0, 10.0), 3: "E", 4: (9.0, 11.0, 20.0)})
    written = BytesIO()
    Image.new("RGB", (900, 600), "#9d1d48").save(written, "JPEG", exif=exif)
    return written.getvalue()


def add_block(tab: Tab, name: str) -> None:
    tab.locator("#panel-child-contenuto-body-section button[title='Inserisci un blocco']").last.click()
    tab.get_by_role("option", name=name).click()


def write(editor: Tab, meeting: dt.date) -> None:
    """Fill in a campaign as an editor does: its words, a picture, a link, a box and one meeting."""
    editor.get_by_role("link", name="Scrivi una campagna").click()
    editor.get_by_placeholder("Titolo pagina*").fill(TITLE)
    editor.get_by_role("textbox", name="Slogan").fill(SLOGAN)
    fill_day(editor, "#id_starts_on", f"{meeting - dt.timedelta(days=3):%d/%m/%Y}")
    fill_day(editor, "#id_ends_on", f"{meeting + dt.timedelta(days=9):%d/%m/%Y}")
    editor.get_by_role("textbox", name="Introduzione").fill(
        "Una sera di letture, per dire che nessuna è sola."
    )
    write_story(editor)
    editor.get_by_role("button", name="Aggiungi Appuntamento").click()
    editor.get_by_role("textbox", name="Che cosa").fill("Letture ad alta voce")
    editor.get_by_role("textbox", name="Dove").fill("Biblioteca comunale, Via dell’Esempio 10, Bresso")
    fill_day(editor, "#id_events-0-starts_at", f"{meeting:%d/%m/%Y} 20:30")
    editor.get_by_role("textbox", name="Testo della locandina").fill(
        "Se hai paura di qualcuno, puoi parlarne."
    )


def fill_day(editor: Tab, field: str, day: str) -> None:
    """Write a day and close the calendar, which opens a moment later and would cover the buttons."""
    editor.locator(field).fill(day)
    calendar = editor.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_have_count(1)
    # Wherever she presses next, outside of it.
    editor.locator("body").dispatch_event("mousedown")
    expect(calendar).to_have_count(0)


def write_story(editor: Tab) -> None:
    body = editor.locator("#panel-child-contenuto-body-section")
    add_block(editor, "Testo")
    expect(body.get_by_role("textbox")).to_be_focused()
    editor.keyboard.type("Chi cerca uno sportello")
    editor.keyboard.press("Shift+Home")
    editor.keyboard.press("Control+k")
    editor.get_by_role("dialog").get_by_placeholder("Cerca").fill("sportelli")
    editor.get_by_role("dialog").get_by_role("link", name="Sportelli e orari").click()
    add_block(editor, "Riquadro")
    # The block opens a moment after its name is pressed; until then the last field is that of the text above.
    fields = body.locator("[contenteditable=true]")
    expect(fields).to_have_count(2)
    fields.last.click()
    expect(fields.last).to_be_focused()
    editor.keyboard.type("Si entra senza prenotare.")
    expect(fields.last).to_have_text("Si entra senza prenotare.")
    add_block(editor, "Immagine")
    body.get_by_role("button", name="Scegli una immagine").click()
    editor.get_by_role("tab", name="Carica").click()
    dialog = editor.get_by_role("dialog")
    picture = FilePayload(name="IMG_2041.jpg", mimeType="image/jpeg", buffer=photograph())
    dialog.locator("input[type=file]").set_input_files(picture)
    expect(dialog.get_by_role("textbox", name="Titolo")).to_have_value("IMG_2041")
    dialog.get_by_role("button", name="Carica").click()
    expect(body.get_by_text("IMG_2041")).to_be_visible()
    body.get_by_role("textbox", name="Testo alternativo").fill(ALT)
    body.get_by_role("textbox", name="Autore e licenza").fill("Foto del Comune di Bresso")


def open_waiting(person: Tab) -> None:
    """Open the campaign as the first screen offers it."""
    person.get_by_role("main").get_by_role("link", name=TITLE, exact=True).first.click()


def test_an_editor_writes_a_campaign_a_moderator_reads_it_twice_and_a_visitor_takes_the_poster(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    editor = sign_in(open_page(viewport=DESKTOP), "redazione-bresso", live_server)
    write(editor, timezone.localdate() + dt.timedelta(days=4))
    editor.get_by_role("button", name="Manda in approvazione").click()
    expect(editor.get_by_text("Ora la legge chi modera.")).to_be_visible()

    moderator = sign_in(open_page(viewport=DESKTOP), "moderazione", live_server)
    open_waiting(moderator)
    moderator.get_by_role("button", name="Altre azioni").click()
    moderator.get_by_role("button", name="Richiedi modifiche").click()
    moderator.get_by_role("dialog").get_by_role("button", name="Richiedi modifiche").click()
    expect(moderator.get_by_role("dialog")).to_contain_text("Questo campo è obbligatorio")
    moderator.get_by_role("dialog").get_by_label("Che cosa va cambiato").fill(
        "Scrivi se si entra in carrozzina."
    )
    moderator.get_by_role("dialog").get_by_role("button", name="Richiedi modifiche").click()
    expect(moderator.get_by_text("L’hai rimandata a redazione-bresso")).to_be_visible()

    editor.goto("/admin/")
    expect(editor.get_by_role("main")).to_contain_text("Scrivi se si entra in carrozzina.")
    open_waiting(editor)
    editor.get_by_role("textbox", name="Introduzione").fill(
        "Una sera di letture. Si entra anche in carrozzina."
    )
    editor.get_by_role("button", name="Manda di nuovo in approvazione").click()
    expect(editor.get_by_text("Ora la legge chi modera.")).to_be_visible()

    moderator.goto("/admin/")
    open_waiting(moderator)
    moderator.get_by_role("button", name="Approva e Pubblica").click()
    expect(moderator.get_by_text("È sul sito.")).to_be_visible()
    visit(open_page(), newsroom, live_server)


def visit(visitor: Tab, desk: DeskPage, live_server: LiveServer) -> None:
    """Read the campaign on a telephone and take what it gives away."""
    visitor.goto("/campagne/")
    visitor.get_by_role("link", name=TITLE).click()
    main = visitor.get_by_role("main")
    expect(main.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(main).to_contain_text(SLOGAN)
    expect(main).to_contain_text("Si entra anche in carrozzina.")
    expect(main.get_by_role("link", name="Chi cerca uno sportello")).to_have_attribute("href", "/sportelli/")
    shown = main.get_by_role("img", name=ALT).get_attribute("src")
    with Image.open(BytesIO(visitor.request.get(str(shown)).body())) as picture:
        assert not picture.getexif()

    main.get_by_role("link", name="Aggiungi al calendario").click()
    assert b"SUMMARY:Letture ad alta voce" in taken(visitor)
    visitor.go_back()

    main.get_by_role("link", name="Apri il kit").click()
    main.locator("summary", has_text=desk.title).click()
    main.locator(f"a[href$='/kit/{desk.pk}/locandina-a4/']").click()
    expect(main).to_contain_text("Il file si sta preparando")
    make_next(uuid4())
    visitor.reload()
    sheet = taken(visitor)
    with pypdfium2.PdfDocument(sheet) as document:
        printed = document[0].render(scale=2).to_pil()
    read = {code.text for code in zxingcpp.read_barcodes(printed)}
    assert read == {f"{live_server.url}/s/{desk.pk}"}
    visitor.goto(read.pop())
    expect(visitor.get_by_role("heading", name=desk.title)).to_be_visible()


def taken(visitor: Tab) -> bytes:
    """Return the file that the button on its page gives."""
    button = visitor.get_by_role("link", name="Scarica")
    expect(button).to_be_visible()
    return visitor.request.get(str(button.get_attribute("href"))).body()
