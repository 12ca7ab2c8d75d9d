"""Filling in the contact form the way a person does."""

from playwright.sync_api import Page

SENTINEL = "la chiave blu sta sotto il vaso di basilico"


def open_form(page: Page, desk: str = "Villa Prova") -> None:
    """Choose a desk and open its form."""
    page.goto("/scrivi/")
    page.get_by_role("link", name=f"Scrivi qui {desk}").click()
    page.get_by_role("heading", name=f"A: {desk}").wait_for()


def fill(page: Page, text: str = SENTINEL) -> None:
    """Open the form of the first desk and write a text."""
    open_form(page)
    page.get_by_label("Se vuoi, raccontaci").fill(text)


def press_send(page: Page) -> None:
    page.get_by_role("button", name="Invia").click()


def send(page: Page) -> str:
    """Press the button and return the reference that the answer shows."""
    press_send(page)
    page.get_by_role("heading", name="Ricevuto").wait_for()
    return page.locator("[data-reference]").inner_text()


def fill_everything(page: Page) -> None:
    """Answer every standard question, with line breaks, emoji and characters that are easy to lose."""
    open_form(page, "Rocca Finta")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("In quale lingua leggi meglio?").select_option(label="العربية")
    page.get_by_label("Un appuntamento").check()
    page.get_by_text("Vedi gli orari").click()
    for window in page.locator("#p .day + .choice").all()[:2]:
        window.click()
    page.get_by_label("Se vuoi, raccontaci").fill(
        '  Prima riga\n\n— Adesso —\nIn un posto sicuro adesso: Sì\n\u2028أهلا\u0007 & <b>"è"</b> 😀\t \n'
    )
    page.get_by_label("Come vuoi essere chiamata?").fill(" Viola \u00a0 d’Ar\u202eia ")
    page.get_by_label("Con una telefonata").check()
    page.get_by_label("A quale numero o indirizzo?").fill("000 0000001")
    page.get_by_label("In quali giorni e ore è sicuro?").fill("martedì, 9–12")
    page.get_by_label("Chi altro potrebbe rispondere o leggere?").fill("\u2066\u200b\u3164 \u00a0")
    page.get_by_label("Chiamatemi con il numero nascosto").check()
    page.get_by_label("Sì, con le parole che scrivo qui sotto").check()
    page.get_by_label("Che cosa può dire il messaggio?").fill("il libro è arrivato")
    page.get_by_label("Una parola d’intesa").fill("basilico")
    page.get_by_text("Lingua e interprete").click()
    page.get_by_label("In quale lingua preferisci parlare?").fill("العربية")
    page.get_by_label("Sì, per la mia lingua").check()
    page.get_by_label("Sì, per la lingua dei segni (LIS)").check()
