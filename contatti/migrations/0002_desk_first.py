from typing import Any

from django.db import migrations, models

ASKED = "desk"


def forget_words_of_a_question_that_is_gone(apps: Any, schema_editor: Any) -> None:
    """The form is for one desk from its address on; drafts too must not offer words for that question."""
    apps.get_model("contatti", "QuestionWording").objects.filter(question=ASKED).delete()
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(
        content_type__app_label="contatti", content_type__model="contactpage"
    )
    for revision in revisions:
        wordings = revision.content.get("wordings", [])
        kept = [row for row in wordings if row["question"] != ASKED]
        if len(kept) < len(wordings):
            revision.content["wordings"] = kept
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):

    dependencies = [
        ('contatti', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.RunPython(forget_words_of_a_question_that_is_gone, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='questionwording',
            name='question',
            field=models.CharField(choices=[('safe', 'Adesso sei in un posto sicuro?'), ('wish', 'Che cosa ti serve?'), ('text', 'Se vuoi, raccontaci'), ('name', 'Come vuoi essere chiamata?'), ('language', 'In quale lingua preferisci parlare?'), ('interpreter', 'Ti serve un’interprete?')], max_length=12, verbose_name='domanda'),
        ),
    ]
