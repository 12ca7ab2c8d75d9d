"""Recipes for who answers and for who keeps the keys."""

from django.utils.translation import gettext_lazy as _

from home.admin.guide import RECIPES, Recipe, Way

RECIPES += [
    Recipe(
        "primo-giorno",
        _("Il primo giorno di un’operatrice"),
        (
            _("Apri il collegamento che hai ricevuto per posta, scegli la password, poi una chiave di "
              "accesso o un’app dei codici. Stampa i codici di riserva."),
            _("Sul computer su cui leggi la posta dello sportello apri «Fai la tua chiave» e segui i tre "
              "pulsanti. Metti la chiave nel programma di posta: sotto ci sono le guide."),
            _("Telefona a chi custodisce le chiavi, o a una collega, e leggi l’impronta: dice di sì in "
              "«Cambi da approvare»."),
            _("Entro qualche minuto nella casella arriva il messaggio di prova: aprilo, e scrivi i sei "
              "numeri in «Prova di lettura». Da lì le richieste si aprono anche con la tua chiave."),
            _("Quando arriva la prima richiesta, premi «Prendo in carico» in «Risposte», e leggi «Rispondere "
              "a chi ha un numero»."),
        ),
        (Way(_("Fai la tua chiave"), "contatti_key_maker"), Way(_("Prova di lettura"), "sealed_proof")),
    ),
]  # fmt: skip

RECIPES.append(
    Recipe(
        "richieste",
        _("Dove arrivano le richieste delle donne"),
        (
            _("Non qui: arrivano nella casella di posta dello sportello, chiuse. Il portale non le legge."),
            _("Si aprono nel programma di posta dell’operatrice, con la sua chiave."),
            _("Le iscrizioni a un appuntamento arrivano allo stesso modo: lo dice la prima riga, dentro."),
            _(
                "Il lucchetto dice che la busta è chiusa, non chi l’ha scritta: dentro può esserci di tutto. "
                "Non aprite allegati o collegamenti, e non date mai a nessuno la chiave o la sua password."
            ),
            _(
                "Per sapere se un messaggio è passato da qui, copiate il suo «Message-ID» in «È passato da "
                "qui?». Il riferimento dentro la busta il portale non lo conosce."
            ),
            _("Qui si vede solo quante sono e chi le segue, se qualcosa non parte, se una chiave scade."),
        ),
    )
)

RECIPES += [
    Recipe(
        "chiave-nella-posta",
        _("Mettere la chiave nel programma di posta"),
        (
            _("Fai la chiave sul computer su cui leggi la posta dello sportello, in «Fai la tua chiave»."),
            _("Apri la guida del tuo programma: si può stampare e tenere accanto al computer."),
            _("Prova con un messaggio dello sportello prima di cancellare chiave.p12."),
        ),
        (Way(_("Le guide, con le figure"), "contatti_key_guides"),),
    ),
    Recipe(
        "chi-ha-il-numero",
        _("Chi ha il numero è lei, per il portale"),
        (
            _("Il portale non sa chi scrive: conosce solo il numero, e il numero può averlo preso lui."),
            _("Può leggere la risposta, accettare, rifiutare, scrivere e cancellare al posto di lei."),
            _("Perciò nella risposta niente della sua storia, nessun nome, un luogo solo se lo ha chiesto."),
            _(
                "«Va bene, vengo» è un indizio: tenete l’ora lo stesso e, se ha dato una parola, chiedetela "
                "quando arriva."
            ),
            _("Se qualcosa non torna, rispondete come a una persona mai sentita, e parlatene tra voi."),
            _(
                "Due lettere opposte, una accetta e una rifiuta: vale l’ultima arrivata nella casella. Nel "
                "dubbio, chiedeteglielo nella risposta."
            ),
        ),
    ),
    Recipe(
        "rispondere",
        _("Rispondere a chi ha un numero"),
        (
            _("Apri la lettera nel tuo programma di posta e copia il codice di risposta."),
            _("In «Risposte», apri «Rispondi a chi ha un numero» e incolla il codice."),
            _("Se leggi «MAI RISPOSTO», per il portale è una sconosciuta: niente di altre richieste."),
            _("Scrivi, o parti da una risposta pronta. Se vuoi, proponi un giorno e un’ora."),
            _("Se nella lettera ha dato una parola, scrivila: la risposta si apre solo con quella."),
            _("Premi «Guarda come la vedrà», rileggi, poi «Chiudi e metti a disposizione»."),
            _("In «Richieste» segna «Fatta». Della risposta qui non resta copia."),
        ),
    ),
    Recipe(
        "solo-ufficio",
        _("Se hai solo il telefono dell’ufficio"),
        (
            _("Il telefono dell’ufficio si vede sul suo schermo e nella sua bolletta: prima guarda che cosa "
              "ha scritto sul modo sicuro di raggiungerla."),
            _("Se ha un numero, rispondi con il codice: si può fare anche dal telefono, in questa pagina."),
            _("Se ha chiesto una telefonata, chiama con il numero nascosto, nell’ora che ha scelto, e di’ "
              "solo la frase concordata."),
        ),
    ),
    Recipe(
        "in-due",
        _("Se rispondete in due"),
        (
            _("Chi prende in carico per prima resta scritta accanto alla richiesta: l’altra legge il suo "
              "nome."),
            _("Se una collega ha già risposto al codice, il portale non mette una seconda risposta: il tuo "
              "testo resta nella pagina."),
            _("Accordatevi; se serve, manda il tuo come risposta seguente."),
        ),
    ),
    Recipe(
        "altro-sportello",
        _("Se il caso è di un altro sportello"),
        (
            _("Un codice vale per lo sportello a cui ha scritto: un altro non può risponderle."),
            _("Senza il suo sì non si passa niente a nessuno, nemmeno che ha scritto."),
            _("Rispondile tu: proponile di scrivere a quello sportello, o dalle il telefono del centro "
              "antiviolenza."),
            _("Se vuole che siate voi a passare il caso, e lo ha detto: vedi «Affidare un caso»."),
        ),
    ),
    Recipe(
        "affidare",
        _("Affidare un caso a un altro sportello o a un ente"),
        (
            _("Prima il suo sì: a chi, e a che cosa si racconta. Segnati come l’ha detto e in che giorno."),
            _("In «Casi affidati» premi «Affida il caso» e scegli a chi. Chi non compare oggi non può aprire "
              "una lettera: telefona."),
            _("Scrivi solo quello che serve, e come raggiungerla senza rischio. Premi «Rileggi la lettera», "
              "poi «Chiudi e manda». Qui non resta copia."),
            _("Chi la riceve la apre nella sua posta, e risponde «preso in carico» o «non possiamo»: lo "
              "leggi in «Casi affidati»."),
            _("Se torna indietro, o nessuno risponde in tre aperture, compare tra le cose da fare: telefona, "
              "poi premi «Chiudi»."),
            _("Finché non hanno preso in carico, la seguite voi."),
        ),
    ),
    Recipe(
        "caso-ricevuto",
        _("Se vi affidano un caso"),
        (
            _("La lettera è nella vostra casella di posta, e si apre con la vostra chiave."),
            _("Con un account: in «Casi affidati» premi «Preso in carico» o «Non possiamo»."),
            _("Senza account: apri il sito, scrivi dopo il suo indirizzo «/conferma/», e metti il codice che "
              "sta in fondo alla lettera. Vale una volta sola; dopo dieci tentativi sbagliati si chiude."),
            _("La risposta non si cambia: se sbagli pulsante, telefona a chi te l’ha mandata."),
            _("Una lettera non prova chi l’ha scritta: se il codice non vale, o qualcosa non torna, non "
              "viene da qui. Telefona al numero che conosci."),
        ),
    ),
    Recipe(
        "casella-di-un-ente",
        _("Dare una casella a un ente della rete"),
        (
            _("In «Richieste cifrate», «Caselle degli enti», aggiungine una: scegli l’ente e scrivi la sua "
              "casella di posta. Vale quando una seconda persona dice di sì."),
            _("Le persone dell’ente fanno la chiave e vi mandano il certificato: caricalo in «Chiavi delle "
              "caselle», dopo aver letto l’impronta al telefono."),
            _("Se devono entrare qui, chi amministra mette il loro account nel gruppo «Chi legge», con il "
              "nome dell’ente: fanno la chiave da sole e rispondono in «Casi affidati»."),
            _("Nel modulo per le donne un ente non compare mai."),
        ),
    ),
    Recipe(
        "numero-perso",
        _("Se ha perso il numero"),
        (
            _("Non si può ritrovare né sostituire: nessuno lo conosce, nemmeno il portale."),
            _("Scrive da capo, e riceve un numero nuovo. Per il portale è una sconosciuta."),
            _("Non confermarle che la conoscete per quello che racconta: può essere un altro. Chiedile la "
              "parola, di persona o per telefono."),
            _("Le risposte di prima si cancellano da sole il giorno che avevate scelto."),
        ),
    ),
]  # fmt: skip
