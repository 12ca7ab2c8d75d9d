"""Recipes about keys: the weekly proof, a key that ends, is lost or stolen, an operator who leaves."""

from django.utils.translation import gettext_lazy as _

from home.admin.guide import RECIPES, Recipe, Way

KEEPS = "sealed.change_operatorcertificate"
PROOF = Way(_("Prova di lettura"), "sealed_proof")
KEYS = Way(_("Chiavi delle caselle"), "chiavi:index", KEEPS)
MAILBOXES = Way(_("Caselle e pause"), "caselle:index", KEEPS)
CHANGES = Way(_("Cambi da approvare"), "sealed_changes", KEEPS)
MAKE = Way(_("Fai la tua chiave"), "contatti_key_maker")
USERS = Way(_("Account"), "wagtailusers_users:index", "auth.change_user")

RECIPES += [
    Recipe(
        "prova-di-lettura",
        _("La prova di lettura, ogni settimana"),
        (
            _("Nella casella arriva un messaggio che da fuori è come una richiesta. Aprilo con la tua "
              "chiave."),
            _("Dentro c’è scritto subito «PROVA DI LETTURA», e ci sono sei numeri tuoi."),
            _("Apri «Prova di lettura» e scrivili. Valgono una settimana; dopo cinque errori se ne chiede "
              "uno nuovo."),
            _("Nel messaggio non c’è nessun collegamento: se uno te lo chiede, non viene da qui."),
            _("Un messaggio che la tua chiave non apre può essere la prova di una collega: «È passato da "
              "qui?» lo dice."),
        ),
        (PROOF,),
    ),
    Recipe(
        "chiave-scade",
        _("La tua chiave scade"),
        (
            _("Apri «Fai la tua chiave» e fanne una nuova: dove chiede se prende il posto di una tua, "
              "lascia «Sì»."),
            _("Metti la nuova nel programma di posta accanto alla vecchia, che serve per rileggere le "
              "richieste di prima."),
            _("Una seconda persona si fa leggere l’impronta al telefono e dice di sì."),
            _("Arriva il messaggio di prova: scrivi i sei numeri. Da lì la vecchia esce d’uso da sola."),
        ),
        (MAKE, PROOF),
    ),
    Recipe(
        "chiave-persa",
        _("Una chiave è persa"),
        (
            _("Computer rotto, password dimenticata: nessuno la legge più, ma nessuno l’ha presa."),
            _("Toglila dall’uso: nei tre puntini accanto alla chiave, «Togli dall’uso adesso». Basta una "
              "persona."),
            _("Fai una chiave nuova. Finché non è provata leggono le colleghe; se era la sola, il modulo "
              "mostra il telefono."),
            _("Le richieste che aspettano le rileggono le colleghe, o la chiave di riserva in cassaforte."),
        ),
        (KEYS, PROOF, MAKE),
    ),
    Recipe(
        "chiave-rubata",
        _("Una chiave è rubata, o qualcuno può averla copiata"),
        (
            _("Subito, anche da sola: «Togli dall’uso adesso». Le richieste nuove non si aprono più con "
              "quella."),
            _("Subito: cambiate la password della casella. Chi ha la chiave apre le richieste che sono "
              "già lì, se le raggiunge: spostatele o cancellatele."),
            _("Se non siete sicure che cosa ha visto, mettete in pausa lo sportello: il modulo mostra il "
              "telefono."),
            _("Pensate alle donne che hanno scritto: che cosa può sapere chi l’ha presa? Parlatene con la "
              "coordinatrice, oggi."),
            _("Controllate «Cambi da approvare»: quello che non avete chiesto voi, fermatelo."),
            _("Fate una chiave nuova, su un altro computer."),
        ),
        (KEYS, PROOF, MAILBOXES, CHANGES, MAKE),
    ),
    Recipe(
        "operatrice-esce",
        _("Un’operatrice lascia lo sportello"),
        (
            _("Togli dall’uso la sua chiave: «Togli dall’uso adesso». Basta una persona."),
            _("Se era una delle ultime due, prima fai entrare in uso e provare quella di chi resta."),
            _("Togli il suo account dal gruppo dello sportello: lo fa chi cura gli account. Se l’account si "
              "elimina, la sua chiave esce dall’uso da sola."),
            _("Cambiate la password della casella: con la sua chiave aprirebbe ancora le richieste vecchie."),
        ),
        (KEYS, USERS),
    ),
]  # fmt: skip
