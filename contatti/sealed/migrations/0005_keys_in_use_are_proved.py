"""Keys that were in use before there was a proof of reading go on; each is tested within the first week."""

import random
from datetime import timedelta

from django.db import migrations
from django.utils import timezone


def count_as_proved(apps, schema_editor):
    now = timezone.now()
    for key in apps.get_model("sealed", "OperatorCertificate").objects.filter(active=True):
        key.proved_at = now
        # Not all in one hour, by which a mail server would know them.
        key.test_due_at = now + timedelta(hours=random.randint(1, 7 * 24))
        key.save(update_fields=["proved_at", "test_due_at"])


class Migration(migrations.Migration):

    dependencies = [("sealed", "0004_reading_tests")]

    operations = [migrations.RunPython(count_as_proved, migrations.RunPython.noop)]
