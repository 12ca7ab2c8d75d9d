"""The last page: when not even the page for errors can be made, the numbers and a way out still come.

It asks nothing of Django, the database or the request.
"""

from http import HTTPStatus

EXIT = "https://www.meteoam.it/"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
}
"""What an answer gets that did not say otherwise, whoever made it."""

PAGE = """<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Amaranta</title>
<link rel="icon" href="data:,">
</head>
<body>
<p><a href="{exit}" rel="noreferrer nofollow"><big><b>Esci</b></big></a></p>
<h1>Qualcosa non ha funzionato</h1>
<p>{italian} <a href="/">Torna all’inizio</a></p>
<p lang="en">{english}</p>
<p>Sei in pericolo adesso? <a href="tel:112"><b>112</b></a></p>
<p>Aiuto contro la violenza, giorno e notte: <a href="tel:1522"><b>1522</b></a></p>
</body>
</html>
"""
OURS = (
    "È un problema nostro. Se stavi scrivendo, il messaggio non è stato ricevuto.",
    "It is our fault. If you were writing, your message was not received.",
)
ODD = (
    "La richiesta è arrivata in una forma che il sito non capisce: non è stato ricevuto niente.",
    "The request came in a form that this site does not understand: nothing was received.",
)

FULL = (
    "Stanno arrivando troppi file insieme: questo non è stato ricevuto. Riprova tra qualche minuto.",
    "Too many files are coming in at once: this one was not received. Try again in a few minutes.",
)


def bare_answer(status: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return headers and body for a status of 400 or above."""
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        italian, english = FULL
    else:
        italian, english = OURS if status >= HTTPStatus.INTERNAL_SERVER_ERROR else ODD
    body = PAGE.format(exit=EXIT, italian=italian, english=english).encode()
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **HEADERS}
    return list(headers.items()), body
