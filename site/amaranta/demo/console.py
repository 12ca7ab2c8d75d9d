"""The model answers of the demonstration's desks."""

from contatti.models import ModelAnswer

from .content_files import read_rows

ANSWERS = "it/risposte.yaml"


def build_model_answers() -> None:
    """Make those that are missing, for every desk."""
    for row in read_rows(ANSWERS):
        ModelAnswer.objects.get_or_create(
            title=row["title"], language=row["language"], mailbox=None, defaults={"text": row["text"]}
        )
