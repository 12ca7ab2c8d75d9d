"""A visit of private pages, as a browser shows it."""

from playwright.sync_api import Page, expect

ENTRIES = "navigation.entries().map((entry) => new URL(entry.url).pathname)"


def heading(page: Page, words: str) -> None:
    expect(page.locator("main h1")).to_have_text(words)


def follow(page: Page, words: str) -> None:
    page.locator("main").get_by_role("link", name=words).click()


def enter(page: Page) -> None:
    """Go from the first page through the interruption to the page that was meant."""
    follow(page, "Scrivi a uno sportello")
    heading(page, "Prima di continuare")
    follow(page, "Continua")
    heading(page, "Lasciare meno tracce")
