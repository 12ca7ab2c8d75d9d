"""What to do when somebody confides in class: the words where neither material nor library has its own."""

from django.utils.translation import gettext_lazy as _

DISCLOSURE = _(
    "<p>Può succedere che qualcuno, durante o dopo, racconti qualcosa che fa male.</p>"
    "<ul><li>Ascolta con calma. Non promettere il segreto: di’ che ne parlerai solo con chi può aiutare.</li>"
    "<li>Credi a quello che senti. Niente domande da indagine, niente «perché non l’hai detto prima».</li>"
    "<li>Di’ tre cose: hai fatto bene a dirmelo, non è colpa tua, non sei sola o solo.</li>"
    "<li>Non fare parlare davanti alla classe: trovate insieme un momento tranquillo.</li>"
    "<li>Scrivi subito, con le sue parole, quello che ha detto. Non chiamare la persona di cui ha paura.</li>"
    "<li>Lo stesso giorno parlane con chi dirige la scuola o con la persona referente. Se c’è un reato "
    "perseguibile d’ufficio va segnalato per iscritto, senza fare indagini: il dovere è anche di chi lo "
    "viene a sapere (art. 331 c.p.p.; artt. 361 e 362 c.p.).</li>"
    "<li>Se il pericolo è adesso, chiama il {{emergenza}}. Per un consiglio, a ogni ora: {{antiviolenza}}; "
    "per chi ha meno di 18 anni anche il 114 e il 19696.</li></ul>"
)
