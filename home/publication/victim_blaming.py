"""Phrases that move the fault, as data, and the two ways to speak of them without using them."""

import re
from collections.abc import Iterator

from home.text.normalize import bare

# Each moves the fault from who uses violence to love, to an impulse, or to the woman; or offers mediation,
# which Italy may not impose (Istanbul Convention, article 48).
ITALIAN = (
    "raptus", "delitto passionale", "delitti passionali", "delitto d'amore", "omicidio passionale",
    "crimine passionale", "dramma della gelosia", "dramma passionale", "accecato dalla gelosia",
    "accecato dall'ira", "in preda alla gelosia", "in preda all'ira", "folle di gelosia", "folle gelosia",
    "pazzo di gelosia", "impeto di gelosia", "momento di follia", "amore malato", "amore tossico",
    "amore criminale", "troppo amore", "amava troppo", "gigante buono", "se l'è cercata", "se la è cercata",
    "se l'è andata a cercare", "è andata a cercarsela", "se l'è voluta", "se l'è meritata",
    "se lo è meritato", "se l'è meritato", "lo ha provocato", "l'ha provocato", "lo aveva provocato",
    "l'aveva provocato", "abiti provocanti", "vestita in modo provocante",
    "non accettava la separazione", "non accettava la fine della relazione", "perché non è andata via",
    "perché non se n'è andata", "perché non lo ha lasciato", "perché non l'ha lasciato",
    "lite familiare", "liti familiari", "lite di coppia", "liti di coppia",
    "mediazione familiare", "mediazione di coppia", "terapia di coppia",
)  # fmt: skip
ENGLISH = (
    "crime of passion", "crimes of passion", "crime passionnel", "heat of passion", "fit of rage",
    "fit of jealousy", "fit of anger", "jealous rage", "blind with jealousy", "blinded by jealousy",
    "moment of madness", "toxic love", "sick love", "loved her too much", "love gone wrong", "gentle giant",
    "she asked for it", "she was asking for it", "asking for it", "brought it on herself", "she deserved it",
    "she provoked him", "had provoked him", "led him on", "provocative clothes", "provocative clothing",
    "dressed provocatively", "could not accept the separation", "couldn't accept the separation",
    "could not accept the end of the relationship", "why didn't she leave", "why did she not leave",
    "why doesn't she leave", "why did she stay", "domestic dispute", "lovers' quarrel", "lovers' tiff",
    "family mediation", "couple mediation", "couples mediation", "couple therapy", "couples therapy",
    "couples counselling", "couple counselling", "marriage counselling",
)  # fmt: skip
# A term a few words after one of these, in one clause, is being denied: «nessuna mediazione familiare».
DENIAL = (
    r"\b(?:non|no|niente|nessun[oa]?|mai|senza|vietat[oaie]|not|never|nor|without|\w+n't)\b"
    r"(?!\s+(?:molt\w+|tant\w+|sol[oa]|soltanto|lontano|only|just|long|far)\b)'?(?:\s+[\w']+){0,3}"
)
# So it is after these, however long the way to the term.
DENIAL_IN_FULL = (
    r"\b(?:non\s+(?:e|era|sono)\s+ver[oi]\s+che|non\s+esist\w+|(?:e|sono)\s+fals[oi]\s+che|no\s+such\s+thing\s+as"
    r"|(?:is\s+not|isn't)\s+true\s+that)(?:\s+[\w']+){0,6}"
)
DENIED = re.compile(rf"(?:{DENIAL}|{DENIAL_IN_FULL})\s*$")
# Without its accent it would be another word, which denies nothing: «ne ha fatto…».
NEITHER = re.compile(r"\bné\b", re.IGNORECASE)
CLAUSE_END = re.compile(r"[.,;:!?()\n–—]")
# A term between quotation marks is being spoken about, not used.
QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")


def _pattern(term: str) -> str:
    """Return what finds the bare `term` across lines, loose apostrophes, and accents written as such."""
    words = [re.escape(word).replace("'", r"'\s*") for word in bare(term).split()]
    return r"\b" + r"'?\s+".join(words) + r"\b"


TERMS = {term: re.compile(_pattern(term)) for term in (*ITALIAN, *ENGLISH)}


def blaming(text: str) -> Iterator[str]:
    """Yield the terms that `text`, as `normalize.seen` writes it, uses without denying or quoting them."""
    used = bare(NEITHER.sub("non", QUOTED.sub(" ", text)))
    for term, pattern in TERMS.items():
        clauses = (CLAUSE_END.split(used[: use.start()])[-1] for use in pattern.finditer(used))
        if any(not DENIED.search(clause) for clause in clauses):
            yield term
