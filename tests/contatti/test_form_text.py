"""The text that an operator reads."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from django.utils import timezone, translation

from contatti.availability import availability_named
from contatti.contact_form.reference import ALPHABET, reference_from
from contatti.contact_form.text import answers_text, compose, frame
from contatti.contact_form.typed_text import tidy
from contatti.contact_form.validation import RequestForm
from contatti.models import ExtraQuestion
from tests.contatti.site import ContactSite

ROME = ZoneInfo("Europe/Rome")

BLANKS = (
    "\u00a0", "\u200b", "\u3000 \u2003", "\u00ad", "\u2060", "\u200d", "\u2800", "\u3164", "\u115f\u1160",
    "\uffa0", "\u0301\u0302", "\ufe0f", "\u180e", "\U000e0061", "\u202e", "\u034f", "\ufff8", "\U0001d159",
    "\ue000", "\ufffe", "\ufdd0",
)  # fmt: skip


def text_of_answers(contact: ContactSite, query: str) -> str:
    definition = contact.page.definition(availability_named(str(contact.desks[0].pk), timezone.now()))
    form = RequestForm(definition, QueryDict(f"b={contact.desks[0].pk}&{query}"))
    assert form.is_valid(), form.errors
    return answers_text(definition, form.cleaned_data)


def test_the_whole_text_reads_well(contact: ContactSite) -> None:
    answers = text_of_answers(
        contact, "s=uk&a=2&c=1&d=prima%0D%0A%0D%0Aseconda&e=Viola&f=3&g=000+0000001&k=1&o=1&o=2"
    )
    text = compose(frame("Villa Prova", datetime(2026, 3, 2, 9, 59, tzinfo=ROME)), "ABCD-2345", answers)

    assert text == (
        "RICHIESTA ARRIVATA DAL SITO\n"
        "Riferimento: ABCD-2345\n"
        "Ora: 02/03/2026, tra le 9 e le 10\n"
        "Sportello: Villa Prova\n"
        "\n— Lingua —\n"
        "Legge meglio in: ucraino\n"
        "\n— Come risponderle in modo sicuro —\n"
        "Risposta: Con un SMS\n"
        "Numero o indirizzo: 000 0000001\n"
        "Lasciare un messaggio: No, mai\n"
        "\n— Adesso —\n"
        "In un posto sicuro adesso: No\n"
        "\n— La richiesta —\n"
        "Che cosa chiede: Un appuntamento\n"
        "Messaggio:\n"
        "  | prima\n"
        "  | \n"
        "  | seconda\n"
        "Nome da usare: Viola\n"
        "\n— Lingua e interprete —\n"
        "Interprete: per la sua lingua; lingua dei segni (LIS)\n"
        "\n— Prima di rispondere —\n"
        "[ ] Non confermare e non negare a nessuno che questa persona è conosciuta.\n"
        "[ ] Usare solo i modi, i giorni e le ore indicati, o la risposta sul sito. Se mancano, aspettare "
        "che sia lei.\n"
        "[ ] Al telefono, prima di parlare, dire la parola d’intesa; se manca, non dire chi siamo.\n"
        "[ ] Non rispondere a questo messaggio e non inoltrarlo.\n"
        "[ ] Il portale non vede che cosa c’è nella busta: chiunque può scriverci qualunque cosa. Non aprire "
        "allegati o collegamenti, e non dare a nessuno la chiave o la sua password.\n"
    )


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 12, 31, 23, 59, tzinfo=ROME), "31/12/2026, tra le 23 e le 0"),
        (datetime(2026, 3, 29, 0, 30, tzinfo=ZoneInfo("UTC")), "29/03/2026, tra le 1 e le 2"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=ZoneInfo("UTC")), "02/07/2026, tra le 0 e le 1"),
    ],
)
def test_the_time_is_the_desks_and_only_the_hour(moment: datetime, told: str) -> None:
    assert f"Ora: {told}\n" in frame("Villa Prova", moment).head


def test_the_desk_reads_italian_whatever_she_reads(contact: ContactSite) -> None:
    with translation.override("en"):
        english = text_of_answers(contact, "a=2&c=1") + frame("Villa Prova", timezone.now()).tail
    italian = text_of_answers(contact, "a=2&c=1") + frame("Villa Prova", timezone.now()).tail

    assert english == italian


def test_an_answer_is_one_of_the_choices_even_when_there_are_many(contact: ContactSite) -> None:
    choices = "\n".join(f"scelta {number}" for number in range(1, 13))
    question = ExtraQuestion.objects.create(
        page=contact.page, label="Quale?", field_type="radio", choices=choices
    )

    assert "Quale?: scelta 12\n" in text_of_answers(contact, f"c=1&x{question.pk}=12")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" a \r\n b\r", "a \n b"),
        ("a\0b\x07c\x1bd", "abcd"),
        ("a\u2028b\u2029c\x85d\ufeff", "abcd"),
        ("\tà\u00a0", "à\u00a0"),
        ("👩🏽‍🦱", "👩🏽‍🦱"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("\u2066a\u2069\u200eb\u200fc\u061cd\u202a\u202b\u202c\u202d\u2067\u2068", "abcd"),
        *((blank, "") for blank in BLANKS),
    ],
)
def test_typed_text_loses_only_what_nobody_can_see(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_a_reference_has_no_character_that_people_confuse() -> None:
    references = {reference_from(bytes([number]) * 8) for number in range(200)}

    assert len(references) == 200
    assert not set("".join(references)) - {*ALPHABET, "-"}
    assert not {"0", "1", "I", "O"} & {*ALPHABET}
