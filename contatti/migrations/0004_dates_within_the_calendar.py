from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from contatti.clock import FIRST_DAY, LAST_DAY


def bring_within(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A certificate without an end made every list of keys fail."""
    keys = apps.get_model("contatti", "OperatorCertificate").objects.using(schema_editor.connection.alias)
    keys.filter(not_after__gt=LAST_DAY).update(not_after=LAST_DAY)
    keys.filter(not_before__lt=FIRST_DAY).update(not_before=FIRST_DAY)


class Migration(migrations.Migration):
    dependencies = [("contatti", "0003_one_request_per_ticket")]

    operations = [migrations.RunPython(bring_within, migrations.RunPython.noop)]
