"""The rules of publication, as data: what is looked for, whether it stops the page, what to do about it."""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from home.publication import authorship, wording
from home.publication.person_names import full_names, people, says_age
from home.publication.plain_language import plainness
from home.publication.reading import Content, Passage, Place
from home.publication.reserved_phrases import ReservedPhrases
from home.publication.shelters import telling_sentences
from home.publication.victim_blaming import blaming
from home.translation.markup import readable
from home.translation.side_by_side import LONG, PLAIN_ITALIAN, SideBySide, is_untranslated
from home.translation.source_revisions import as_readers_have_it, original_of

NAMES_KNOWN = {settings.LANGUAGE_CODE, PLAIN_ITALIAN, "en"}
SHORT = 2


class Severity(StrEnum):
    BLOCK = "block"
    ASK = "ask"
    """Goes out once whoever publishes has said that it may."""
    WARN = "warn"


Found = Iterator[tuple[Place, str]]
"""Where on the page, and the words concerned (empty where they must not be repeated)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` yields each place that breaks the rule; `advice` says what to do about it."""

    code: str
    severity: Severity
    advice: str | Promise
    find: Callable[[Content], Found]


@dataclass(frozen=True, slots=True)
class Finding:
    rule: Rule
    where: Place
    excerpt: str

    def __str__(self) -> str:
        place = f"{self.where} («{self.excerpt}»)" if self.excerpt else str(self.where)
        return f"{capfirst(place)}: {self.rule.advice}"

    @property
    def beside(self) -> str:
        """Return the same for whoever reads it at the place itself."""
        return f"«{self.excerpt}»: {self.rule.advice}" if self.excerpt else capfirst(str(self.rule.advice))


def _reserved(content: Content) -> Found:
    phrases = content.phrases or ReservedPhrases.load()
    return ((passage.where, "") for passage in phrases.found_in(content.passages))


def _shelter_place(content: Content) -> Found:
    return ((passage.where, sentence) for passage, sentence in telling_sentences(content.passages))


def _names(content: Content) -> Found:
    for picture in content.pictures:
        for name in full_names(f"{picture.caption}\n{picture.alt or ''}"):
            yield picture.where, name
    for passage in content.passages:
        if passage.names_somebody and (not passage.is_cited or says_age(passage.text)):
            yield from ((passage.where, name) for name in full_names(passage.text))


def _names_in_text(content: Content) -> Found:
    """Yield names that `_names` does not stop, once each: of somebody who asked for help, or of an author."""
    told = {name for _where, name in _names(content)}
    is_known = content.page.written_in in NAMES_KNOWN
    for passage in content.passages:
        if not passage.names_somebody:
            for name in people(passage.text):
                if name not in told and (is_known or _looks_like_one(name)):
                    told.add(name)
                    yield passage.where, name


def _looks_like_one(name: str) -> bool:
    """Tell whether words are a name where we know no small words of the language: «En Milán» is none."""
    return all(len(word) > SHORT and word[0].isupper() for word in name.split())


def _asks_who(content: Content) -> Found:
    for passage in content.passages:
        # A question is a row below its page; running text may speak of a surname.
        asked = passage.where.owner is not content.page and passage.where.column == "label"
        if asked and (match := wording.ASKS_WHO.search(passage.text)):
            yield passage.where, match[0]


def _no_alt(content: Content) -> Found:
    for picture in content.pictures:
        if picture.alt is not None and not wording.describes(picture.alt):
            yield picture.alt_where or picture.where, picture.alt


def _expired(content: Content) -> Found:
    if getattr(content.page, "is_expired", False):
        yield Place(str(_("Legge e controllo"))), ""


def _foreign(content: Content) -> Found:
    for passage in content.passages:
        if match := wording.FOREIGN.search(passage.markup or passage.text):
            yield passage.where, match[0][:60]


def _blaming(content: Content) -> Found:
    return ((passage.where, term) for passage in content.passages for term in blaming(passage.text))


def _authors(content: Content) -> Found:
    for attachment in content.attachments:
        author = authorship.author_of(attachment.document)
        if authorship.names_a_person(author):
            yield replace(attachment.where, words=f"{attachment.where}, {attachment.document.title}"), author


def _hard(content: Content) -> Found:
    if content.page.written_in != settings.LANGUAGE_CODE:
        return
    prose: list[Passage] = [passage for passage in content.passages if passage.is_prose]
    measured = plainness("\n".join(passage.text for passage in prose))
    if not measured.is_plain:
        yield Place(str(_("Tutto il testo"))), f"Gulpease {measured.index:.0f}, {measured.share:.0%}"


def _half_translated(content: Content) -> Found:
    """Yield the texts of a translation that are still the Italian ones."""
    page = content.page
    if page.written_in in {settings.LANGUAGE_CODE, PLAIN_ITALIAN}:
        return
    original = original_of(page)
    if original is None:
        return
    for pair in SideBySide(as_readers_have_it(original), copy(page)).pairs:
        if not pair.row and is_untranslated(pair.source.text, pair.text):
            yield Place(pair.source.label), Truncator(readable(pair.text)).words(LONG)


RULES: tuple[Rule, ...] = (
    Rule(
        "reserved-words",
        Severity.BLOCK,
        _(
            "qui c’è una parola riservata della rete, come l’indirizzo di una casa rifugio. "
            "Toglila: il coordinamento sa quali sono."
        ),
        _reserved,
    ),
    Rule(
        "shelter-place",
        Severity.BLOCK,
        _("sembra dire dove si trova una casa rifugio: è segreto per legge. Togli via, numero e mappa."),
        _shelter_place,
    ),
    Rule(
        "name-in-caption",
        Severity.BLOCK,
        _("qui sembrano esserci nome e cognome. Scrivi il ruolo: «un’operatrice», «una volontaria»."),
        _names,
    ),
    Rule(
        "no-alt",
        Severity.BLOCK,
        _("l’immagine non ha un testo alternativo vero. Scrivi che cosa si vede, per chi non vede."),
        _no_alt,
    ),
    Rule(
        "rights-expired",
        Severity.BLOCK,
        _("la data di controllo è passata. Rileggi la legge, correggi la pagina e cambia le due date."),
        _expired,
    ),
    Rule(
        "third-party",
        Severity.BLOCK,
        _(
            "carica qualcosa da un altro sito, che così saprebbe chi legge. Carica il file qui, "
            "oppure metti un collegamento."
        ),
        _foreign,
    ),
    Rule(
        "blaming",
        Severity.BLOCK,
        _(
            "queste parole spostano la colpa da chi usa violenza. Cambiale; se spieghi perché sono "
            "sbagliate, mettile tra «virgolette»."
        ),
        _blaming,
    ),
    Rule(
        "half-translated",
        Severity.BLOCK,
        _(
            "questo testo è ancora in italiano. Traducilo: finché manca, chi legge trova la pagina italiana "
            "intera, mai una a metà."
        ),
        _half_translated,
    ),
    Rule(
        "name-in-text",
        Severity.ASK,
        _("è il nome di una persona? Se è di chi ha chiesto aiuto, o di chi le ha fatto del male, toglilo."),
        _names_in_text,
    ),
    Rule(
        "asks-who",
        Severity.WARN,
        _(
            "questa domanda chiede chi è: serve davvero, prima di incontrarla? Per risponderle basta un nome "
            "qualunque, che sceglie lei."
        ),
        _asks_who,
    ),
    Rule(
        "plain-language",
        Severity.WARN,
        _("si legge a fatica. Dividi le frasi con più di 25 parole e usa parole corte."),
        _hard,
    ),
    Rule(
        "author-in-file",
        Severity.BLOCK,
        _("il file dice chi lo ha scritto. Togli il nome dalle proprietà del documento e caricalo di nuovo."),
        _authors,
    ),
)
"""All of them, in the order in which an editor reads the findings."""
