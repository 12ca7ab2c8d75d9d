"""Recipes for who answers and for who keeps the keys."""

from django.utils.translation import gettext_lazy as _

from home.admin.guide import RECIPES, Recipe

RECIPES.append(
    Recipe(
        "richieste",
        _("Dove arrivano le richieste delle donne"),
        (
            _("Non qui: arrivano nella casella di posta dello sportello, chiuse. Il portale non le legge."),
            _("Si aprono nel programma di posta dell’operatrice, con la sua chiave."),
            _(
                "Il lucchetto dice che la busta è chiusa, non chi l’ha scritta: dentro può esserci di tutto. "
                "Non aprite allegati o collegamenti, e non date mai a nessuno la chiave o la sua password."
            ),
            _(
                "Per sapere se un messaggio è passato da qui, copiate il suo «Message-ID» in «È passato da "
                "qui?». Il riferimento dentro la busta il portale non lo conosce."
            ),
            _("Qui si vede solo se qualcosa non parte, se una chiave scade, se uno sportello è in pausa."),
        ),
    )
)
