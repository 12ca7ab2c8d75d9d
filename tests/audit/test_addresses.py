"""Each role opens what its work needs, of all that the administration has, and reads nothing else."""

from fnmatch import fnmatchcase
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from home.models import HomePage, InformationPage
from servizi.models import DeskPage
from tests.accounts import signed_in
from tests.audit.addresses import DRAFT, Addresses, patterns, seen_by

pytestmark = pytest.mark.usefixtures("database")

DOCUMENT, PICTURE = "Documento su nessuna pagina", "Foto su nessuna pagina"

EVERYBODY = {
    "wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_dismissibles", "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite", "guide", "style", "what_may_i", "admin/test404/",
    "wagtailadmin_reports:site_history*", "admin/reports/site-history/*", "servizi_partners_export",
    "account_*", "mfa_*", "logins_proved", "wagtailadmin_login",
}  # fmt: skip
"""Who has a role at all: the first screen, the own account, help, and the public directory as a sheet."""
SHEETS = {"figure_sheets:*"}
OPERATOR = {
    "console", "console_answer", "console_token", "contatti_key_*", "contatti_origin", *SHEETS,
    "referrals", "referral_new", "sealed_proof",
    "model_answers:index*", "model_answers:inspect",
}  # fmt: skip
KEEPER = {
    "chiavi:*", "caselle:*", "caselle_enti:*", "contatti_key_*", "contatti_origin", "sealed_changes", "sealed_proof",
    "sealed_withdraw", "sealed_lanes*",
}  # fmt: skip
WRITER = {
    "enti:index*",  "wagtailadmin_api:documents:*", "wagtailadmin_api:images:*",
    "translations", "translations_of",
    "wagtailadmin_api:pages:listing", "wagtailadmin_choose_page*", "wagtailadmin_explore*",
    "wagtailadmin_pages:choose_parent", "wagtailadmin_pages:search*", "wagtailadmin_pages:type_use*",
    "wagtailadmin_reports:aging_pages*", "wagtailadmin_reports:workflow*", "wagtailadmin_tag_autocomplete",
    "wagtaildocs:add*", "wagtaildocs:index*", "wagtaildocs_chooser:*", "wagtailembeds:*", "wagtailforms:index*",
    "wagtailimages:add*", "wagtailimages:index*", "wagtailimages_chooser:*",
    "wagtailsnippetchoosers_servizi_comune:cho*",
}  # fmt: skip
"""The page of the test is another's draft: a writer opens neither it nor its history."""
PUBLISHER = WRITER | {
    "enti:choose_parent",
    "servizi_partners_import", "simple_translation:submit_page_translation", "translate_page",
    "translation_upload", "wagtailadmin_api:pages:detail",
    "wagtailadmin_pages:*", "wagtailadmin_reports:page_types_usage*",
}  # fmt: skip
COORDINATOR = PUBLISHER | SHEETS | {
    "admin/pages/*", "audit*", "visits*", "who_may", "console", "referrals", "figure_publications:*", "model_answers:*",
    "parole-riservate:*", "wagtailadmin_reports:locked_pages*", "wagtailsnippets_servizi_comune:*",
    "wagtailsnippetchoosers_servizi_comune:create",
}  # fmt: skip
ROLES = {
    "operatrice": OPERATOR,
    "chiavi": KEEPER,
    "redazione-bresso": WRITER,
    "moderazione": PUBLISHER,
    "coordinamento": COORDINATOR,
}


@pytest.fixture
def addresses(database: None, settings: LazySettings, tmp_path: object) -> Addresses:
    settings.MEDIA_ROOT = str(tmp_path)
    home = HomePage.objects.get(locale__language_code="it")
    draft = home.add_child(instance=InformationPage(title=DRAFT, slug="bozza-di-altri", live=False))
    draft.save_revision()
    written = BytesIO()
    Image.new("RGB", (20, 20)).save(written, "PNG")
    picture = get_image_model().objects.create(title=PICTURE, file=ContentFile(written.getvalue(), "x.png"))
    documents = get_document_model().objects
    document = documents.create(title=DOCUMENT, file=ContentFile(b"%PDF-1.7\n%%EOF", "x.pdf"))
    return Addresses(draft, document, picture)


def client_of(name: str) -> Client:
    client = signed_in(User.objects.get(username=name))
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("name", ROLES)
def test_each_role_opens_its_addresses_and_reads_no_draft_of_others(addresses: Addresses, name: str) -> None:
    expected = EVERYBODY | ROLES[name]
    seen = seen_by(client_of(name), addresses)

    assert {each for each in seen if not any(fnmatchcase(each, one) for one in expected)} == set()
    assert {one for one in expected if not any(fnmatchcase(each, one) for each in seen)} == set()
    reads = {
        word: {each for each in seen if word.encode() in seen[each]} for word in (DRAFT, DOCUMENT, PICTURE)
    }
    if ROLES[name] in (PUBLISHER, COORDINATOR):
        assert all(reads.values())
    else:
        assert reads[DRAFT] == set()
    if ROLES[name] in (OPERATOR, KEEPER):
        assert reads[DOCUMENT] | reads[PICTURE] == set()


def test_choosers_and_searches_show_no_draft_to_who_may_not_open_it(addresses: Addresses) -> None:
    ways = ("wagtailadmin_choose_page_search", "wagtailadmin_choose_page", "wagtailadmin_pages:search")

    def found(name: str) -> set[str]:
        client = client_of(name)
        pages = {way: client.get(reverse(way), {"q": "nessuno"}).content.decode() for way in ways}
        return {way for way, page in pages.items() if DRAFT in page}

    assert "wagtailadmin_choose_page_search" in found("coordinamento")
    assert "wagtailadmin_pages:search" in found("coordinamento")
    assert found("redazione-bresso") == set()
    own = DeskPage.objects.get(comune__name="Bresso", locale__language_code="it")
    own.title = "Il nostro sportello"
    own.live = False
    own.save()
    searched = client_of("redazione-bresso").get(reverse("wagtailadmin_choose_page_search"), {"q": "nostro"})
    assert "Il nostro sportello" in searched.content.decode()


def test_an_action_on_several_pages_names_no_draft_of_others(addresses: Addresses) -> None:
    draft = InformationPage.objects.get(title=DRAFT)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    def named(name: str) -> bool:
        return DRAFT in client_of(name).get(bulk, {"id": draft.pk}).content.decode()

    assert {name: named(name) for name in ROLES} == {
        "operatrice": False, "chiavi": False, "redazione-bresso": False, "moderazione": True, "coordinamento": True,
    }  # fmt: skip


def test_what_was_chosen_by_number_names_no_draft_of_others(addresses: Addresses) -> None:
    draft = InformationPage.objects.get(title=DRAFT)
    way = reverse("wagtailadmin_choose_page_chosen_multiple")

    def named(name: str) -> bool:
        return DRAFT in client_of(name).get(way, {"id": draft.pk}).content.decode()

    assert {name: named(name) for name in ROLES} == {
        "operatrice": False, "chiavi": False, "redazione-bresso": False, "moderazione": True, "coordinamento": True,
    }  # fmt: skip
    live = DeskPage.objects.filter(live=True).first()
    answer = client_of("redazione-bresso").get(way, {"id": live.pk})
    assert live.title in answer.json()["result"][0]["adminTitle"]


def test_a_document_on_no_page_is_for_who_writes_pages(addresses: Addresses) -> None:
    document = get_document_model().objects.get(title=DOCUMENT)
    answers = {name: client_of(name).get(document.url).status_code for name in ROLES}

    assert answers == {
        "operatrice": 404, "chiavi": 404, "redazione-bresso": 200, "moderazione": 200, "coordinamento": 200,
    }  # fmt: skip
    assert Client().get(document.url).status_code == 404


def test_the_walk_sees_every_part_of_the_administration() -> None:
    names = set(patterns())

    assert len(names) > 250
    assert {"wagtailusers_users:index", "wagtailadmin_pages:edit", "console", "audit", "chiavi:edit"} < names
