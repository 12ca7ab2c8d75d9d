"""Names of people, recognised by a list of given names."""

import re
from collections.abc import Iterator


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


GIVEN_NAMES = _words(
    """
    adele adriana agata agnese aisha alba alessandra alessandro alessia alessio alice amina ana andrea
    angela angelo anna annalisa annamaria antonella antonia antonio arianna asia aurora barbara beatrice
    benedetta bianca bruna camilla carla carlo carlotta carmela carmen caterina cecilia chiara cinzia
    clara claudia claudio concetta costanza cristian cristina dalila daniela daniele dario davide debora
    denise diana diego domenico donatella edoardo elena eleonora elisa elisabetta emanuela emanuele
    emilia emma enrica enrico erica erika ester eva fabiana fabio fabrizio fatima fatoumata federica
    federico filippo flavia franca francesca francesco franco gabriele gabriella gaia giacomo giada
    gianluca gianna ginevra gioia giorgia giorgio giovanna giovanni giulia giuliana giulio giuseppe
    giuseppina grazia greta ida ilaria ines irene irina isabella ivana jasmine jessica khadija laila
    lara laura leila leonardo letizia lidia liliana linda lisa lorenza lorenzo loredana luca lucia
    luciana lucrezia luigi luigia luisa maddalena manuela mara marcella marco margherita maria mariam
    marina mario marisa marta martina marzia matilde matteo maura mauro mei melissa michela michele
    milena mirella miriam mohamed monica nadia natalia nicola nicole nicoletta noemi olga oriana ornella
    paola paolo patrizia piera pietro rachele raffaella rebecca riccardo rita roberta roberto romina
    rosa rosanna rosaria rossana rossella sabrina salvatore samira sandra sara serena sergio silvana
    silvia simona simone sofia sonia stefania stefano susanna svetlana tamara tania tatiana teresa
    tiziana tommaso valentina valeria vanessa vera veronica vincenzo viola virginia vittoria viviana xiu
    yasmine ylenia zahra
    """
)
# Capitalised words after one of these name a street, a school, a foundation.
NOT_A_PERSON = _words(
    """
    associazione biblioteca centro chiesa corso fondazione istituto largo liceo monte museo ospedale
    palazzo parco piazza piazzale premio san santa scuola teatro via viale villa
    """
)
# Given names that are words as well: in small letters only the words are meant.
ALSO_WORDS = _words(
    "alba asia aurora bianca bruna franca gaia gioia grazia linda luca mara rosa serena vera viola"
)
PAIR = re.compile(
    r"\b([^\W\d_]+)(?= ((?:(?:de|di|del|della|dei|degli|da|lo|la|d'|de') ?)?[^\W\d_][\w']+))", re.IGNORECASE
)
BEFORE = re.compile(r"(\w+)[ ']$")
AGED = re.compile(r"\b\d{1,2}\s+(?:anni|years)\b", re.IGNORECASE)
# Where a small-lettered name begins and ends, if it is one: alone between commas.
ALONE = re.compile(r"(?:^|[,;:(\n])\s*$"), re.compile(r"\s*(?:$|[,;:)\n.])")


def full_names(text: str) -> Iterator[str]:
    """Yield each given name with its surname in `text`, as `home.text.normalize.seen` writes it."""
    street_until = 0
    for pair in PAIR.finditer(text):
        given, family = pair[1], pair[2]
        before = BEFORE.search(text[: pair.start()])
        if given.casefold() not in GIVEN_NAMES or pair.start() < street_until:
            continue
        if before and before[1].casefold() in NOT_A_PERSON:
            street_until = pair.end(2)
        elif _is_capitalised(given, family) or _is_small_name(text, given, pair.start(), pair.end(2)):
            yield f"{given} {family}"


def _is_capitalised(given: str, family: str) -> bool:
    last = re.split(r"[ ']", family)[-1]
    return last[:1].isupper() and (given[0].isupper() or given not in ALSO_WORDS)


def _is_small_name(text: str, given: str, start: int, end: int) -> bool:
    alone = ALONE[0].search(text[:start]) and ALONE[1].match(text[end:])
    return bool(alone and given.islower() and given not in ALSO_WORDS)


def says_age(text: str) -> bool:
    """True when `text` tells how old somebody is, as newspapers do of private people."""
    return bool(AGED.search(text))
