from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contatti', '0002_contact_page'),
    ]

    operations = [
        migrations.AddField(
            model_name='outboxitem',
            name='ticket_mark',
            field=models.BinaryField(max_length=32, null=True, unique=True),
        ),
    ]
