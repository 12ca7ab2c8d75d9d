"""In which alphabet a file was saved, found out from its bytes alone: by sentences of Italian as people write it."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servizi.partner_import.encodings import Reading, readings
from servizi.partner_import.upload import arrivals, first_names

SENTENCE = "Libertà è già qui: perché così può di più, «sempre» — dall’inizio"
HEADER = "nome;in_breve\n"


def texts(data: bytes) -> list[str]:
    return [reading.text for reading in readings(data)]


def how(data: bytes) -> list[str]:
    return [str(reading.how) for reading in readings(data)]


@pytest.mark.parametrize(
    ("alphabet", "told"),
    [
        ("utf-8", ["UTF-8"]),
        ("utf-8-sig", [""]),
        ("utf-16", ["UTF-16"]),
        ("utf-16-le", ["UTF-16"]),
        ("utf-16-be", ["UTF-16"]),
        ("cp1252", ["Windows-1252, «CSV» di Excel"]),
        ("mac_roman", ["Mac OS Roman, «CSV» di Excel per Mac"]),
    ],
)
def test_a_sentence_is_read_back_and_its_alphabet_named(alphabet: str, told: list[str]) -> None:
    data = (HEADER + SENTENCE).encode(alphabet)
    assert texts(data) == [HEADER + SENTENCE]
    assert how(data) == told


def test_a_sentence_of_dos_is_read_where_no_other_alphabet_makes_italian_of_it() -> None:
    data = "Libertà è già qui: perché così può".encode("cp850")
    assert texts(data)[0] == "Libertà è già qui: perché così può"
    assert how(data)[0] == "DOS 850, «CSV (MS-DOS)» di Excel"


def test_a_large_accent_after_a_small_letter_is_in_no_word_of_italian() -> None:
    # On a Mac the byte of «é» is «È»: «perchÈ» is nobody's word, «PERCHÈ» may be.
    assert texts("nome\nPerché".encode("cp1252")) == ["nome\nPerché"]
    assert set(texts("nome\nPERCHÉ".encode("cp1252"))) >= {"nome\nPERCHÉ"}
    assert len(texts("nome\nPERCHé".encode("cp1252"))) == 2


def test_plain_letters_need_no_word_about_their_alphabet() -> None:
    assert readings(b"nome;tipo\nGruppo;comune") == [Reading("", "nome;tipo\nGruppo;comune")]


def test_marks_at_the_beginning_are_no_part_of_the_first_name() -> None:
    for mark, alphabet in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        (text,) = texts(mark + HEADER.encode(alphabet))
        assert text == HEADER


def test_utf_8_read_as_windows_and_saved_again_is_mended_but_asked_about() -> None:
    data = "nome\nCittà più sicura".encode().decode("cp1252").encode()
    mended, as_it_stands = readings(data)
    assert mended.text == "nome\nCittà più sicura"
    assert str(mended.how) == "UTF-8 salvato due volte"
    assert "Ã" in as_it_stands.text


def test_a_name_that_only_looks_saved_twice_stays_as_it_is() -> None:
    # «Ã€» cannot be mended where another letter of the file could not have come so about.
    (reading,) = readings("nome\nÃ€ e poi 中文".encode())
    assert reading.text == "nome\nÃ€ e poi 中文"


def test_a_foreign_name_is_read_in_the_alphabets_that_make_words_of_it() -> None:
    data = "nome\nCentro Señora Müller".encode("cp1252")
    assert "nome\nCentro Señora Müller" in texts(data)
    assert all(text.startswith("nome\n") for text in texts(data))


def test_no_reading_is_offered_twice() -> None:
    data = "nome\nCittà".encode("cp1252")
    assert len(texts(data)) == len(set(texts(data)))


@pytest.mark.parametrize(
    "data",
    [
        b"nome\x00\x01\x02",
        b"nome\x07;tipo",
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xff",
        "nome".encode("utf-16-le") + b"x",
        b"\x00\x00nome",
        bytes(range(256)),
    ],
)
def test_what_is_no_text_has_no_reading(data: bytes) -> None:
    assert readings(data) == []


italian = st.text(alphabet="abcdeilmnoprstuvz àèéìòù'.,;\n«»–", min_size=1, max_size=60)


@settings(max_examples=150)
@given(italian)
def test_what_any_program_saves_in_unicode_is_read_as_it_was_meant(text: str) -> None:
    for alphabet in ("utf-8", "utf-8-sig", "utf-16"):
        assert texts(text.encode(alphabet))[-1] == text


@settings(max_examples=150)
@given(italian)
def test_what_italian_windows_saves_is_among_the_readings(text: str) -> None:
    data = text.encode("cp1252")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        assert text in texts(data)
    else:
        assert texts(data)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["A", "B", "C", "D"], ["A", "B", "C"]),
        (["A", "Città", "B", "Libertà", "Però", "Giù"], ["Città", "Libertà", "Però"]),
        (["A", "Città"], ["Città"]),
        ([], []),
    ],
)
def test_a_person_is_shown_the_names_whose_accents_tell(lines: list[str], names: list[str]) -> None:
    assert first_names(Reading("", "\n".join(["nome;tipo", *(f"{line};x" for line in lines)]))) == names


def test_another_cell_tells_where_the_name_is_plain_and_the_first_column_where_there_is_no_name() -> None:
    assert first_names(Reading("", "nome;in_breve\nGruppo;Più aiuto")) == ["Più aiuto"]
    assert first_names(Reading("", "chi;in_breve\nGruppo;Aiuto")) == ["Gruppo"]
    assert first_names(Reading("", "tipo;nome\ncomune;Gruppo")) == ["Gruppo"]


def test_a_file_that_is_no_sheet_has_no_names() -> None:
    assert first_names(Reading("", 'nome\n"aperto')) == []
    (reading,) = arrivals(b"nome\nGruppo")
    assert first_names(reading) == ["Gruppo"]
