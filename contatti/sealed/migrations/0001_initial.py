
import django.core.validators
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Alarm',
            fields=[
                ('kind', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('since', models.DateTimeField()),
                ('mailed_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField(null=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='BounceMailbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('read_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, max_length=80)),
                ('unknown', models.PositiveIntegerField(default=0)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('process', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('beat_at', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='MailAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=16)),
                ('failures', models.PositiveSmallIntegerField()),
                ('code', models.CharField(blank=True, max_length=20)),
                ('next_try_at', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Mailbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='nome')),
                ('address', models.EmailField(help_text='Qui arrivano le richieste cifrate. Non viene mai mostrata sul sito.', max_length=254, verbose_name='casella di posta')),
                ('paused', models.BooleanField(default=False, help_text='Il modulo non offre questo sportello: mostra il telefono e il messaggio qui sotto.', verbose_name='in pausa')),
                ('pause_message', models.CharField(blank=True, help_text='Per esempio: «Fino al 31 agosto rispondiamo solo al telefono».', max_length=200, verbose_name='messaggio durante la pausa')),
                ('hourly_limit', models.PositiveIntegerField(default=60, help_text='Difende la casella da un invio automatico: oltre, il modulo indica il telefono.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='richieste all’ora, al massimo')),
            ],
            options={
                'verbose_name': 'casella di uno sportello',
                'verbose_name_plural': 'caselle degli sportelli',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='AcceptedCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hour', models.DateTimeField()),
                ('count', models.PositiveIntegerField(default=0)),
                ('mailbox', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sealed.mailbox')),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('hour', 'mailbox'), name='counter_once_per_hour_and_mailbox'), models.UniqueConstraint(condition=models.Q(('mailbox', None)), fields=('hour',), name='counter_once_per_hour')],
            },
        ),
        migrations.CreateModel(
            name='OperatorCertificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holder', models.CharField(help_text='Un ruolo, non un nome: per esempio «operatrice 1» o «coordinatrice».', max_length=80, verbose_name='chi apre i messaggi')),
                ('role', models.CharField(choices=[('operator', 'operatrice'), ('recovery', 'chiave di riserva')], default='operator', help_text='La chiave di riserva sta in cassaforte, fuori da ogni computer: si usa solo se tutte le altre si perdono. Da sola non basta per ricevere richieste.', max_length=8, verbose_name='tipo di chiave')),
                ('certificate', models.BinaryField(verbose_name='certificato')),
                ('fingerprint', models.CharField(editable=False, max_length=95, verbose_name='impronta SHA-256')),
                ('subject', models.CharField(editable=False, max_length=200, verbose_name='intestato a')),
                ('not_before', models.DateTimeField(editable=False, verbose_name='valido dal')),
                ('not_after', models.DateTimeField(editable=False, verbose_name='scade il')),
                ('added_at', models.DateField(auto_now_add=True, verbose_name='caricato il')),
                ('active', models.BooleanField(default=True, help_text='Togliete il segno quando chi ha la chiave non deve più leggere le nuove richieste.', verbose_name='in uso')),
                ('mailbox', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='certificates', to='sealed.mailbox', verbose_name='sportello')),
            ],
            options={
                'verbose_name': 'chiave di uno sportello',
                'verbose_name_plural': 'chiavi degli sportelli',
                'ordering': ('mailbox', 'role', 'holder'),
                'constraints': [models.UniqueConstraint(fields=('mailbox', 'fingerprint'), name='certificate_once_per_mailbox')],
            },
        ),
        migrations.CreateModel(
            name='OutboxItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('envelope', models.BinaryField()),
                ('submission_key', models.BinaryField(max_length=32, unique=True)),
                ('ticket_mark', models.BinaryField(max_length=32, null=True, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'in attesa'), ('refused', 'rifiutata'), ('uncertain', 'forse arrivata'), ('sent', 'spedita'), ('delivered', 'consegnata'), ('bounced', 'respinta')], default='waiting', max_length=9, verbose_name='stato')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='tentativi')),
                ('next_attempt_at', models.DateTimeField()),
                ('lease_until', models.DateTimeField(null=True)),
                ('lease_token', models.UUIDField(null=True)),
                ('accepted_hour', models.DateTimeField(verbose_name='ricevuta nell’ora')),
                ('sent_hour', models.DateTimeField(null=True, verbose_name='spedita nell’ora')),
                ('last_error', models.CharField(blank=True, max_length=80, verbose_name='ultimo errore')),
                ('error_code', models.CharField(blank=True, max_length=20, verbose_name='codice del server')),
                ('sending', models.PositiveIntegerField(default=0)),
                ('copies', models.PositiveSmallIntegerField(default=0)),
                ('message_id', models.CharField(blank=True, db_index=True, max_length=200)),
                ('provider_id', models.CharField(blank=True, db_index=True, max_length=200)),
                ('mailbox', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outbox', to='sealed.mailbox', verbose_name='sportello')),
            ],
            options={
                'verbose_name': 'richiesta in consegna',
                'verbose_name_plural': 'richieste in consegna',
                'default_permissions': ('view', 'change'),
                'indexes': [models.Index(fields=['state', 'next_attempt_at'], name='outbox_due')],
            },
        ),
    ]
