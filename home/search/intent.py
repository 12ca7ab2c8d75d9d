"""What somebody needs who types these words: few patterns, of Italian and English alike.

Who asks which desk speaks a language asks in that language: these words are of all.

She may type the words of one language on a page of the other. The words are folded (`home.text.stems.plain`).
"""

import re
from enum import Enum

from home.search.ranking import SearchRank
from home.text.stems import plain


class Need(Enum):
    """Why somebody searches: the ranks of the pages that come first then, and of those that go along."""

    OWN_VIOLENCE = ((SearchRank.OWN_VIOLENCE,), ())
    DANGER = ((SearchRank.DANGER, SearchRank.DESKS, SearchRank.WRITE), (SearchRank.GUIDE,))
    HELP = ((SearchRank.DESKS, SearchRank.WRITE, SearchRank.DANGER), (SearchRank.GUIDE,))
    FOR_OTHERS = ((SearchRank.OTHERS,), ())
    # Whoever speaks of a pupil or a patient: the pages for workers that the words name, and no others.
    AT_WORK = ((), ())

    def __init__(self, first: tuple[SearchRank, ...], along: tuple[SearchRank, ...]) -> None:
        self.first = first
        self.along = along


def _any(patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of these, one to a line, from the beginning of a word."""
    lines = "|".join(line.strip() for line in patterns.splitlines() if line.strip())
    return re.compile(rf"\b(?:{lines})")


# In the first person only, and never of a man: «ho paura», «mi ha picchiata», «mi picchiò» are hers, and so
# is «l’ho colpito».
OWN_VIOLENCE = _any(r"""
    (?:sono|ero|divento) (?:stato |diventato )?(?:un )?(?:uomo |marito |padre )?(?:molto )?violent[oa]\b
    (?:sono|ero|divento) (?:un )?(?:uomo |marito |padre )?(?:aggressivo|manesco|maltrattante)\b
    ho (?:picchiat|menat|maltrattat|strangolat|violentat|aggredit|colpit|minacciat)o (?:la mia|mia|i miei|lei)
    l ho (?:picchiat|menat|maltrattat|strangolat|violentat|aggredit|colpit|minacciat)a\b
    le ho (?:messo le mani|stretto il collo|dato uno schiaffo|fatto (?:del )?male)
    (?:alzo|ho alzato|metto|ho messo) le mani
    (?:uso|ho usato) (?:la )?violenza
    io (?:la |le )?(?:picchio|maltratto)\b
    (?:picchio|maltratto|minaccio) (?:la )?mi[ae]\b
    smettere di (?:picchiar|menar|maltrattar|essere violent|usare violenza|far(?:e|le) (?:del )?male)
    perdo (?:il controllo|la testa) con (?:lei|mia|la mia)
    i (?:hit|beat|hurt|slapped|punched|kicked|choked|abused?) (?:her|my (?:wife|girlfriend|kids|children))\b
    i (?:am|m|was|get) (?:too |so |very )?(?:violent|abusive)\b
    i use violence
    stop (?:hitting|hurting|beating) (?:her|my)
    stop being (?:violent|abusive)
""")
DANGER = _any(r"""
    picchi|botte\b|mena(?:rmi|ta|to|va|no)?\b|schiaff|sberl|ceffon|pugn[oi]\b|calci\b|lividi?\b
    (?:mi|la|l) (?:ha |hanno )?(?:spin(?:ge|gono|t[oa])|strattona|scaravent)(?!\w* a )|spinton
    (?:per|tira|tirat[oa]|tirano|mi prende) i capelli
    strangol|strozz|soffoc
    (?:il|al|mio|per il) collo|mani addosso|alza le mani|fa(?:tto|r|rmi|i|ceva)? (?:del )?male
    minacc|paura|spavent|terror|pericol|violent|maltratt|aggred|aggress|stupr|costr(?:ing|ett)|obblig
    ammazz|uccid|uccis|morire|farla finita|suicid|coltell|pistola|fucile|acido
    scapp|fugg|fuga\b|andarmene|andare via|lasciarlo|chius[ao] in casa|rinchius
    lasci(?:o|are) (?:mio|il mio|lui)
    perseguit|stalk|pedina|mi segue|mi spia|mi aspetta
    hits?\b|hitting|beats?\b|beaten|beating|slap|punch|kick|bruise|hurts?\b|hurting|attack|abus
    (?:push|shov|throw|drag)(?:e?[sd])? (?:me|her)\b|pull(?:s|ed)? my hair
    chok|strangl|my (?:neck|throat)|threat|afraid|scare[ds]?\b|fear|frighten|danger
    kill|die\b|knife|gun\b|rape|forces? me|locked
    escap|run(?:ning)? away|get away|leav(?:e|ing) (?:him|my husband|home)|flee|follow(?:s|ing) me
""")
HELP = _any(r"""
    aiuto\b|aiuta(?:temi|mi)\b|sos\b|soccorso\b|emergenz|urgen|subito\b|bisogno\b
    (?:cosa|che) (?:devo |posso )?fare|non ce la faccio|non so (?:piu |che |cosa )|dove (?:posso )?and
    con chi (?:posso )?parl|parlare con qualcun|a chi (?:mi |posso )?(?:rivol|chied)
    sportell|cav\b|antiviolenza|numero|telefon(?:o|are)\b|chiamare
    polizia|carabinieri|112\b|113\b|118\b|1522\b
    help(?:line|s)?\b(?! (?:a|my|your|her) )|emergency|urgent|need\b
    what (?:can|should|do) i|who can i|where (?:can|do) i|talk to|phone\b|call\b
    police|desks?\b|cent(?:re|er)\b
    chi parla|who speaks|speaks? \w+ish\b|quien(?:es)? habla|qui parle|cine vorbeste|kush flet
    من (?:يتكلم|تتكلم|يتحدث)|хто розмовляє|кто говорит
""")
FOR_OTHERS = _any(r"""
    amic(?:a|he)\b|vicina di casa
    (?:mia|una|sua) (?:sorella|figlia|madre|mamma|vicina|collega|nipote|cugina|paziente)
    friend|(?:my|a) (?:sister|daughter|mother|mum|mom|neighbou?r|colleague|cousin|patient)
""")
# Hers who is not the one that types: «ho un’amica che viene picchiata», «my friend is being beaten».
SOMEBODY = r"(?:amic[ah]e?|vicina|sorella|figlia|madre|mamma|collega|nipote|cugina|cognata|zia|nonna|suocera)"
SOMEBODY_ENGLISH = r"(?:friend|sister|daughter|mother|mum|mom|neighbou?r|colleague|cousin)"
SUFFERING = r"(?:beaten|hit|hurt|abused|threatened|attacked|stalked|in danger)\b"
OF_SOMEBODY = _any(rf"""
    (?:ho|conosco|c e) una? {SOMEBODY} che\b
    conosco una (?:donna|ragazza)\b
    {SOMEBODY}(?: che)? (?:viene|vengono|subisce) \w
    {SOMEBODY}(?: che)? e (?:stata )?(?:picchiat|minacciat|maltrattat|menat|aggredit|in pericolo|vittima)
    (?:i have|i know|there is) a (?:friend|woman|girl|neighbou?r) (?:who|that)\b
    {SOMEBODY_ENGLISH} (?:is|s|was|gets|has been) (?:being |getting )?{SUFFERING}
""")
OF_HERSELF = re.compile(r"\b(?:mi|me)\b")
AT_WORK = _any(r"""
    (?:mi[aoe]|miei|una?|della|dell|nostr[ao]) (?:student|alunn|scolar|pazient)
    sono (?:una? )?(?:insegnant|docent|maestr|prof|educatr|educatore|bidell)
    sono (?:una? )?(?:medico|dottor|infermier|ostetric|pediatra)
    sono (?:una? )?(?:assistente sociale|carabinier|poliziott|agente|vigile)
""")
KNOWN_WORDS = """
    picchia picchiata picchiato picchiava botte minaccia minacciata minacciato minacce paura violento
    violenza violentata stuprata stupro strangolata strozzata soffocata maltratta maltrattata
    maltrattamenti aggredita perseguita perseguitata stalking stalker scappare andarmene lasciarlo
    ammazza ammazzare uccide uccidere aiuto aiutatemi denuncia denunciare querela avvocata avvocato
    carabinieri polizia antiviolenza sportello centro amica sorella figlia madre vicina collega marito
    compagno fidanzato bambini separazione divorzio telefono help afraid scared danger violence violent
    hits threat threatens threatened strangled choked raped police lawyer helpline shelter husband
    boyfriend friend sister children divorce
    inglese spagnolo francese arabo romeno rumeno ucraino albanese cinese english spanish french arabic
    romanian ukrainian albanian chinese espanol francais romana shqip
"""
KNOWN = frozenset(KNOWN_WORDS.split())
"""Words towards which a slip is mended, beside those that name a page."""
PATTERNS = (
    (Need.DANGER, DANGER),
    (Need.HELP, HELP),
    (Need.FOR_OTHERS, FOR_OTHERS),
    (Need.AT_WORK, AT_WORK),
)


def needs_of(words: str) -> tuple[Need, ...]:
    """Return what the words ask for, the most pressing need first."""
    text = " ".join(plain(words))
    if OWN_VIOLENCE.search(text):
        return (Need.OWN_VIOLENCE,)
    needs = tuple(need for need, pattern in PATTERNS if pattern.search(text))
    if OF_SOMEBODY.search(text) and not OF_HERSELF.search(text):
        return (Need.FOR_OTHERS, *(need for need in needs if need is not Need.FOR_OTHERS))
    return needs
