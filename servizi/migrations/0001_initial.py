
import django.core.validators
import django.db.models.deletion
import home.blocks.stream_field
import modelcluster.fields
import servizi.directory.telephones
import servizi.choice_set_field
import wagtail.contrib.routable_page.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        ('wagtailimages', '0027_image_description'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Comune',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='nome')),
                ('slug', models.SlugField(help_text='Minuscole e trattini. Per esempio: «cinisello-balsamo».', max_length=60, unique=True, verbose_name='nome negli indirizzi')),
                ('province', models.CharField(default='MI', max_length=2, validators=[django.core.validators.RegexValidator('^[A-Z]{2}$', 'Due lettere maiuscole, per esempio «MI».')], verbose_name='sigla della provincia')),
                ('network', models.CharField(blank=True, help_text='Il progetto che riunisce i Comuni vicini. Per esempio: «Rete nord».', max_length=60, verbose_name='rete')),
                ('patron_day', models.CharField(blank=True, help_text='Mese e giorno, nella forma MM-GG. Per esempio l’11 novembre è «11-11».', max_length=5, verbose_name='giorno del santo patrono')),
                ('patron_name', models.CharField(blank=True, help_text='Come si legge sul sito nei giorni di chiusura. Per esempio: «San Martino».', max_length=60, verbose_name='festa del santo patrono')),
                ('is_capital', models.BooleanField(default=False, help_text='Di un capoluogo il patrono è già noto: si scrive solo per correggerlo.', verbose_name='capoluogo di provincia')),
            ],
            options={
                'verbose_name': 'Comune',
                'verbose_name_plural': 'Comuni',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='DeskIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
            ],
            options={
                'verbose_name': 'elenco degli sportelli',
                'verbose_name_plural': 'elenchi degli sportelli',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='FigurePublication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.DateField(verbose_name='dal')),
                ('last', models.DateField(verbose_name='al')),
                ('threshold', models.PositiveSmallIntegerField(default=5, help_text='I numeri più piccoli di questo restano nascosti. Mai meno di 3.', validators=[django.core.validators.MinValueValidator(3)], verbose_name='soglia')),
                ('is_example', models.BooleanField(default=False, editable=False, verbose_name='dati di esempio')),
                ('published_at', models.DateTimeField(auto_now_add=True, verbose_name='pubblicata')),
                ('desks', models.JSONField(default=list, editable=False)),
                ('hidden', models.JSONField(default=list, editable=False)),
            ],
            options={
                'verbose_name': 'pubblicazione dei dati',
                'verbose_name_plural': 'pubblicazioni dei dati',
                'ordering': ['-last', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='FiguresPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.CharField(help_text='Una o due frasi semplici: che cosa si conta e perché.', max_length=300, verbose_name='introduzione')),
            ],
            options={
                'verbose_name': 'numeri della rete',
                'verbose_name_plural': 'numeri della rete',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='PartnerIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('lead', models.CharField(help_text='Una o due frasi semplici: chi si trova in questo elenco.', max_length=240, verbose_name='introduzione')),
            ],
            options={
                'verbose_name': 'elenco degli enti',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ProgrammeIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('lead', models.CharField(help_text='Per esempio: «Chi usa violenza può smettere. Qui c’è chi aiuta a farlo.»', max_length=240, verbose_name='introduzione')),
            ],
            options={
                'verbose_name': 'elenco dei programmi per chi usa violenza',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DeskPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('verified_on', models.DateField(editable=False, null=True, verbose_name='verificato il')),
                ('kind', models.CharField(choices=[('centro', 'Centro antiviolenza accreditato'), ('sede', 'Sportello di un centro antiviolenza'), ('sportello', 'Sportello di primo ascolto'), ('associazione', 'Associazione')], default='sportello', help_text='La pagina lo dice. Un centro accreditato è aperto almeno cinque giorni alla settimana e ha un telefono che risponde ogni giorno; con meno ore è uno sportello di un centro.', max_length=20, verbose_name='che cosa è')),
                ('intro', models.CharField(help_text='Una o due frasi. Per esempio: «Ascolto e orientamento, per decidere con calma.»', max_length=240, verbose_name='in breve')),
                ('by_appointment', models.BooleanField(default=False, help_text='Prima di venire bisogna telefonare o scrivere.', verbose_name='solo su appuntamento')),
                ('hours', home.blocks.stream_field.ContentField(blank=True, verbose_name='orari')),
                ('open_on_holidays', models.BooleanField(default=False, help_text='Feste nazionali e patrono del Comune: senza questa scelta sono giorni di chiusura.', verbose_name='aperto anche nei giorni di festa')),
                ('phones', home.blocks.stream_field.ContentField(blank=True, verbose_name='telefoni')),
                ('address', models.CharField(blank=True, help_text='Via e numero, senza il Comune. Per esempio: «Via dell’Esempio 1».', max_length=120, verbose_name='indirizzo')),
                ('door', models.CharField(blank=True, help_text='Per esempio: «sul campanello c’è scritto solo “Spazio famiglia”».', max_length=120, verbose_name='che cosa c’è scritto alla porta')),
                ('transport', models.CharField(blank=True, help_text='Per esempio: «tram 31, fermata Municipio, poi due minuti a piedi».', max_length=240, verbose_name='come arrivare')),
                ('steps', models.CharField(blank=True, help_text='Per esempio: «due gradini all’ingresso, rampa sul retro, ascensore».', max_length=240, verbose_name='scale e accessi')),
                ('services', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, help_text='Quello che si trova in questo sportello.', max_length=400, verbose_name='servizi')),
                ('languages', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, help_text='Lingue parlate da chi lavora qui.', max_length=400, verbose_name='lingue')),
                ('interpreters', models.CharField(blank=True, help_text='Per esempio: «arabo e cinese con due giorni di preavviso, gratis».', max_length=160, verbose_name='interpreti')),
                ('cost', models.CharField(default='Tutto è gratuito.', help_text='Una frase.', max_length=120, verbose_name='quanto costa')),
                ('who', models.CharField(blank=True, help_text='Ruoli, mai nomi. Per esempio: «un’operatrice formata; se vuoi, una psicologa».', max_length=240, verbose_name='chi c’è nella stanza')),
                ('comune', models.ForeignKey(help_text='Dove si trova. Decide la festa del patrono e chi può modificare la pagina.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='servizi.comune', verbose_name='Comune')),
                ('comuni_served', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Da quali Comuni si può venire. Nessuna scelta: da tutti.', related_name='+', to='servizi.comune', verbose_name='Comuni serviti')),
                ('verified_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verificato da')),
            ],
            options={
                'verbose_name': 'sportello',
                'verbose_name_plural': 'sportelli',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='DeskOperators',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='auth.group')),
                ('desk', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='servizi.deskpage')),
            ],
            options={
                'verbose_name': 'operatrici di uno sportello',
                'verbose_name_plural': 'operatrici degli sportelli',
            },
        ),
        migrations.CreateModel(
            name='PartnerSectionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('comune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='servizi.comune', verbose_name='Comune')),
            ],
            options={
                'verbose_name': 'sezione di un Comune',
                'verbose_name_plural': 'sezioni dei Comuni',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ProgrammePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('verified_on', models.DateField(editable=False, null=True, verbose_name='verificato il')),
                ('summary', models.CharField(help_text='Una frase per l’elenco. Per esempio: «Visite gratuite, anche senza appuntamento.»', max_length=240, verbose_name='in breve')),
                ('description', models.TextField(blank=True, help_text='Che cosa fa, come si arriva a un primo incontro, quanto costa. Frasi brevi.', verbose_name='descrizione')),
                ('services', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, max_length=400, verbose_name='servizi')),
                ('audiences', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, max_length=400, verbose_name='per chi')),
                ('languages', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, help_text='Le lingue parlate da chi risponde, o con interprete.', max_length=400, verbose_name='lingue')),
                ('internal_contact', models.TextField(blank=True, help_text='Solo per la redazione: non compaiono nel sito, nella ricerca né nei file esportati.', verbose_name='contatti interni')),
                ('protocol_signed_on', models.DateField(blank=True, help_text='La data di adesione al protocollo operativo della rete.', null=True, verbose_name='protocollo firmato il')),
                ('search_text', models.TextField(default='', editable=False)),
                ('phone', models.CharField(blank=True, help_text='Un solo numero. Per esempio: 02 0000 0001', max_length=25, validators=[servizi.directory.telephones.valid_number], verbose_name='telefono pubblico')),
                ('phone_hours', models.CharField(blank=True, help_text='Per esempio: «da lunedì a venerdì, 9-12; segreteria negli altri orari».', max_length=120, verbose_name='quando risponde')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail pubblica')),
                ('street_address', models.CharField(blank=True, help_text='Per esempio: Via dell’Esempio 1, 20000 Bresso', max_length=120, verbose_name='indirizzo')),
                ('access_notes', models.TextField(blank=True, help_text='Gradini, ascensore, mezzi pubblici, che cosa c’è scritto sulla porta.', verbose_name='come si entra')),
                ('website', models.URLField(blank=True, help_text='Per esempio: https://www.example.org', verbose_name='sito')),
                ('comuni', modelcluster.fields.ParentalManyToManyField(help_text='Chi abita in questi Comuni può rivolgersi qui.', related_name='+', to='servizi.comune', verbose_name='Comuni serviti')),
                ('verified_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verificato da')),
            ],
            options={
                'verbose_name': 'programma per chi usa violenza',
                'verbose_name_plural': 'programmi per chi usa violenza',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ShelterPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('verified_on', models.DateField(editable=False, null=True, verbose_name='verificato il')),
                ('summary', models.CharField(help_text='Una frase per l’elenco. Per esempio: «Visite gratuite, anche senza appuntamento.»', max_length=240, verbose_name='in breve')),
                ('description', models.TextField(blank=True, help_text='Che cosa fa, come si arriva a un primo incontro, quanto costa. Frasi brevi.', verbose_name='descrizione')),
                ('services', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, max_length=400, verbose_name='servizi')),
                ('audiences', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, max_length=400, verbose_name='per chi')),
                ('languages', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, help_text='Le lingue parlate da chi risponde, o con interprete.', max_length=400, verbose_name='lingue')),
                ('internal_contact', models.TextField(blank=True, help_text='Solo per la redazione: non compaiono nel sito, nella ricerca né nei file esportati.', verbose_name='contatti interni')),
                ('protocol_signed_on', models.DateField(blank=True, help_text='La data di adesione al protocollo operativo della rete.', null=True, verbose_name='protocollo firmato il')),
                ('search_text', models.TextField(default='', editable=False)),
                ('verified_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verificato da')),
            ],
            options={
                'verbose_name': 'casa rifugio',
                'verbose_name_plural': 'case rifugio',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='FigureSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.DateField(help_text='Primo giorno del periodo. Di solito il primo del mese.', verbose_name='dal')),
                ('last', models.DateField(help_text='Ultimo giorno del periodo, compreso.', verbose_name='al')),
                ('months', models.PositiveSmallIntegerField(default=1, help_text='Mesi di attività nel periodo: le medie si dividono per questo numero.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='mesi dichiarati')),
                ('hours', models.PositiveIntegerField(blank=True, help_text='Ore in cui lo sportello è stato davvero aperto, in numeri interi.', null=True, verbose_name='ore di apertura')),
                ('counts', models.JSONField(default=dict, editable=False)),
                ('complete', models.BooleanField(default=False, editable=False, verbose_name='completa')),
                ('saved_at', models.DateTimeField(auto_now=True, verbose_name='salvata')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figure_sheets', to='servizi.deskpage', verbose_name='sportello')),
            ],
            options={
                'verbose_name': 'scheda di rilevazione',
                'verbose_name_plural': 'schede di rilevazione',
                'ordering': ['-first', 'desk__title'],
                'constraints': [models.UniqueConstraint(fields=('desk', 'first'), name='one_sheet_per_desk_and_first_day'), models.CheckConstraint(condition=models.Q(('last__gte', models.F('first'))), name='sheet_ends_after')],
            },
        ),
        migrations.CreateModel(
            name='PartnerPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('verified_on', models.DateField(editable=False, null=True, verbose_name='verificato il')),
                ('summary', models.CharField(help_text='Una frase per l’elenco. Per esempio: «Visite gratuite, anche senza appuntamento.»', max_length=240, verbose_name='in breve')),
                ('description', models.TextField(blank=True, help_text='Che cosa fa, come si arriva a un primo incontro, quanto costa. Frasi brevi.', verbose_name='descrizione')),
                ('services', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, max_length=400, verbose_name='servizi')),
                ('audiences', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, max_length=400, verbose_name='per chi')),
                ('languages', servizi.choice_set_field.ChoiceSetField(blank=True, default=tuple, help_text='Le lingue parlate da chi risponde, o con interprete.', max_length=400, verbose_name='lingue')),
                ('internal_contact', models.TextField(blank=True, help_text='Solo per la redazione: non compaiono nel sito, nella ricerca né nei file esportati.', verbose_name='contatti interni')),
                ('protocol_signed_on', models.DateField(blank=True, help_text='La data di adesione al protocollo operativo della rete.', null=True, verbose_name='protocollo firmato il')),
                ('search_text', models.TextField(default='', editable=False)),
                ('phone', models.CharField(blank=True, help_text='Un solo numero. Per esempio: 02 0000 0001', max_length=25, validators=[servizi.directory.telephones.valid_number], verbose_name='telefono pubblico')),
                ('phone_hours', models.CharField(blank=True, help_text='Per esempio: «da lunedì a venerdì, 9-12; segreteria negli altri orari».', max_length=120, verbose_name='quando risponde')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail pubblica')),
                ('street_address', models.CharField(blank=True, help_text='Per esempio: Via dell’Esempio 1, 20000 Bresso', max_length=120, verbose_name='indirizzo')),
                ('access_notes', models.TextField(blank=True, help_text='Gradini, ascensore, mezzi pubblici, che cosa c’è scritto sulla porta.', verbose_name='come si entra')),
                ('website', models.URLField(blank=True, help_text='Per esempio: https://www.example.org', verbose_name='sito')),
                ('kind', models.CharField(choices=[('comune', 'Comune'), ('polizia', 'Forze dell’ordine'), ('ospedale', 'Ospedale e pronto soccorso'), ('consultorio', 'Consultorio familiare'), ('associazione', 'Associazione e volontariato'), ('avvocati', 'Tutela legale'), ('scuola', 'Scuola e ufficio scolastico')], max_length=20, verbose_name='tipo')),
                ('is_archive', models.BooleanField(default=False, help_text='Il nome resta nell’archivio dei progetti; nessun contatto viene pubblicato.', verbose_name='ente storico 2012-15')),
                ('comuni', modelcluster.fields.ParentalManyToManyField(help_text='Chi abita in questi Comuni può rivolgersi qui.', related_name='+', to='servizi.comune', verbose_name='Comuni serviti')),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='logo')),
                ('verified_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verificato da')),
            ],
            options={
                'verbose_name': 'ente della rete',
                'verbose_name_plural': 'enti della rete',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['comune', 'polizia', 'ospedale', 'consultorio', 'associazione', 'avvocati', 'scuola'])), name='partner_kind_is_public'), models.CheckConstraint(condition=models.Q(('is_archive', False), models.Q(('email', ''), ('phone', ''), ('phone_hours', ''), ('street_address', ''), ('website', '')), _connector='OR'), name='partner_archive_has_no_contacts')],
            },
            bases=('wagtailcore.page', models.Model),
        ),
    ]
