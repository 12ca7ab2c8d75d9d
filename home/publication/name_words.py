"""Words about names, as data: what stands beside them without being one, and names that are words."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Capitalised words after one of these name a street, a school, a foundation.
NOT_A_PERSON = _words(
    """
    associazione biblioteca casa centro chiesa comune consultorio corso don fondazione foundation
    hospital istituto largo legge liceo monte museo ospedale palazzo parco piazza piazzale premio road
    sala san santa school scuola sportello square street teatro via viale vicolo villa
    """
)
# Given names that are words as well: in small letters only the words are meant.
ALSO_WORDS = _words(
    """
    alba ali allegra amata amato ambra angelo april aria asia august aurora azzurra barbara bella
    benedetta bianca blessing bruna campo carmine chance christian clemente costanza cristian dea diana
    dina domenica dominica elia faith fiore fiorella fortunata franca gaia gemma gioia grace grazia hope
    ilaria immacolata india iris ivo jean joy june lana leone libera libero linda luca luce lucia luna
    luz mara marina mark marte massimo max may mercedes min mina modesta natale nina nives norma nunzia
    olga oliva onesto pace palma patrizia pia pino prima primo rim rosa rosaria sabato saida salvatore
    sandra santa santo serena sole stella tea ultima vera viola vito vittoria will
    """
)
# In capitals too they begin a sentence or name a thing: only a known surname makes them a person.
MOSTLY_WORDS = _words(
    """
    allegra amata amato april asia august bella blessing chance christian clemente costanza dea domenica
    faith fiore fortunata gemma grace grazia hope immacolata india italia joy june lana leone libera
    libero luce luna luz mark marte may mercedes natale oliva onesto pace palma prima primo sabato santa
    santo sole stella ultima will
    """
)
# Given names elsewhere, of which an Italian or English text is full.
NO_NAMES = _words(
    """
    alla amico anni ben che do don donna durante else gli gusti hanno harm in la le lei li lo mad mai
    man manda meta mi mia nel no non otto peace per pero se senta si so stanca su tu una
    """
)
# What may stand in capitals before a name without being the surname of its bearer.
BEGINS = _words(
    """
    a ad agli ai al alla alle allo anche and ascolta ask by call cara cari caro chi chiama chiedi ciao come
    con cosa da dai dal dalla dalle dallo degli dei del della delle dello di dice dopo dott dottor
    dottoressa e ecco ed era for foto fra from gli ha ho i if il in io la le lei lgs lo lui ma mentre mi
    negli nei nel nella nelle nello no noi non o oggi ogni on ora our parla per perche poi prima quando
    quella questa qui scrivi se secondo she si sig signor signora signorina sono su sugli sui sul sulla
    sulle sullo telefona the to tra un una uno voi we when with you
    """
)
OFFICES = _words("sindaca sindaco presidente presidentessa ministra ministro assessora assessore giudice")
