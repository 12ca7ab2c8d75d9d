
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('sealed', '0001_initial'),
        ('servizi', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('headline', models.CharField(default='Scrivi a uno sportello', max_length=80, verbose_name='titolo grande')),
                ('intro', wagtail.fields.RichTextField(blank=True, help_text='Due o tre frasi: che cosa si può chiedere, e che basta un nome inventato.', verbose_name='prima di scrivere')),
                ('readers', wagtail.fields.RichTextField(help_text='Chi legge la richiesta, per quanto tempo resta, e se qualcuno può avere il dovere di segnalare. Non promettete il segreto assoluto.', verbose_name='chi legge')),
                ('next_steps', wagtail.fields.RichTextField(help_text='Si legge sotto il modulo e dopo l’invio: entro quando rispondete, e come.', verbose_name='che cosa succede dopo')),
                ('verification', models.BooleanField(default=False, help_text='Solo se gli invii automatici superano le altre difese. Manda a Google l’indirizzo di chi scrive, dopo un suo clic, ed esclude chi naviga senza JavaScript.', verbose_name='chiedi la verifica di Google (reCAPTCHA)')),
            ],
            options={
                'verbose_name': 'modulo per scrivere',
                'verbose_name_plural': 'moduli per scrivere',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DeskMailbox',
            fields=[
                ('mailbox_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='sealed.mailbox')),
                ('desk', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mailbox', to='servizi.deskpage', verbose_name='sportello')),
            ],
            options={
                'verbose_name': 'casella di uno sportello',
                'verbose_name_plural': 'caselle degli sportelli',
            },
            bases=('sealed.mailbox',),
        ),
        migrations.CreateModel(
            name='ExtraQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('clean_name', models.CharField(blank=True, default='', help_text='Safe name of the form field, the label converted to ascii_snake_case', max_length=255, verbose_name='name')),
                ('default_value', models.TextField(blank=True, help_text='Default value. Comma or new line separated values supported for checkboxes.', verbose_name='default value')),
                ('label', models.CharField(max_length=120, verbose_name='domanda')),
                ('help_text', models.CharField(blank=True, max_length=240, verbose_name='aiuto sotto la domanda')),
                ('field_type', models.CharField(choices=[('singleline', 'una riga di testo'), ('multiline', 'più righe di testo'), ('dropdown', 'menu a tendina'), ('radio', 'una scelta sola'), ('checkboxes', 'più scelte')], max_length=16, verbose_name='tipo')),
                ('required', models.BooleanField(default=False, verbose_name='obbligatoria')),
                ('choices', models.TextField(blank=True, help_text='Una per riga. Solo per menu e scelte.', verbose_name='scelte')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='extra_questions', to='contatti.contactpage')),
            ],
            options={
                'verbose_name': 'domanda in più',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='QuestionWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(choices=[('safe', 'Adesso sei in un posto sicuro?'), ('desk', 'A quale sportello vuoi scrivere?'), ('wish', 'Che cosa ti serve?'), ('text', 'Se vuoi, raccontaci'), ('name', 'Come vuoi essere chiamata?'), ('language', 'In quale lingua preferisci parlare?'), ('interpreter', 'Ti serve un’interprete?')], max_length=12, verbose_name='domanda')),
                ('label', models.CharField(blank=True, max_length=120, verbose_name='domanda, con altre parole')),
                ('help_text', models.CharField(blank=True, max_length=240, verbose_name='aiuto sotto la domanda')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='contatti.contactpage')),
            ],
            options={
                'verbose_name': 'parole di una domanda',
                'constraints': [models.UniqueConstraint(fields=('page', 'question'), name='one_wording_per_question')],
            },
        ),
    ]
