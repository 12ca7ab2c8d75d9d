"""Kept pages: how they are asked for, changed, and changed behind the program's back."""

import gzip
import sqlite3

import brotli
from django.db import connection
from django.test import Client

from contatti.models import ContactPage
from home.models import HelpPage, HomePage

NO_ROOM = "Adesso non c’è posto per altri messaggi"
READERS = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


def here(client: Client, address: str) -> str:
    answer = client.get(address)
    return f"{answer.status_code} {answer.content.decode()}"


def publish(page: HelpPage | HomePage | ContactPage, **values: object) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def behind_our_back(statement: str) -> None:
    """Change the database as nobody does who uses this program."""
    database = sqlite3.connect(connection.settings_dict["NAME"], timeout=10)
    with database:
        database.execute(statement)
    database.close()
