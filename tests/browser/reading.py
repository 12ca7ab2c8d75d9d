"""Taking a number and reading with it, the way a person does."""

from playwright.sync_api import Locator, Page

from contatti.sealed.conversation import ReplyCode, make_code
from tests.contatti.conversations import code_of
from tests.contatti.site import ContactSite

ORDINALS = ["primo", "secondo", "terzo", "quarto", "quinto"]
HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def take_a_number(page: Page) -> str:
    """Tick the wish, type the two groups again, and return the digits."""
    page.get_by_label("Sì, dammi un numero").check()
    return type_groups_again(page)


def type_groups_again(page: Page) -> str:
    """Type again the two groups that are asked for, and return the number that is shown."""
    digits = page.locator("[data-digits]")
    digits.wait_for()
    number = digits.inner_text()
    for label in page.locator("label[for=A], label[for=B]").all():
        words = label.inner_text()
        page.get_by_label(words).fill(number.split(" ")[ORDINALS.index(words.split(" ")[1])])
    return number


def read(page: Page, number: str) -> None:
    page.goto("/numero/")
    type_number(page, number)


def type_number(page: Page, number: str) -> None:
    page.get_by_label("Il numero che ti abbiamo dato").fill(number)
    page.get_by_role("button", name="Apri", exact=True).click()


def answers(page: Page) -> Locator:
    return page.locator("[data-result] .card")


def new_number(contact: ContactSite, desk: int = 0) -> tuple[str, ReplyCode]:
    """Return a number that she has, and the reply code that its desk got."""
    number = make_code()
    return number, code_of(number, contact.desks[desk].mailbox)
