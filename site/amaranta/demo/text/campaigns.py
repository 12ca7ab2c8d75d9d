"""The words of the campaigns. Places are invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from amaranta.demo.text.markup import Block, callout, checklist, prose, questions, steps


@dataclass(frozen=True)
class EventText:
    """A meeting `day` days after the campaign begins; times as HH:MM in Italy."""

    day: int
    opens: str
    closes: str
    title: str
    place: str
    description: str
    by_invitation: bool = False


@dataclass(frozen=True)
class CampaignText:
    fields: dict[str, Any]
    body: Sequence[Block]
    events: Sequence[EventText]
    partners: Sequence[str]
    materials: tuple[str, ...]


INDEX = {
    "title": "Campagne",
    "slug": "campagne",
    "search_description": "Quello che diciamo in pubblico, con locandine e cartoncini da stampare.",
}

NOVEMBER = CampaignText(
    fields={
        "title": "25 novembre",
        "slug": "25-novembre",
        "search_description": "Due parole che può dire chiunque. Per molte donne sono le prime, e fanno la "
        "differenza.",
        "slogan": "Ti credo.",
        "drawing": "ramo",
        "poster_text": "Se hai paura di qualcuno a cui vuoi bene, puoi parlarne. È gratuito, e decidi tu che "
        "cosa dire.",
        "card_outside": "Buona giornata",
    },
    body=[
        prose("""
            <h2>Perché queste due parole</h2>
            <p>Chi vive la violenza spesso tace per molto tempo. Teme di non essere creduta, di essere
            giudicata, di dover decidere subito.</p>
            <p>Quando finalmente ne parla, di solito non comincia da uno sportello. Comincia da un’amica, da
            una collega, dal medico, dalla vicina di casa. La prima risposta che riceve pesa: può aprire una
            porta o chiuderla.</p>
            <p>Il 25 novembre è la Giornata internazionale per l’eliminazione della violenza contro le donne.
            L’ha voluta l’ONU nel 1999 (risoluzione 54/134). Quest’anno chiediamo a tutte e a tutti una cosa
            piccola: imparare a dire «ti credo», e a non chiedere «perché non te ne vai?».</p>"""),
        steps(
            "Se qualcuno te ne parla",
            ("Ascolta", "<p>Non interrompere, non riempire i silenzi. Non serve sapere tutto.</p>"),
            ("Dillo", "<p>«Ti credo. Non è colpa tua. Sono contenta che tu me l’abbia detto.»</p>"),
            ("Lascia decidere lei", """<p>Non chiamare lui, non parlarne ad altri, non decidere al posto suo.
             Chiedile che cosa le serve oggi.</p>"""),
            ("Passa un numero", """<p>Il {{antiviolenza}} è gratuito e risponde a ogni ora. Dillo a voce: un
             biglietto può essere trovato. Puoi chiamare anche tu, per avere un consiglio.</p>"""),
        ),
        callout("calm", "E se succede a te", "<p>Puoi parlare con una persona preparata senza dire come ti "
                "chiami. Decidi tu che cosa dire; se chi ti ascolta ha dei doveri, te lo spiega prima.</p>"),
    ],
    events=(
        EventText(3, "15:00", "17:00", "Ascoltare senza giudicare", "Sala dell’Esempio, Via dell’Esempio 12",
                  "Incontro per chi lavora al pronto soccorso e negli ambulatori.", by_invitation=True),
        EventText(7, "18:00", "19:30", "Letture ad alta voce",
                  "Biblioteca dell’Esempio, Via dell’Esempio 10",
                  "Pagine scritte da donne, lette da chi vuole. Si entra senza prenotare, si esce quando si "
                  "vuole. C’è uno spazio per bambine e bambini."),
        EventText(10, "17:00", "18:30", "Camminata delle finestre accese",
                  "Partenza da Piazza dell’Esempio",
                  "Un giro lento per le vie del centro, con una luce in mano. Percorso senza gradini."),
    ),
    partners=("Le biblioteche dei Comuni della rete", "Le farmacie che espongono la locandina",
              "Le scuole superiori che partecipano alle letture"),
    materials=("per-altri", "rete"),
)  # fmt: skip

BREAD = CampaignText(
    fields={
        "title": "Pane, e una parola",
        "slug": "pane-e-una-parola",
        "search_description": "Un codice sul sacchetto del pane: arriva in ogni casa, e non dice niente di "
        "nessuno.",
        "slogan": "Pane,\ne una parola",
        "drawing": "pane",
        "poster_text": "Si compra il pane, si scambiano due parole. Qui c’è chi ascolta: gratis, e senza "
        "chiedere il nome.",
        "card_outside": "Lista della spesa",
    },
    body=[
        prose("""
            <h2>Un posto dove si va da sole</h2>
            <p>Chi è controllata ha pochi minuti per sé. Spesso sono quelli della spesa: il forno, la
            farmacia, la lavanderia. Per questo portiamo lì un codice, un numero e un indirizzo breve.</p>
            <p>Sul sacchetto e sullo scontrino non c’è nessuna parola sulla violenza. Il codice porta agli
            orari degli sportelli: una pagina con un titolo neutro. Chi lo apre può comunque capire che cosa
            è: per questo il sacchetto arriva in tutte le case, non in una.</p>"""),
        checklist(
            "Che cosa chiediamo a un negozio",
            "Stampare il codice sui sacchetti o sugli scontrini: il file è nel kit, in bianco e nero",
            "Tenere i cartoncini vicino alla cassa, con la faccia neutra verso l’alto",
            "Appendere la locandina nel bagno o nel camerino, con la prima striscia già staccata",
            "Non fare domande. Se qualcuna parla, ascoltare e dirle il {{antiviolenza}}",
            "Chiedere se il cartoncino può portarlo con sé: se no, il numero si impara a memoria",
        ),
        questions(
            "Domande di chi ha un negozio",
            ("Devo fare qualcosa se vedo dei lividi?", """<p>Non sei tu a dover risolvere. Puoi dire: «Se ti
             serve, qui c’è un numero». Se qualcuno è in pericolo in quel momento, chiama il
             {{emergenza}}.</p>"""),
            ("Quanto costa?", "<p>Niente. I file sono pronti: li stampa chi già stampa i sacchetti.</p>"),
            ("E se il telefono dello sportello cambia?", """<p>Il codice resta buono: porta
             sempre alla pagina aggiornata.</p>"""),
        ),
    ],
    events=(
        EventText(40, "10:00", "12:00", "Il forno aperto", "Panificio dell’Esempio, Via dell’Esempio 21",
                  "Si impasta insieme, per chi vuole conoscere la campagna o portarla nel suo negozio."),
    ),
    partners=("I panifici che hanno aderito", "Le farmacie di quartiere"),
    materials=("per-altri",),
)  # fmt: skip

ENGLISH: dict[str, dict[str, Any]] = {
    "index": {
        "title": "Campaigns",
        "slug": "campaigns",
        "search_description": "What we say in public, with posters and cards to print.",
    },
    "november": {
        "title": "25 November",
        "slug": "25-november",
        "search_description": "Three words that anyone can say. For many women they are the first they hear, "
        "and they matter.",
        "slogan": "I believe you.",
        "poster_text": "If you are afraid of someone you love, you can talk about it. It is free, and you "
        "decide what to say.",
        "card_outside": "Have a good day",
        "body": [
            prose("""
                <h2>Why these words</h2>
                <p>Many women who live with violence stay silent for a long time. They fear that nobody will
                believe them, or that they will have to decide everything at once.</p>
                <p>The first answer matters. This year we ask everyone to learn to say “I believe you”, and
                not to ask “why don’t you leave?”.</p>"""),
            callout("calm", "If it is happening to you", "<p>You can talk to a trained person without saying "
                    "your name. You decide what to say. If the person who listens has a duty to report, "
                    "she tells you first.</p>"),
        ],
    },
}  # fmt: skip
