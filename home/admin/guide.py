"""How things are done here: one page of short recipes, to which every app adds its own."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Way:
    """A button's words, the name of its address, and the right that it needs, if any."""

    text: str | Promise
    url_name: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A task, the steps in their order, and the anchor by which other pages lead to it.

    ways: where its buttons are.
    """

    code: str
    title: str | Promise
    steps: tuple[str | Promise, ...]
    ways: tuple[Way, ...] = ()

    def ways_for(self, user: Any) -> list[tuple[str, str | Promise]]:
        """Return address and words of the ways that somebody may take."""
        return [
            (reverse(way.url_name), way.text)
            for way in self.ways
            if not way.right or user.has_perm(way.right)
        ]


RECIPES = [
    Recipe(
        "campagna",
        _("Fare una campagna"),
        (
            _("Dalla prima pagina scegli «Scrivi una campagna». Bastano il nome, lo slogan e il periodo."),
            _("Racconta la campagna in «Contenuto» e aggiungi gli incontri in «Appuntamenti»."),
            _("Apri l’anteprima, il telefonino in alto a destra: in fondo scegli locandina o cartoncino."),
            _("Manda in approvazione. Quando chi modera approva, la campagna è sul sito."),
            _("Torna sulla campagna e apri «Locandine e cartoncini»: ci sono i file da stampare."),
        ),
    ),
    Recipe(
        "approvazione",
        _("Chi approva, e come si sa"),
        (
            _("Una pagina nuova, e ogni cambiamento, vanno sul sito dopo che chi modera li ha letti."),
            _("Intanto sul sito resta la versione di prima."),
            _("Se ti chiedono di cambiare qualcosa, lo leggi sulla prima pagina e in cima alla bozza."),
            _("Se hai visto un errore dopo averla mandata, riprendi la bozza, correggi e mandala di nuovo."),
            _("Per toglierla subito dal sito non serve un’approvazione: apri la campagna, l’ente o il "
              "materiale e scegli «Togli dal sito»."),
        ),
    ),
    Recipe(
        "giorno",
        _("Farla uscire in un giorno preciso"),
        (
            _("In alto a destra apri «Stato», la i nel cerchio, e scegli «Pianifica pubblicazione»."),
            _("Scrivi il giorno e l’ora, e salva. Puoi dire anche quando va tolta dal sito."),
            _("Manda in approvazione. Approvata, va sul sito da sola in quel momento."),
        ),
    ),
    Recipe(
        "immagini",
        _("Immagini e documenti"),
        (
            _("Scrivi che cosa si vede, per chi non vede. Se l’immagine è solo un ornamento, non metterla."),
            _("Mai una donna ferita, mai il viso o il nome di chi ha chiesto aiuto."),
            _("Luogo e ora dello scatto, nascosti nelle foto, si cancellano da soli."),
            _("Un video, un documento o una foto dentro un documento che dice dove è stato fatto non si può "
              "caricare: togli prima la posizione. Il portale ti dice come."),
            _("Un file che è già sul sito non si cancella e non si sostituisce di nascosto: carica il nuovo, "
              "mettilo nella pagina e mandala in approvazione."),
            _("I documenti possono portare il nome di chi li ha scritti: toglilo dalle proprietà del file, "
              "altrimenti la pagina non va sul sito."),
        ),
    ),
    Recipe(
        "numeri",
        _("I numeri da chiamare"),
        (
            _("In ogni testo scrivi {{antiviolenza}} e {{emergenza}}: chi legge trova i numeri delle "
              "impostazioni."),
        ),
    ),
    Recipe(
        "regole",
        _("Che cosa ferma una pubblicazione"),
        (
            _("L’indirizzo di una casa rifugio, o parole che le coordinatrici hanno riservato."),
            _("Un nome e cognome sotto una foto, o una foto senza testo alternativo."),
            _("Parole che spostano la colpa da chi usa violenza, se non sono spiegate tra «virgolette»."),
            _("Un diritto non ricontrollato in tempo, o qualcosa che si carica da un altro sito."),
            _("Le frasi lunghe non fermano niente: un avviso dice dove accorciare."),
        ),
    ),
]  # fmt: skip


def guide(request: HttpRequest) -> HttpResponse:
    """Show every recipe."""
    recipes = [(recipe, recipe.ways_for(request.user)) for recipe in RECIPES]
    return TemplateResponse(request, "panels/guide.html", {"recipes": recipes})
