"""The text that an operator reads of a form; static/sealed/form.js writes the same."""

from django import forms
from django.http import QueryDict


def lines_of(form: forms.Form, posted: QueryDict) -> str:
    """Return a line for each answer of a valid form, as it was posted: a browser has nothing else either.

    What somebody typed never begins a line of the text, so it can't pass for another answer.
    """
    return "".join(_line(field.label, posted.getlist(field.html_name)) for field in form)


def _line(label: object, answers: list[str]) -> str:
    lines = "; ".join(answer for answer in answers if answer).splitlines()
    if len(lines) < 2:
        return f"{label}: {lines[0]}\n" if lines else ""
    return "\n".join([f"{label}:", *(f"  | {line}" for line in lines)]) + "\n"
