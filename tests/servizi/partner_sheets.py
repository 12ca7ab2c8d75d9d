"""Sheets of partners, as a coordinator writes and sends them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from servizi.partner_import.plan import Plan

HEADER = "chiave;nome;tipo;comune;comuni_serviti;in_breve;servizi;lingue;telefono;email"
GOOD = ";Gruppo;associazione;Bresso;Bresso | Cormano;Una frase;ascolto;it | ar;000 1;a@example.org"


def sheet(*lines: str, header: str = HEADER) -> str:
    return "\n".join([header, *lines])


def told(plan: Plan) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in plan.problems]


def upload(client: Client, data: bytes | str, name: str = "enti.csv") -> HttpResponse:
    file = SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data, "text/csv")
    return client.post(reverse("servizi_partners_import"), {"sheet": file})  # type: ignore[return-value]
