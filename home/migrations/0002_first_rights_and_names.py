from typing import Any

from django.db import migrations

NAMES = {"Editors": "Chi scrive", "Moderators": "Chi modera"}
OF_OTHERS = ("change_image", "delete_image", "change_document", "delete_document")
PAGES, COLLECTION, APPROVAL = "Tutte le pagine", "Tutti i file", "Approvazione"


def take_back_the_root(apps: Any, schema_editor: Any) -> None:
    """Take back what Wagtail grants its two default groups: every page of the site, and everybody's files.

    Who may change what is granted section by section; who adds a file goes on changing it.
    """
    alias = schema_editor.connection.alias
    pages = apps.get_model("wagtailcore", "GroupPagePermission").objects.using(alias)
    pages.filter(group__name__in=NAMES, page__depth=1).delete()
    files = apps.get_model("wagtailcore", "GroupCollectionPermission").objects.using(alias)
    files.filter(
        group__name__in=NAMES, collection__depth=1, permission__codename__in=OF_OTHERS
    ).delete()


def ask_for_reasons(apps: Any, schema_editor: Any) -> None:
    """Make Wagtail's first approval one that gives a reason when a page goes back: same groups, same pages."""
    alias = schema_editor.connection.alias
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind, _made = ContentType.objects.using(alias).get_or_create(app_label="home", model="reviewtask")
    old = apps.get_model("wagtailcore", "GroupApprovalTask").objects.using(alias)
    for task in old.filter(content_type__model="groupapprovaltask"):
        number, groups = task.pk, list(task.groups.values_list("pk", flat=True))
        task.delete(keep_parents=True)
        changed = apps.get_model("home", "ReviewTask")(pk=number)
        changed.save_base(using=alias, raw=True)
        changed.groups.set(groups)
        apps.get_model("wagtailcore", "Task").objects.using(alias).filter(pk=number).update(content_type=kind)


def rename(apps: Any, schema_editor: Any) -> None:
    """Say in Italian what Wagtail's first migration made in English, unless somebody gave it another name."""
    alias = schema_editor.connection.alias

    def rows(model: str, **default: Any) -> Any:
        return apps.get_model("wagtailcore", model).objects.using(alias).filter(**default)

    rows("Page", depth=1, title="Root").update(title=PAGES, draft_title=PAGES)
    rows("Collection", depth=1, name="Root").update(name=COLLECTION)
    for model in ("Task", "Workflow"):
        rows(model, name="Moderators approval").update(name=APPROVAL)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for former, name in NAMES.items():
        if not groups.filter(name=name).exists():
            groups.filter(name=former).update(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunPython(take_back_the_root, migrations.RunPython.noop),
        migrations.RunPython(ask_for_reasons, migrations.RunPython.noop),
        migrations.RunPython(rename, migrations.RunPython.noop),
    ]
