from typing import Any

from django.db import migrations

NAMES = {"Editors": "Chi scrive", "Moderators": "Chi modera"}


def rename(apps: Any, schema_editor: Any) -> None:
    """Say in Italian what Wagtail's first migration made in English, unless such a group is there."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for former, name in NAMES.items():
        if not groups.filter(name=name).exists():
            groups.filter(name=former).update(name=name)


class Migration(migrations.Migration):
    dependencies = [("home", "0017_a_title_may_be_a_number"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
