"""What stops a page before the public reads it, by whatever way it would go out."""

import json
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from home.models import BasePage, HomePage, ReservedPhrase
from home.publication import RULES, PublicationRefused, Severity, findings, refusals
from home.publication.plain_language import plainness

from .drafts import codes, expired, figure, page_with, prose

TANGLED = (
    "Considerata la complessità procedimentale caratterizzante l’interlocuzione istituzionale "
    "preliminarmente all’attivazione delle prestazioni consulenziali, l’individuazione della struttura "
    "territorialmente competente presuppone l’effettuazione di valutazioni multidisciplinari approfondite "
    "concernenti l’insieme delle condizioni soggettive e oggettive documentabili dall’interessata, ferma "
    "restando l’impregiudicata facoltà di successiva integrazione documentale entro i termini "
    "regolamentarmente stabiliti dalle amministrazioni partecipanti all’accordo interistituzionale. "
) * 2

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


def test_the_demonstration_has_nothing_that_would_stop_it(demo: dict[str, BasePage]) -> None:
    found = {address: [str(reason) for reason in refusals(page)] for address, page in demo.items()}

    assert {address: reasons for address, reasons in found.items() if reasons} == {}


class TestFilesThatNameTheirAuthor:
    def document(self, name: str, content: bytes) -> Any:
        return get_document_model().objects.create(title=name, file=ContentFile(content, name))

    @pytest.mark.parametrize(
        "author", [b"/Author (Anna \\(Rete\\))", b"/Author <FEFF0041006E006E0061>"], ids=["literal", "hex"]
    )
    def test_are_refused_in_pdf(self, home: HomePage, author: bytes) -> None:
        pdf = self.document("a.pdf", b"%PDF-1.4\n1 0 obj <<" + author + b">> endobj\n%%EOF")
        body = [("downloads", {"heading": "", "files": [{"document": pdf.pk, "title": "Foglio"}]})]
        (found,) = findings(page_with(home, body))

        assert found.rule.severity is Severity.BLOCK
        assert "Anna" in str(found)

    @pytest.mark.parametrize("body", ["Comune di Bresso", "Rete Amaranta", "Microsoft Office User"])
    def test_may_name_a_body_or_a_program(self, home: HomePage, body: str) -> None:
        pdf = self.document("a.pdf", b"%PDF-1.4\n1 0 obj <</Author (" + body.encode() + b")>> endobj\n%%EOF")
        shown = [("downloads", {"heading": "", "files": [{"document": pdf.pk, "title": "Foglio"}]})]
        assert codes(page_with(home, shown)) == set()

    def test_are_refused_in_open_document(self, home: HomePage) -> None:
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
