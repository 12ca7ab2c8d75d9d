from typing import Any

from django.db import migrations


def _change(apps: Any, alias: str, old: tuple[str, str], new: tuple[str, str]) -> None:
    """Make every task of the kind `old` one of the kind `new`: the same number, groups, workflows and pages."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind, _made = ContentType.objects.using(alias).get_or_create(app_label=new[0], model=new[1])
    for task in apps.get_model(*old).objects.using(alias).filter(content_type__model=old[1]):
        number, groups = task.pk, list(task.groups.values_list("pk", flat=True))
        task.delete(keep_parents=True)
        changed = apps.get_model(*new)(pk=number)
        changed.save_base(using=alias, raw=True)
        changed.groups.set(groups)
        apps.get_model("wagtailcore", "Task").objects.using(alias).filter(pk=number).update(content_type=kind)


WAGTAIL, OURS = ("wagtailcore", "groupapprovaltask"), ("home", "reviewtask")


def ask_for_reasons(apps: Any, schema_editor: Any) -> None:
    """Let whoever approves today go on doing so, and say why when a page goes back.

    Kinds of tasks that somebody wrote for one site stay as they are.
    """
    _change(apps, schema_editor.connection.alias, WAGTAIL, OURS)


def ask_for_none(apps: Any, schema_editor: Any) -> None:
    _change(apps, schema_editor.connection.alias, OURS, WAGTAIL)


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("home", "0010_review_task"),
    ]

    operations = [migrations.RunPython(ask_for_reasons, ask_for_none)]
