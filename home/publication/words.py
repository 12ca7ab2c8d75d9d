"""Words that the rules look for, as data."""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Each moves the fault from who uses violence to love, to an impulse, or to the woman; or offers mediation,
# which Italy may not impose (Istanbul Convention, article 48).
BLAMING = (
    "raptus", "delitto passionale", "omicidio passionale", "crimine passionale", "dramma della gelosia",
    "accecato dalla gelosia", "in preda alla gelosia", "folle di gelosia", "amore malato", "troppo amore",
    "amava troppo", "gigante buono", "se l’è cercata", "se l'è cercata", "se la è cercata",
    "lo ha provocato", "lo aveva provocato", "abiti provocanti", "vestita in modo provocante",
    "non accettava la separazione", "perché non è andata via", "lite familiare", "lite di coppia",
    "mediazione familiare", "mediazione di coppia", "terapia di coppia",
)  # fmt: skip
# A term after one of these, within a few words, is being denied: «nessuna mediazione familiare».
DENIED = re.compile(r"\b(?:non|né|no|niente|nessun[oa]?|mai|senza|vietat[oaie])\b(?:\W+\w+){0,3}\W*$")
# A term between quotation marks is being spoken about, not used.
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")

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
TWO_NAMES = re.compile(
    r"(?:(\w+)\s+)?\b([A-ZÀ-Ý][a-zà-ÿ]+)\s+(?:(?:de|di|del|della|d’|d')\s*)?([A-ZÀ-Ý][\wà-ÿ’']+)"
)

# Alternative texts that say only that there is a picture.
NO_DESCRIPTION = _words(
    """
    alt foto fotografia immagine image img picture disegno logo n/a nessuno
    """
)
FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|gif|heic|svg)$|^(?:img|dsc|pxl|screenshot|whatsapp)[\W_]?\d", re.IGNORECASE
)

# Whatever a browser would load from elsewhere, or run, while reading the page. A link loads nothing.
FOREIGN = re.compile(
    r"<\s*(?:iframe|object|script|frame|link)\b"
    r"|<\s*embed\b[^>]*embedtype=[\"']media"
    r"|<\s*(?:img|source|video|audio|track|embed)\b[^>]*\b(?:src|srcset|poster)=[\"']?\s*(?:https?:)?//"
    r"|url\(\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)
