from typing import Any

from django.db import migrations


def take_back_the_root(apps: Any, schema_editor: Any) -> None:
    """Take back what Wagtail grants its two default groups: every page of the site, every desk among them.

    Who may change what is granted section by section. Grants that an administrator made below the root stay.
    """
    granted = apps.get_model("wagtailcore", "GroupPagePermission").objects.using(schema_editor.connection.alias)
    granted.filter(group__name__in=("Editors", "Moderators"), page__depth=1).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0006_reserved_phrases"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(take_back_the_root, migrations.RunPython.noop)]
