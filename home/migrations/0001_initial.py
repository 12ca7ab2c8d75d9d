
import django.core.validators
import django.db.models.deletion
import home.blocks.stream_field
import home.models.campaign_events
import modelcluster.fields
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        ('wagtaildocs', '0014_alter_document_file_size'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArchivePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
                ('period', models.CharField(help_text='Per esempio: «2013–2015».', max_length=60, verbose_name='periodo')),
                ('places', models.CharField(help_text='I Comuni, separati da virgole.', max_length=240, verbose_name='luoghi')),
                ('source', models.CharField(help_text='Il documento da cui viene il racconto, con la sua data.', max_length=240, verbose_name='fonte')),
            ],
            options={
                'verbose_name': 'progetto in archivio',
                'verbose_name_plural': 'progetti in archivio',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CampaignIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
            ],
            options={
                'verbose_name': 'elenco delle campagne',
                'verbose_name_plural': 'elenchi delle campagne',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='CampaignPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
                ('slogan', models.TextField(help_text='Poche parole, grandi sulla locandina. Vai a capo dove la locandina deve andare a capo.', max_length=80, verbose_name='slogan')),
                ('drawing', models.CharField(choices=[('ramo', 'Ramo di amaranto'), ('porta', 'Porta aperta'), ('pane', 'Pane')], default='ramo', max_length=20, verbose_name='disegno')),
                ('poster_text', models.CharField(help_text='Sotto lo slogan. Per esempio: «Se hai paura di qualcuno, puoi parlarne. È gratuito, e decidi tu che cosa dire.»', max_length=120, verbose_name='testo della locandina')),
                ('card_outside', models.CharField(default='Buona giornata', help_text='La faccia che chiunque può vedere: non deve dire di che cosa si tratta.', max_length=28, verbose_name='parole fuori sul cartoncino')),
                ('starts_on', models.DateField(verbose_name='dal')),
                ('ends_on', models.DateField(help_text='Compreso. Dopo, la campagna resta tra quelle passate.', verbose_name='al')),
                ('partners', home.blocks.stream_field.ContentField(blank=True, verbose_name='chi partecipa')),
                ('materials', home.blocks.stream_field.ContentField(blank=True, verbose_name='materiali collegati')),
            ],
            options={
                'verbose_name': 'campagna',
                'verbose_name_plural': 'campagne',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='HelpPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
                ('plain_word', models.CharField(blank=True, help_text='Sta accanto ad «Amaranta» nella scheda e nella cronologia del telefono: non deve dire di che cosa si parla. Per esempio: «Informazioni». Se non scrivi niente, il titolo ha un numero.', max_length=30, verbose_name='parola neutra')),
                ('readers', models.CharField(choices=[('herself', 'chi subisce violenza'), ('case', 'chi subisce violenza, in un caso particolare'), ('others', 'chi le è vicino'), ('workers', 'chi lavora con le persone'), ('users', 'chi usa violenza e vuole smettere'), ('site', 'chi vuole sapere del sito')], default='herself', help_text='Decide il posto tra i risultati della ricerca. Una pagina per chi usa violenza compare solo a chi parla della propria.', max_length=10, verbose_name='per chi')),
            ],
            options={
                'verbose_name': 'pagina di aiuto',
                'verbose_name_plural': 'pagine di aiuto',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('headline', models.CharField(help_text='La prima frase che si legge. Per esempio: «Non sei sola.»', max_length=80, verbose_name='titolo grande')),
                ('lead', models.CharField(help_text='Una o due frasi semplici: chi siamo, e che il servizio è gratuito e riservato.', max_length=240, verbose_name='introduzione')),
                ('doors', home.blocks.stream_field.ContentField(blank=True, help_text='I riquadri sotto la prima schermata: ognuno porta a una pagina.', verbose_name='porte')),
                ('featured', home.blocks.stream_field.ContentField(blank=True, help_text='La campagna o la notizia del momento. Vuoto: la campagna in corso, se c’è.', verbose_name='in evidenza')),
            ],
            options={
                'verbose_name': 'pagina iniziale',
                'verbose_name_plural': 'pagine iniziali',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='InformationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
            ],
            options={
                'verbose_name': 'pagina pubblica',
                'verbose_name_plural': 'pagine pubbliche',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='InterruptionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('headline', models.CharField(max_length=80, verbose_name='titolo grande')),
                ('sentences', home.blocks.stream_field.ContentField(help_text='Frasi brevi: cosa fa l’uscita, come usare un altro telefono, come tornare indietro.', verbose_name='frasi')),
            ],
            options={
                'verbose_name': 'pagina prima di continuare',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='MaterialIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('disclosure', wagtail.fields.RichTextField(blank=True, help_text='Si legge in fondo a ogni materiale che non ha parole sue. Vuoto: valgono quelle proposte da noi.', verbose_name='se qualcuno si confida')),
            ],
            options={
                'verbose_name': 'biblioteca per le scuole',
                'verbose_name_plural': 'biblioteche per le scuole',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='MaterialPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('aims', models.TextField(help_text='Uno per riga. Per esempio: «Riconoscere uno stereotipo in una frase».', verbose_name='obiettivi')),
                ('needs', models.TextField(blank=True, help_text='Una cosa per riga.', verbose_name='che cosa serve')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
                ('content_note', models.TextField(blank=True, help_text='Di che cosa si parla che può toccare qualcuno in classe, e come lo si tratta.', verbose_name='nota sul contenuto')),
                ('disclosure', wagtail.fields.RichTextField(blank=True, help_text='Vuoto: valgono le parole della biblioteca.', verbose_name='se qualcuno si confida')),
                ('level', models.CharField(choices=[('infanzia', 'Infanzia'), ('primaria', 'Primaria'), ('secondaria-1', 'Secondaria di primo grado'), ('secondaria-2', 'Secondaria di secondo grado'), ('adulti', 'CPIA e adulti')], max_length=20, verbose_name='scuola')),
                ('age_from', models.PositiveSmallIntegerField(help_text='Anni.', verbose_name='età, da')),
                ('age_to', models.PositiveSmallIntegerField(blank=True, help_text='Anni.', null=True, verbose_name='età, fino a')),
                ('minutes', models.PositiveSmallIntegerField(help_text='Minuti in tutto.', validators=[django.core.validators.MinValueValidator(5)], verbose_name='durata')),
                ('kind', models.CharField(choices=[('lezione', 'Piano di lezione'), ('scheda', 'Scheda di lavoro'), ('cartellone', 'Cartellone'), ('attivita', 'Attività o gioco'), ('presentazione', 'Presentazione'), ('video', 'Video')], max_length=20, verbose_name='tipo')),
                ('subject', models.CharField(choices=[('educazione-civica', 'Educazione civica'), ('italiano', 'Italiano'), ('storia', 'Storia e geografia'), ('arte', 'Arte e immagine'), ('diritto', 'Diritto ed economia'), ('scienze', 'Scienze e tecnologia'), ('italiano-l2', 'Italiano per chi lo impara')], max_length=20, verbose_name='materia')),
                ('nucleus', models.CharField(blank=True, choices=[('costituzione', 'Costituzione'), ('sostenibilita', 'Sviluppo economico e sostenibilità'), ('digitale', 'Cittadinanza digitale')], max_length=20, verbose_name='nucleo di educazione civica')),
                ('language', models.CharField(choices=[('it', 'Italiano'), ('en', 'English'), ('fr', 'Français'), ('es', 'Español'), ('ro', 'Română'), ('sq', 'Shqip'), ('uk', 'Українська'), ('ar', 'العربية'), ('zh', '中文')], default='it', max_length=5, verbose_name='lingua del materiale')),
                ('needs_operator', models.BooleanField(default=False, help_text='Chi insegna non lo può fare da solo.', verbose_name='serve un’operatrice')),
                ('is_plain', models.BooleanField(default=False, verbose_name='parole semplici')),
                ('has_large_print', models.BooleanField(default=False, verbose_name='caratteri grandi')),
                ('needs_no_reading', models.BooleanField(default=False, verbose_name='si può fare senza leggere né scrivere')),
                ('has_symbols', models.BooleanField(default=False, verbose_name='simboli (CAA)')),
                ('has_captions', models.BooleanField(default=False, verbose_name='sottotitoli')),
                ('has_sign_language', models.BooleanField(default=False, verbose_name='LIS')),
                ('authors', models.CharField(help_text='Un ruolo o un gruppo, non una persona. Per esempio: «Gruppo scuola della rete».', max_length=160, verbose_name='autori')),
                ('licence', models.CharField(choices=[('CC-BY-4.0', 'CC BY 4.0'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0'), ('CC0-1.0', 'CC0 1.0')], default='CC-BY-4.0', max_length=20, verbose_name='licenza')),
                ('version', models.CharField(default='1.0', max_length=12, validators=[django.core.validators.RegexValidator('^[0-9]+(\\.[0-9]+)*$', 'Numeri e punti. Per esempio: «1.2».')], verbose_name='versione')),
                ('version_date', models.DateField(verbose_name='del')),
            ],
            options={
                'verbose_name': 'materiale per la scuola',
                'verbose_name_plural': 'materiali per la scuola',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PrivatePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
            ],
            options={
                'verbose_name': 'pagina privata',
                'verbose_name_plural': 'pagine private',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ProofPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('headline', models.CharField(max_length=80, verbose_name='titolo grande')),
                ('intro', wagtail.fields.RichTextField(verbose_name='introduzione')),
            ],
            options={
                'verbose_name': 'cosa sa di te questo sito',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ReservedPhrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.CharField(help_text='Per ricordartene. Non scrivere qui la parola. Per esempio: «seconda casa, via».', max_length=80, verbose_name='a che cosa si riferisce')),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('words', models.PositiveSmallIntegerField(editable=False)),
                ('probe', models.CharField(editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'parola riservata',
                'verbose_name_plural': 'parole riservate',
                'ordering': ('note',),
            },
        ),
        migrations.CreateModel(
            name='RightsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('search_terms', models.TextField(blank=True, help_text='Una per riga, come le scrive chi ha bisogno: «mi ha strozzata». Chi le cerca nel sito trova questa pagina per prima. Non si vedono sulla pagina.', verbose_name='parole con cui si cerca')),
                ('body', home.blocks.stream_field.ContentField(blank=True, verbose_name='contenuto')),
                ('plain_word', models.CharField(blank=True, help_text='Sta accanto ad «Amaranta» nella scheda e nella cronologia del telefono: non deve dire di che cosa si parla. Per esempio: «Informazioni». Se non scrivi niente, il titolo ha un numero.', max_length=30, verbose_name='parola neutra')),
                ('law_reference', models.TextField(help_text='Uno per riga. Per esempio: «Art. 76, comma 4-ter, d.P.R. 115/2002».', verbose_name='riferimenti di legge')),
                ('verified_on', models.DateField(help_text='Quando qualcuno ha riletto la legge.', verbose_name='verificato il')),
                ('expires_on', models.DateField(help_text='Dopo questo giorno la pagina avvisa chi legge, e tu trovi un compito nella bacheca.', verbose_name='da ricontrollare entro')),
                ('lawyer_read_on', models.DateField(blank=True, help_text='Vuoto: la pagina dice che nessuna avvocata l’ha ancora riletta.', null=True, verbose_name='riletta da un’avvocata il')),
            ],
            options={
                'verbose_name': 'pagina su un diritto',
                'verbose_name_plural': 'pagine sui diritti',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SafeBrowsingPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('headline', models.CharField(max_length=80, verbose_name='titolo grande')),
                ('intro', wagtail.fields.RichTextField(verbose_name='introduzione')),
                ('guides', home.blocks.stream_field.ContentField(help_text='Una voce per ogni browser e sistema. Provate i passaggi su un telefono vero.', verbose_name='browser')),
                ('verified_on', models.DateField(help_text='I browser cambiano: riprovate ogni sei mesi.', verbose_name='passaggi provati il')),
            ],
            options={
                'verbose_name': 'navigare con più sicurezza',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CampaignEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(blank=True, default=home.models.campaign_events.new_public_id, max_length=32, validators=[django.core.validators.RegexValidator('^[0-9a-f]{1,32}\\Z')], verbose_name='sigla')),
                ('title', models.CharField(help_text='Per esempio: «Letture ad alta voce».', max_length=120, verbose_name='che cosa')),
                ('place', models.CharField(help_text='Luogo, via e Comune. Per esempio: «Biblioteca, Via dell’Esempio 10, Bresso».', max_length=160, verbose_name='dove')),
                ('starts_at', models.DateTimeField(verbose_name='comincia')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='finisce')),
                ('description', models.TextField(blank=True, help_text='Due frasi: che cosa succede, per chi, se bisogna iscriversi.', verbose_name='spiegazione')),
                ('by_invitation', models.BooleanField(default=False, help_text='Si vede nella pagina, ma non si può mettere in calendario.', verbose_name='su invito')),
                ('is_cancelled', models.BooleanField(default=False, help_text='Resta nella pagina, e chi l’ha in calendario lo viene a sapere.', verbose_name='annullato')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='home.campaignpage')),
            ],
            options={
                'verbose_name': 'appuntamento pubblico',
                'verbose_name_plural': 'appuntamenti pubblici',
                'ordering': ['starts_at'],
            },
        ),
        migrations.CreateModel(
            name='MaterialAsset',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('title', models.CharField(max_length=120, verbose_name='nome da mostrare')),
                ('authors', models.CharField(max_length=160, verbose_name='autori')),
                ('licence', models.CharField(blank=True, choices=[('', 'La stessa del materiale'), ('CC-BY-4.0', 'CC BY 4.0'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0'), ('CC0-1.0', 'CC0 1.0')], default='', max_length=20, verbose_name='licenza')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtaildocs.document', verbose_name='file')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='assets', to='home.materialpage')),
            ],
            options={
                'verbose_name': 'file in più',
                'verbose_name_plural': 'file in più',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
            ],
            options={
                'verbose_name': 'approvazione della rete',
                'verbose_name_plural': 'approvazioni della rete',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='SiteSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('emergency_number', models.CharField(default='112', max_length=12, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 ]*\\Z', 'Solo cifre e spazi, per esempio «112».')], verbose_name='numero di emergenza')),
                ('helpline_number', models.CharField(default='1522', help_text='Il numero nazionale antiviolenza e stalking.', max_length=20, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 ]*\\Z', 'Solo cifre e spazi, per esempio «112».')], verbose_name='numero antiviolenza')),
                ('helpline_note', models.CharField(default='gratuito, sempre attivo', help_text='Poche parole accanto al numero.', max_length=120, verbose_name='nota sul numero antiviolenza')),
                ('exit_destination', models.URLField(choices=[('https://www.meteoam.it/', 'Meteo (Aeronautica Militare)'), ('https://it.wikipedia.org/', 'Enciclopedia (Wikipedia)'), ('https://www.treccani.it/', 'Dizionario (Treccani)'), ('https://www.openstreetmap.org/', 'Mappa (OpenStreetMap)')], default='https://www.meteoam.it/', help_text='Un sito neutro: nessuna pubblicità, nessun contenuto personale, credibile per chiunque.', verbose_name='dove porta l’uscita rapida')),
                ('exit_label', models.CharField(choices=[('leave', 'Esci'), ('leave_now', 'Esci subito'), ('close', 'Chiudi')], default='leave', help_text='La parola sul pulsante in fondo a ogni pagina.', max_length=12, verbose_name='scritta dell’uscita rapida')),
                ('is_demonstration', models.BooleanField(default=False, help_text='Ogni pagina dice che sportelli, telefoni e orari sono inventati. Togli la spunta quando sono veri.', verbose_name='è una dimostrazione')),
                ('owner', models.CharField(blank=True, help_text='Il nome dell’ente. Nei testi si scrive {{ente}}.', max_length=120, verbose_name='chi gestisce il sito')),
                ('who_reads', models.TextField(blank=True, help_text='Chi sono, e per quale ente lavorano. Nei testi si scrive {{chi-legge}}.', verbose_name='chi legge le richieste')),
                ('answer_time', models.CharField(blank=True, help_text='Una frase. Per esempio: «Entro due giorni di apertura.» Nei testi: {{quando-rispondono}}.', max_length=200, verbose_name='in quanto tempo si risponde')),
                ('duty_read_on', models.DateField(blank=True, help_text='Quando una persona esperta di diritto ha riletto le pagine che parlano del dovere di segnalare.', null=True, verbose_name='dovere di segnalare: testo riletto il')),
                ('controller', models.TextField(blank=True, help_text='Ente o enti contitolari, indirizzo, contatti, accordo. Nei testi si scrive {{titolare}}.', verbose_name='titolare del trattamento')),
                ('data_protection_officer', models.TextField(blank=True, help_text='Nome o ufficio, e contatti. Nei testi si scrive {{dpo}}.', verbose_name='responsabile della protezione dei dati')),
                ('legal_basis', models.TextField(blank=True, help_text='Con gli articoli di legge. Nei testi si scrive {{base-giuridica}}.', verbose_name='base giuridica')),
                ('processors', models.TextField(blank=True, help_text='Per esempio chi ospita il server e la posta. Nei testi si scrive {{fornitori}}.', verbose_name='chi tratta i dati per conto del titolare')),
                ('storage', models.TextField(blank=True, help_text='Luogo del server, copie di riserva, registri della posta, tempi dello sportello. Nei testi si scrive {{luogo-dei-dati}}.', verbose_name='dove stanno i dati, e per quanto')),
                ('accessibility_status', models.TextField(blank=True, help_text='Conforme, parzialmente conforme o non conforme; che cosa manca; data e metodo della verifica. Nei testi si scrive {{conformita}}.', verbose_name='stato di conformità')),
                ('accessibility_contact', models.CharField(blank=True, help_text='Posta o telefono, e in quanti giorni si risponde. Nei testi si scrive {{segnalazioni}}.', max_length=200, verbose_name='a chi segnalare un problema')),
                ('accessibility_declaration', models.CharField(blank=True, help_text='Una frase con l’indirizzo della dichiarazione. Nei testi si scrive {{dichiarazione}}.', max_length=200, verbose_name='dichiarazione su form.agid.gov.it')),
                ('press_contact', models.CharField(blank=True, help_text='Ufficio, telefono, posta. Nei testi si scrive {{stampa}}.', max_length=200, verbose_name='contatto per la stampa')),
                ('accessibility_page', models.ForeignKey(blank=True, help_text='Richiesta dalla legge 4/2004: il collegamento è in fondo a ogni pagina.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='dichiarazione di accessibilità')),
                ('contact_page', models.ForeignKey(blank=True, help_text='La pagina a cui porta «Scrivi a uno sportello» in tutto il sito.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='pagina per scrivere')),
                ('desks_page', models.ForeignKey(blank=True, help_text='L’elenco degli sportelli e degli orari.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='pagina degli sportelli')),
                ('interruption_page', models.ForeignKey(blank=True, help_text='Si legge prima delle pagine riservate, che restano tutte sotto il suo indirizzo. Senza questa pagina la navigazione discreta è spenta.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='home.interruptionpage', verbose_name='pagina prima di continuare')),
                ('privacy_page', models.ForeignKey(blank=True, help_text='L’informativa: il collegamento è in fondo a ogni pagina.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='pagina sulla riservatezza')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'impostazioni del sito',
            },
        ),
        migrations.CreateModel(
            name='MaterialFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.CharField(max_length=4)),
                ('file', models.FileField(max_length=200, upload_to='scuole')),
                ('size', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=64)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='home.materialpage')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('page', 'format'), name='one_file_of_each_format')],
            },
        ),
    ]
