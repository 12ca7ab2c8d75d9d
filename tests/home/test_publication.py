"""What stops a page before the public reads it, by whatever way it would go out."""

import datetime as dt
import json
import zipfile
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import BasePage, HelpPage, HomePage, InformationPage, ReservedPhrase, RightsPage
from home.publication import RULES, PublicationRefused, Severity, findings, refusals
from home.publication.plain_language import plainness

Body = list[tuple[str, Any]]
TANGLED = (
    "Considerata la complessità procedimentale caratterizzante l’interlocuzione istituzionale "
    "preliminarmente all’attivazione delle prestazioni consulenziali, l’individuazione della struttura "
    "territorialmente competente presuppone l’effettuazione di valutazioni multidisciplinari approfondite "
    "concernenti l’insieme delle condizioni soggettive e oggettive documentabili dall’interessata, ferma "
    "restando l’impregiudicata facoltà di successiva integrazione documentale entro i termini "
    "regolamentarmente stabiliti dalle amministrazioni partecipanti all’accordo interistituzionale. "
) * 2


def prose(text: str) -> Body:
    return [("text", f"<p>{text}</p>")]


def figure(alt: str = "Due donne parlano", caption: str = "") -> Body:
    image = get_image_model().objects.create(title="prova", file=get_test_image_file())
    return [("figure", {"image": image.pk, "alt": alt, "caption": caption, "credit": "La rete, CC BY 4.0"})]


def page_with(
    home: HomePage, body: Body, model: Any = InformationPage, *, slug: str = "una-pagina", **fields: Any
) -> Any:
    """Return a draft below the home page (a right: below a page of help)."""
    parent: Any = home
    if model is RightsPage:
        parent = home.add_child(instance=HelpPage(title="Aiuto", slug="aiuto", live=False))
    page = model(title="Una pagina", slug=slug, live=False, **fields)
    page.body = json.dumps([{"type": kind, "value": value} for kind, value in body])
    return parent.add_child(instance=page)


def expired(home: HomePage) -> Any:
    days = {"verified_on": dt.date(2020, 1, 1), "expires_on": dt.date(2021, 1, 1)}
    return page_with(home, [], RightsPage, law_reference="Una legge", **days)


PLANTED: dict[str, Any] = {
    "reserved-words": lambda home: page_with(home, prose("Ci vediamo in Vìa  dell’ESEMPIO-99, citofono 3.")),
    "shelter-place": lambda home: page_with(home, prose("La casa rifugio è in via Roma 5, secondo piano.")),
    "name-in-caption": lambda home: page_with(home, figure(caption="Giulia Ferri apre lo sportello.")),
    "no-alt": lambda home: page_with(home, figure(alt="IMG_2041.jpg")),
    "rights-expired": expired,
    "third-party": lambda home: page_with(home, prose('<iframe src="https://video.example/1"></iframe>')),
    "blaming": lambda home: page_with(home, prose("Un raptus: lei lo aveva provocato.")),
    "plain-language": lambda home: page_with(home, prose(TANGLED)),
}


@pytest.fixture
def reserved(db: None) -> ReservedPhrase:
    return ReservedPhrase.of("via dell'Esempio 99", note="una casa, via e numero")


def codes(page: BasePage) -> set[str]:
    return {finding.rule.code for finding in findings(page)}


class TestEightPlantedFaults:
    @pytest.mark.parametrize("code", PLANTED)
    def test_each_is_found_alone(self, home: HomePage, reserved: ReservedPhrase, code: str) -> None:
        assert codes(PLANTED[code](home)) == {code}

    @pytest.mark.parametrize("code", [code for code in PLANTED if code != "plain-language"])
    def test_each_but_hard_language_stops_the_page(
        self, home: HomePage, reserved: ReservedPhrase, code: str
    ) -> None:
        page = PLANTED[code](home)

        with pytest.raises(PublicationRefused):
            page.save_revision().publish()

        page.refresh_from_db()
        assert not page.live

    @pytest.mark.parametrize(
        "place",
        [
            "via dell’Esempio 1", "Via dell'Industria 12", "via d’Azeglio 3", "viale dell’ Unità", "P.zza Dante 3",
            "p.za Dante", "pzza Dante", "v.le Roma", "V.le dell'Esempio 2", "c.so Italia", "l.go Dante", "p.le Loreto",
            "via della Pace 4", "via roma 5", "VIA ROMA", "loc. Esempio",
        ],
    )  # fmt: skip
    def test_however_the_street_of_a_shelter_is_written_it_is_found(self, home: HomePage, place: str) -> None:
        assert codes(page_with(home, prose(f"La casa rifugio è in {place}."))) == {"shelter-place"}

    @pytest.mark.parametrize(
        "sentence",
        [
            "La casa rifugio non si può dire dove sia", "In una casa rifugio puoi andare via quando vuoi",
            "Si arriva alla casa rifugio tramite l’Operatrice", "La casa rifugio dell’Esempio apre nel 2027",
        ],
    )  # fmt: skip
    def test_a_shelter_may_be_spoken_of_without_its_street(self, home: HomePage, sentence: str) -> None:
        assert codes(page_with(home, prose(f"{sentence}."))) == set()

    def test_hard_language_is_a_warning_only(self, home: HomePage) -> None:
        page = page_with(home, prose(TANGLED))
        page.save_revision().publish()

        page.refresh_from_db()
        assert page.live

    def test_eight_in_one_page_are_eight_findings(self, home: HomePage, reserved: ReservedPhrase) -> None:
        page = expired(home)
        page.title = "Via dell’Esempio 99"
        faults = [
            *prose("La casa rifugio è in via Roma 5."),
            *figure(alt="foto", caption="Giulia Ferri"),
            *prose('<img src="//altrove.example/1.png">'),
            *prose("Un raptus."),
            *prose(TANGLED),
        ]
        page.body = json.dumps([{"type": kind, "value": value} for kind, value in faults])

        assert codes(page) == set(PLANTED)

    def test_every_rule_says_what_to_do(self) -> None:
        assert len({rule.code for rule in RULES}) == len(RULES)
        assert all(str(rule.advice).endswith(".") for rule in RULES)


class TestWhatIsNotAFault:
    @pytest.mark.parametrize(
        "text",
        [
            "Non è un «raptus»: chi usa violenza sceglie di usarla.",
            "Nessuna mediazione familiare dove c’è violenza. Non è un amore malato.",
            "Le case rifugio non hanno un indirizzo pubblico.",
            "Lo sportello è in via Roma 5.",
            'Leggi <a href="https://www.example.org/">il sito della Regione</a>.',
        ],
    )
    def test_words_about_words_desks_and_links_pass(self, home: HomePage, text: str) -> None:
        assert codes(page_with(home, prose(text))) == set()

    @pytest.mark.parametrize("caption", ["Un’operatrice apre lo sportello", "La biblioteca Carla Rossi", ""])
    def test_a_role_or_the_name_of_a_place_may_stand_under_a_picture(
        self, home: HomePage, caption: str
    ) -> None:
        assert codes(page_with(home, figure(caption=caption))) == set()

    def test_short_sentences_are_plain_and_long_ones_are_not(self) -> None:
        plain = "Puoi chiamare. Risponde una donna. Decidi tu che cosa dire. " * 8

        assert plainness(plain).is_plain
        assert plainness(plain).index > plainness(TANGLED).index
        assert plainness("").is_plain

    def test_english_is_not_measured_by_italian_rules(self, home: HomePage) -> None:
        from wagtail.models import Locale

        locale = Locale.objects.create(language_code="en")
        page = page_with(home, prose(TANGLED))
        page.locale = locale

        assert codes(page) == set()


class TestReservedWords:
    def test_are_nowhere_in_the_database(self, reserved: ReservedPhrase) -> None:
        row = ReservedPhrase.objects.values().get()

        assert "esempio" not in str(row).casefold()
        assert row["words"] == 4

    def test_are_found_in_an_address_bar_a_file_name_or_a_link(
        self, home: HomePage, reserved: ReservedPhrase
    ) -> None:
        by_slug = page_with(home, [], slug="via-dell-esempio-99")
        by_link = page_with(home, prose('<a href="https://maps.example/via+dell+esempio+99">mappa</a>'))

        assert codes(by_slug) == codes(by_link) == {"reserved-words"}

    def test_the_reason_does_not_repeat_them(self, home: HomePage, reserved: ReservedPhrase) -> None:
        (reason,) = refusals(PLANTED["reserved-words"](home))

        assert "sempio" not in str(reason)

    def test_after_a_change_of_the_secret_key_nothing_goes_out_until_they_are_typed_again(
        self, home: HomePage, reserved: ReservedPhrase, admin_client: Client
    ) -> None:
        page = page_with(home, prose("Una pagina qualunque."))
        with override_settings(SECRET_KEY="another-key-" + "y" * 40):
            assert codes(page) == {"reserved-words"}
            reserved.hold("via dell'Esempio 99")
            reserved.save()
            assert codes(page) == set()

    def test_are_typed_in_the_administration_and_never_shown_again(
        self, admin_client: Client, db: None
    ) -> None:
        add = reverse("parole-riservate:add")
        admin_client.post(add, {"note": "prima casa", "phrase": "Piazza Segreta 1"})
        row = ReservedPhrase.objects.get()
        pages = [reverse("parole-riservate:index"), reverse("parole-riservate:edit", args=[row.pk])]

        assert all("Segreta" not in admin_client.get(page).content.decode() for page in pages)
        again = admin_client.post(add, {"note": "doppia", "phrase": "piazza segreta 1"}).content.decode()
        assert "Questa c’è già." in again


@pytest.fixture
def writing(admin_client: Client, home: HomePage) -> Client:
    return admin_client


def filled_in(text: str, **fields: Any) -> dict[str, Any]:
    """Return what the editor of a public page posts."""
    data = {
        "title": "Una pagina",
        "slug": "una-pagina",
        "seo_title": "",
        "search_description": "",
        "body": streamfield([("text", rich_text(f"<p>{text}</p>"))]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
        **fields,
    }
    return nested_form_data(data)


FAULT, CLEAN = "Un raptus.", "Poche parole semplici."
REASON = "queste parole spostano la colpa"


class TestInTheEditor:
    def add(self, home: HomePage) -> str:
        return reverse("wagtailadmin_pages:add", args=["home", "informationpage", home.pk])

    def test_a_new_page_with_a_fault_stays_a_draft_and_says_why(
        self, writing: Client, home: HomePage
    ) -> None:
        answer = writing.post(
            self.add(home), {**filled_in(FAULT), "action-publish": "1"}, follow=True
        ).content.decode()

        page = InformationPage.objects.get()
        assert REASON in answer
        assert "non è stata pubblicata" in answer
        assert not page.live
        assert "raptus" in str(page.get_latest_revision_as_object().body)
        assert writing.get("/una-pagina/").status_code == 404

    def test_a_new_page_without_faults_goes_online(self, writing: Client, home: HomePage) -> None:
        writing.post(self.add(home), {**filled_in(CLEAN), "action-publish": "1"})

        assert InformationPage.objects.get().live
        assert Client().get("/una-pagina/").status_code == 200

    def test_a_page_online_keeps_its_words_when_the_new_ones_are_refused(
        self, writing: Client, home: HomePage
    ) -> None:
        page = page_with(home, prose(CLEAN))
        page.save_revision().publish()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

        answer = writing.post(edit, {**filled_in(FAULT), "action-publish": "1"}, follow=True)

        page.refresh_from_db()
        assert REASON in answer.content.decode()
        assert page.live
        assert "raptus" not in str(page.body)

    def test_a_draft_is_saved_and_told_what_to_mend_first(self, writing: Client, home: HomePage) -> None:
        answer = writing.post(self.add(home), filled_in(FAULT), follow=True).content.decode()

        assert InformationPage.objects.count() == 1
        assert "Prima di pubblicare" in answer
        assert REASON in answer

    def test_a_fault_is_not_scheduled(self, writing: Client, home: HomePage) -> None:
        later = (timezone.localtime() + dt.timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
        writing.post(self.add(home), {**filled_in(FAULT, go_live_at=later), "action-publish": "1"})

        revision = InformationPage.objects.get().latest_revision
        assert revision.approved_go_live_at is None

    def test_approval_of_a_fault_is_refused_with_its_reason_and_the_draft_still_waits(
        self, writing: Client, home: HomePage, admin_user: Any
    ) -> None:
        task = GroupApprovalTask.objects.create(name="Revisione")
        task.groups.add(Group.objects.get(name="Moderators"))
        workflow = Workflow.objects.create(name="Revisione")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        WorkflowPage.objects.create(page=home, workflow=workflow)
        page = page_with(home, prose(FAULT))
        page.save_revision()
        workflow.start(page, admin_user)
        state = page.current_workflow_task_state
        approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])

        answer = writing.post(approve, {"comment": ""}, follow=True).content.decode()

        page.refresh_from_db()
        assert REASON in answer
        assert not page.live
        assert page.workflow_in_progress

    def test_several_pages_published_at_once_stop_at_a_fault(self, writing: Client, home: HomePage) -> None:
        page = page_with(home, prose(FAULT))
        page.save_revision()
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"

        answer = writing.post(bulk, {"next": "/admin/"}, follow=True).content.decode()

        page.refresh_from_db()
        assert REASON in answer
        assert not page.live


class TestAtTheScheduledHour:
    def test_a_page_that_became_wrong_stays_out_holds_nobody_back_and_is_on_the_dashboard(
        self, home: HomePage, admin_client: Client
    ) -> None:
        with time_machine.travel("2026-03-01T08:00:00+01:00", tick=False):
            wrong = page_with(home, prose("La sala Grande Quercia."), slug="prima")
            pages = [wrong, page_with(home, prose(CLEAN), slug="seconda")]
            for page in pages:
                page.go_live_at = timezone.now() + dt.timedelta(days=1)
                page.save_revision().publish()
        ReservedPhrase.of("Grande Quercia", note="una casa")
        with time_machine.travel("2026-03-02T12:00:00+01:00", tick=False):
            call_command("publish_scheduled")
            dashboard = admin_client.get(reverse("wagtailadmin_home")).content.decode()

        for page in pages:
            page.refresh_from_db()
        assert [page.live for page in pages] == [False, True]
        assert "Pubblicazioni programmate e rimaste ferme" in dashboard


def test_the_demonstration_has_nothing_that_would_stop_it(demo: dict[str, BasePage]) -> None:
    found = {address: [str(reason) for reason in refusals(page)] for address, page in demo.items()}

    assert {address: reasons for address, reasons in found.items() if reasons} == {}


class TestFilesThatNameTheirAuthor:
    def document(self, name: str, content: bytes) -> Any:
        return get_document_model().objects.create(title=name, file=ContentFile(content, name))

    @pytest.mark.parametrize(
        "author", [b"/Author (Anna \\(Rete\\))", b"/Author <FEFF0041006E006E0061>"], ids=["literal", "hex"]
    )
    def test_are_a_warning_in_pdf(self, home: HomePage, author: bytes) -> None:
        pdf = self.document("a.pdf", b"%PDF-1.4\n1 0 obj <<" + author + b">> endobj\n%%EOF")
        body = [("downloads", {"heading": "", "files": [{"document": pdf.pk, "title": "Foglio"}]})]
        (found,) = findings(page_with(home, body))

        assert found.rule.severity is Severity.WARN
        assert "Anna" in str(found)

    def test_are_a_warning_in_open_document(self, home: HomePage) -> None:
        packed = BytesIO()
        meta = (
            '<m:meta xmlns:m="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
            "<m:initial-creator>Anna</m:initial-creator></m:meta>"
        )
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("meta.xml", meta)
        odt = self.document("a.odt", packed.getvalue())
        body = [("downloads", {"heading": "", "files": [{"document": odt.pk, "title": "Foglio"}]})]

        assert codes(page_with(home, body)) == {"author-in-file"}
