from typing import Any

from django.db import migrations

OF_OTHERS = ("change_image", "delete_image", "change_document", "delete_document")


def take_back_the_files(apps: Any, schema_editor: Any) -> None:
    """Take back what Wagtail grants its two default groups: changing and deleting everybody's files.

    Who adds a file goes on changing it. Grants that an administrator made below the root stay.
    """
    alias = schema_editor.connection.alias
    granted = apps.get_model("wagtailcore", "GroupCollectionPermission").objects.using(alias)
    granted.filter(
        group__name__in=("Editors", "Moderators"), collection__depth=1, permission__codename__in=OF_OTHERS
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0007_default_groups_change_no_page"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(take_back_the_files, migrations.RunPython.noop)]
