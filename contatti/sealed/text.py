"""The text that an operator reads of a form; static/sealed/form.js writes the same."""

from django import forms


def lines_of(form: forms.Form) -> str:
    """Return a line for each answer of a valid form.

    What somebody typed never begins a line of the text, so it can't pass for another answer.
    """
    return "".join(_line(field.label, form.cleaned_data.get(field.name)) for field in form)


def _line(label: object, answer: object) -> str:
    values = answer if isinstance(answer, list) else [answer]
    text = "; ".join(str(value) for value in values if value not in (None, "", False)).replace("\r\n", "\n")
    if "\n" not in text:
        return f"{label}: {text}\n" if text else ""
    return "\n".join([f"{label}:", *(f"  | {line}" for line in text.split("\n"))]) + "\n"
