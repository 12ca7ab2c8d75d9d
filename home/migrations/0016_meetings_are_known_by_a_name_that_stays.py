from typing import Any

import django.core.validators
from django.db import migrations, models

import home.models.campaign_events


def keep_numbers(apps: Any, schema_editor: Any) -> None:
    """Let each meeting keep the number by which calendars know it already, in its drafts too."""
    events = apps.get_model("home", "CampaignEvent").objects.using(schema_editor.connection.alias)
    pages: dict[str, dict[Any, str]] = {}
    for event in events.all():
        event.public_id = str(event.pk)
        event.save(update_fields=["public_id"])
        own = pages.setdefault(str(event.page_id), {})
        own[event.pk] = own[event.title, event.place] = event.public_id
    revisions = apps.get_model("wagtailcore", "Revision").objects.using(schema_editor.connection.alias)
    for revision in revisions.filter(object_id__in=pages, content_type__model="campaignpage"):
        known = pages[revision.object_id]
        for event in revision.content.get("events", []):
            found = known.get(event.get("pk")) or known.get((event.get("title"), event.get("place")))
            event["public_id"] = found or home.models.campaign_events.new_public_id()
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [("home", "0015_search_terms")]

    operations = [
        migrations.AddField(
            model_name="campaignevent",
            name="public_id",
            field=models.CharField(
                blank=True,
                default=home.models.campaign_events.new_public_id,
                max_length=32,
                validators=[django.core.validators.RegexValidator("^[0-9a-f]{1,32}\\Z")],
                verbose_name="sigla",
            ),
        ),
        migrations.RunPython(keep_numbers, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="materialasset",
            name="licence",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "La stessa del materiale"),
                    ("CC-BY-4.0", "CC BY 4.0"),
                    ("CC-BY-SA-4.0", "CC BY-SA 4.0"),
                    ("CC0-1.0", "CC0 1.0"),
                ],
                default="",
                max_length=20,
                verbose_name="licenza",
            ),
        ),
    ]
