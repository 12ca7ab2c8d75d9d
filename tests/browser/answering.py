"""A desk's place for answers, and an operator who writes there."""

from dataclasses import dataclass

from django.test import Client
from playwright.sync_api import Page as Tab
from playwright.sync_api import Request

from contatti.sealed import answer_store
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import (
    ConversationKeys,
    OpenedAnswer,
    ReplyCode,
    open_answers,
    read_reply,
)
from servizi.models import DeskPage
from tests.browser.watch import Watch

SECRET = "Vieni quando il glicine fiorisce"


@dataclass
class Desk:
    """A desk, its operators' cookies, and what women can read who wrote to it."""

    page: DeskPage
    anna: Client
    bea: Client
    address: str

    def code(self, keys: ConversationKeys) -> str:
        return str(ReplyCode(self.page.mailbox.pk, keys.public, keys.place))

    def enter(self, tab: Tab, who: Client) -> Tab:
        cookie = {"name": "s", "value": who.cookies["s"].value, "url": self.address}
        tab.context.add_cookies([cookie])
        tab.goto("/admin/console/rispondi/")
        return tab


def read_by(keys: ConversationKeys) -> list[OpenedAnswer]:
    """Return what she reads who has the code."""
    return open_answers(read_reply(answer_store.reply_for(keys.locator)), keys, sealed_settings.SITE_ID)


def paste(tab: Tab, code: str) -> None:
    tab.get_by_label("Codice di risposta").fill(code)


def write(tab: Tab, text: str) -> None:
    """Answer somebody never heard of, up to the preview."""
    tab.get_by_label("Ho capito").check()
    tab.get_by_label("La risposta").fill(text)
    tab.get_by_role("button", name="Guarda come la vedrà").click()


def close(tab: Tab) -> None:
    tab.get_by_role("button", name="Chiudi e metti a disposizione").click()


def posted(watch: Watch) -> str:
    def body(request: Request) -> str:
        return f"{request.url} {request.post_data or ''}"

    return " ".join(map(body, watch.requests))
