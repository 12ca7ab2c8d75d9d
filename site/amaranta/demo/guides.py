"""Steps for the browsers that people here use, in the words of the browsers' own menus in Italian."""

from typing import TypedDict

from django.utils.translation import gettext as _


class Guide(TypedDict):
    """The value of a GuideBlock."""

    browser: str
    private_window: list[str]
    remove_entry: list[str]


def guides() -> list[Guide]:
    """Return one guide for each pair of browser and system, the most used first."""
    return [
        Guide(
            browser=_("Chrome su Android"),
            private_window=[
                _("Tocca i tre puntini in alto a destra."),
                _("Tocca «Nuova scheda in incognito»."),
                _("Quando hai finito, chiudi la scheda: non basta passare a un’altra."),
            ],
            remove_entry=[
                _("Tocca i tre puntini, poi «Cronologia»."),
                _("Cerca la voce con il nome di questo sito."),
                _("Tocca la crocetta o il cestino accanto alla voce, e fai lo stesso con la ricerca."),
            ],
        ),
        Guide(
            browser=_("Safari su iPhone e iPad"),
            private_window=[
                _("Tocca il pulsante con i due quadrati."),
                _("Passa al gruppo «Privata» e tocca il segno più."),
                _("Quando hai finito, chiudi la scheda e torna al gruppo di prima."),
            ],
            remove_entry=[
                _("Tocca il libro aperto, poi l’orologio: è la cronologia."),
                _("Trova la voce di questo sito e falla scorrere verso sinistra."),
                _("Tocca «Elimina», e fai lo stesso con la ricerca."),
            ],
        ),
        Guide(
            browser=_("Samsung Internet su Android"),
            private_window=[
                _("Tocca il pulsante delle schede."),
                _("Tocca la voce che attiva la modalità segreta."),
                _("Quando hai finito, chiudi la scheda e disattiva la modalità segreta."),
            ],
            remove_entry=[
                _("Tocca le tre righe, poi «Cronologia»."),
                _("Tieni premuta la voce di questo sito finché appare la spunta."),
                _("Tocca «Elimina»: controlla che sia scelta una voce sola."),
            ],
        ),
        Guide(
            browser=_("Firefox su Android"),
            private_window=[
                _("Tocca il numero delle schede."),
                _("Tocca la mascherina e poi il segno più."),
                _("Quando hai finito, chiudi le schede private."),
            ],
            remove_entry=[
                _("Tocca i tre puntini, poi «Cronologia»."),
                _("Trova la voce di questo sito."),
                _("Tocca la crocetta o i puntini accanto alla voce e scegli «Elimina»."),
            ],
        ),
        Guide(
            browser=_("Chrome ed Edge su computer (Windows, Mac, Linux)"),
            private_window=[
                _("Apri il menu con i tre puntini in alto a destra."),
                _("Scegli «Nuova finestra di navigazione in incognito» (in Edge «InPrivate»)."),
                _("Quando hai finito, chiudi tutta la finestra."),
            ],
            remove_entry=[
                _("Premi Ctrl e H insieme (sul Mac Comando e Y)."),
                _("Scrivi il nome di questo sito nella casella di ricerca."),
                _("Metti la spunta solo su quelle voci e scegli «Elimina»."),
            ],
        ),
        Guide(
            browser=_("Firefox su computer (Windows, Mac, Linux)"),
            private_window=[
                _("Apri il menu con le tre righe in alto a destra."),
                _("Scegli «Nuova finestra anonima»."),
                _("Quando hai finito, chiudi tutta la finestra."),
            ],
            remove_entry=[
                _("Premi Ctrl e H insieme (sul Mac Comando, Maiusc e H)."),
                _("Trova la voce di questo sito e fai clic con il tasto destro."),
                _("Scegli «Elimina pagina», non «Dimentica questo sito», che toglie anche il resto."),
            ],
        ),
        Guide(
            browser=_("Safari su Mac"),
            private_window=[
                _("Apri il menu «File» in alto."),
                _("Scegli «Nuova finestra privata»."),
                _("Quando hai finito, chiudi la finestra."),
            ],
            remove_entry=[
                _("Apri il menu «Cronologia» e scegli «Mostra tutta la cronologia»."),
                _("Trova la voce di questo sito e fai clic con il tasto destro."),
                _("Scegli «Elimina»."),
            ],
        ),
    ]
