"""Recipes for who looks after desks, partners and figures."""

from django.utils.translation import gettext_lazy as _

from home.admin.guide import RECIPES, Recipe

RECIPES += [
    Recipe(
        "orari",
        _("Cambiare orari, chiusure e telefoni"),
        (
            _("Apri lo sportello dalla prima pagina. Le ore di ogni settimana stanno in «Orari»."),
            _("Per ferie e ponti usa le chiusure; per un giorno diverso dagli altri, il giorno speciale."),
            _("Le feste nazionali ci sono già; il santo patrono è scritto nel Comune."),
            _("Se una chiusura e un’apertura si contraddicono, il portale lo dice prima di salvare."),
            _("Ogni tre mesi conferma che è ancora tutto vero: altrimenti chi legge trova un avviso."),
        ),
    ),
    Recipe(
        "enti",
        _("Aggiungere un ente"),
        (
            _("Aggiungilo nella sezione del suo Comune, con che cosa fa e come si raggiunge."),
            _("Di una casa rifugio non si scrive mai dov’è: solo il telefono."),
            _("Chi ha molti enti da aggiungere li carica da un foglio di calcolo, nell’elenco «Enti»."),
        ),
    ),
]
