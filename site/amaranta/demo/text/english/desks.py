"""The desks of the demonstration; their facts (hours, numbers, addresses) are those of the Italian pages."""

DESK_INDEX = {"title": "Desks and opening hours", "slug": "desks"}

DESKS = {
    "Centro Donna Insieme Cinisello": {
        "intro": "Somebody listens and explains, so that you can decide calmly and without haste.",
        "door": "the bell just says “Centro”",
        "transport": "tram 0, stop Esempio, then two minutes on foot",
        "steps": "no steps; accessible toilet",
        "interpreters": "other languages with two days’ notice, free",
        "who": "a trained support worker; if you wish, a psychologist or a lawyer",
        "cost": "Everything is free.",
    },
    "Centro Donna Insieme Bresso": {
        "intro": "A quiet place to talk to a trained person.",
        "steps": "two steps at the entrance; ring and we open the way at the back",
        "who": "a trained support worker",
        "cost": "Everything is free.",
    },
    "Sportello Al tuo fianco": {
        "intro": "A first conversation, with legal and psychological advice.",
        "who": "two people trained to listen",
        "cost": "Everything is free.",
    },
}

PHONE_WORDS = {
    "Cellulare per appuntamenti e urgenze": "Mobile for appointments and urgent calls",
    "un’operatrice del centro": "a support worker of the centre",
}
