"""The desks of the demonstration; their facts (hours, numbers, addresses) are those of the Italian pages."""

DESK_INDEX = {"title": "Desks and opening hours", "slug": "desks"}

DESKS = {
    "Spazio Sambuco Cinisello (esempio)": {
        "intro": "Someone to listen and explain, so that you can decide calmly, in your own time.",
        "door": "the bell just says “Centro”",
        "transport": "tram 0 to the Esempio stop, then a two-minute walk",
        "steps": "no steps; accessible toilet",
        "interpreters": "other languages with two days’ notice, free",
        "who": "a trained support worker; if you wish, a psychologist or a lawyer",
        "cost": "Everything is free.",
    },
    "Spazio Sambuco Bresso (esempio)": {
        "intro": "A quiet place to talk to a trained person.",
        "steps": "two steps at the entrance; ring and we will open the back way for you",
        "who": "a trained support worker",
        "cost": "Everything is free.",
    },
    "Sportello Glicine (esempio)": {
        "intro": "A first conversation, with legal and psychological advice.",
        "who": "two people trained to listen",
        "cost": "Everything is free.",
    },
}

PHONE_WORDS = {
    "Cellulare per appuntamenti e urgenze": "Mobile for appointments and urgent calls",
    "un’operatrice del centro": "a support worker of the centre",
}
