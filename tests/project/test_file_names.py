"""One file name means one thing: who has seen it in one app knows what stands there in another."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from tests.project.module_graph import modules

OF_DJANGO_AND_WAGTAIL = {"apps", "checks", "forms", "middleware", "models", "urls", "wagtail_hooks"}
OF_EVERY_APP = {
    "chores": "what a worker does once an hour or a day",
    "dashboard": "what the administration's first page asks of an app",
    "guide": "the recipes of the administration's guide",
    "linked_data": "schema.org, as JSON-LD",
    "panels": "the administration's first page itself",
    "quick_links": "the ways in that an app puts on that page",
    "todos": "what somebody has to do, as that page shows it",
}
OF_A_THING = {
    "aside": "what two people put aside of a flood",
    "availability": "what takes requests now: mailboxes, and the desks that they are tied to",
    "base": "what the others of its folder begin with",
    "campaigns": "campaigns",
    "certificates": "the certificates of a mailbox",
    "changes": "changes of keys and mailboxes that wait for a second person",
    "console": "the desk's place in the administration",
    "contact": "writing to a desk",
    "contact_page": "the page with the contact form",
    "desks": "the desks",
    "discreet": "private pages, and the links to them",
    "documents": "documents that visitors download",
    "doors": "pages with explicit titles for search engines",
    "events": "dated meetings",
    "faults": "faults that a visitor reported",
    "figures": "the network's figures",
    "flood": "requests beyond the hour's budget",
    "formats": "how a language writes dates and numbers (Django's FORMAT_MODULE_PATH)",
    "languages": "the languages of the site",
    "lanes": "where requests wait in a flood",
    "leaflets": "a page as a leaflet",
    "logins": "who signs in, and how",
    "mailbox": "the demonstration's mailbox",
    "mailboxes": "the mailboxes of desks and bodies",
    "materials": "materials for schools",
    "media": "pictures, documents, sounds and films",
    "monitoring": "whether all that has to run still does",
    "news": "news and minutes",
    "pages": "pages of any kind",
    "partners": "partners of the network",
    "pictures": "pictures",
    "press": "what the press takes away",
    "reserved_phrase": "a phrase that no page may publish",
    "reserved_phrases": "all of them",
    "shelters": "shelters, whose place is secret",
    "translations": "the site in other languages",
    "verification": "the promise that somebody checked a page",
}
OF_A_STEP = {
    "access_link": "making a link by which somebody gets in: a command, a screen",
    "backup": "making a copy: the command, and what it does",
    "listing": "a list of what there is, with its filters",
    "page": "what a page shows that is drawn with a script of its own",
    "making": "from what an archive is made of to the archive, with what draws its pieces",
    "questions": "what a form asks",
    "receivers": "who may receive what is sent",
    "restore": "going back to a copy: the command, and what it does",
    "rights": "who may see or do what, with what its folder is about",
    "roles": "who may do what: as roles are made, as changes of them are written down",
    "rules": "what something has to be, as data",
    "sending": "what is put into the outbox",
    "text": "the text that an operator reads once she has opened it",
    "withdraw": "taking something out of use at once and alone",
    "words": "what the script of a page says, in the operator's language",
}
MEANING = {**dict.fromkeys(OF_DJANGO_AND_WAGTAIL, ""), **OF_EVERY_APP, **OF_A_THING, **OF_A_STEP}
"""Names that stand in several folders. Another one is to be a name that says more, not a line here."""


def shared_names(sources: Mapping[str, Path]) -> set[str]:
    """Return the names of files that stand in several folders."""
    folders = defaultdict(set)
    for path in sources.values():
        folders[path.stem].add(path.parent)
    return {name for name, where in folders.items() if len(where) > 1} - {"__init__"}


def test_a_file_name_stands_in_several_folders_only_where_it_means_the_same() -> None:
    assert shared_names(modules(settings.ROOT)) == set(MEANING)


def test_a_name_with_two_meanings_would_be_seen(tmp_path: Path) -> None:
    for name in ("home/one/cache.py", "site/logins/cache.py", "home/one/once.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")

    assert shared_names(modules(tmp_path)) == {"cache"}
