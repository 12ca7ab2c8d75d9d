from typing import Any

from django.db import migrations

PAGES, COLLECTION, APPROVAL = "Tutte le pagine", "Tutti i file", "Approvazione"


def rename(apps: Any, schema_editor: Any) -> None:
    """Say in Italian what Wagtail's first migration made in English, unless somebody gave it another name."""
    alias = schema_editor.connection.alias

    def rows(model: str, **default: Any) -> Any:
        return apps.get_model("wagtailcore", model).objects.using(alias).filter(**default)

    rows("Page", depth=1, title="Root").update(title=PAGES, draft_title=PAGES)
    rows("Collection", depth=1, name="Root").update(name=COLLECTION)
    for model in ("Task", "Workflow"):
        rows(model, name="Moderators approval").update(name=APPROVAL)


class Migration(migrations.Migration):
    dependencies = [("home", "0011_pages_come_back_with_a_reason")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
