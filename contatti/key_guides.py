"""How a key gets into each mail program: the steps, and which of our own drawings stands beside them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PASSWORD = _("Scrivi la password del foglio, senza spazi.")
TRY_IT = _("Apri un messaggio di prova dello sportello: si legge, e in alto c’è un lucchetto.")


@dataclass(frozen=True, slots=True)
class KeyGuide:
    """One mail program. picture: a file of templates/contatti/admin/key_pictures; note: read it first."""

    code: str
    name: str | Promise
    picture: str
    steps: tuple[str | Promise, ...]
    note: str | Promise = ""


KEY_GUIDES = (
    KeyGuide(
        "thunderbird",
        "Thunderbird",
        "settings",
        (
            _(
                "Apri Impostazioni account e scegli «Crittografia end-to-end» sotto la casella "
                "dello sportello."
            ),
            _("In fondo, S/MIME: premi «Gestisci certificati S/MIME»."),
            _("Scheda «Certificati personali», pulsante «Importa»: scegli chiave.p12."),
            PASSWORD,
            _(
                "Nelle impostazioni di sicurezza metti una password principale: senza, apre "
                "chiunque si siede lì."
            ),
            TRY_IT,
        ),
    ),
    KeyGuide(
        "outlook-classico",
        _("Outlook per Windows, quello classico"),
        "wizard",
        (
            _("Chiudi Outlook. Fai doppio clic su chiave.p12: parte l’importazione guidata dei certificati."),
            _("Scegli «Utente corrente», poi Avanti due volte."),
            PASSWORD,
            _("Segna «Abilita protezione avanzata chiave privata»; non segnare «esportabile»."),
            _("Lascia che Windows scelga dove metterla, poi Fine."),
            TRY_IT,
        ),
        _("È il programma che ha il menu File in alto a sinistra."),
    ),
    KeyGuide(
        "outlook-nuovo",
        _("Outlook nuovo e Outlook sul web"),
        "blocked",
        (
            _(
                "Da soli non aprono questi messaggi: serve un componente che installa chi "
                "gestisce i computer."
            ),
            _("Se in alto a destra c’è l’interruttore «Nuovo Outlook», spegnilo: torna quello classico."),
            _("Se non c’è, installa Thunderbird per la sola casella dello sportello."),
        ),
        _("Non provare con i siti che «aprono i file p7m»: leggerebbero la richiesta."),
    ),
    KeyGuide(
        "apple-mail",
        _("Mail di Apple, sul Mac"),
        "keychain",
        (
            _("Fai doppio clic su chiave.p12: si apre Accesso Portachiavi."),
            _("Portachiavi: «login», non «iCloud», che la porterebbe su altri apparecchi. Premi Aggiungi."),
            PASSWORD,
            _("Chiudi e riapri Mail. La prima volta chiede se può usare la chiave: scegli Consenti."),
            TRY_IT,
        ),
        _("Se la password sembra sbagliata ed è giusta, salva di nuovo la chiave nella forma usuale."),
    ),
    KeyGuide(
        "iphone",
        "iPhone",
        "phone",
        (
            _("Passa chiave.p12 al telefono con il cavo o con AirDrop, mai per mail, chat o cloud."),
            _("Apri il file: il telefono dice «Profilo scaricato»."),
            _("Impostazioni, Generali, VPN e gestione dispositivi: scegli il profilo e premi Installa."),
            PASSWORD,
            _("Impostazioni, App, Mail, Account, la casella dello sportello, Avanzate: accendi S/MIME."),
            TRY_IT,
        ),
        _("Meglio di no: un telefono si perde, e chi lo sblocca legge. Mai su un telefono di casa."),
    ),
    KeyGuide(
        "linux",
        _("Linux: Evolution, KMail"),
        "list",
        (
            _(
                "Evolution: Modifica, Preferenze, Certificati, «I tuoi certificati», Importa: "
                "scegli chiave.p12."
            ),
            PASSWORD,
            _(
                "Modifica, Preferenze, Account di posta, Sicurezza: in «S/MIME» scegli il "
                "certificato per cifrare."
            ),
            _("KMail: apri chiave.p12 con Kleopatra, scrivi la password, poi scegline una per il computer."),
            TRY_IT,
        ),
    ),
)
