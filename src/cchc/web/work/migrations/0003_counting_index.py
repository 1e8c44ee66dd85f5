from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work", "0002_reminders")]

    operations = [
        migrations.AddIndex(
            model_name="occurrence",
            index=models.Index(
                fields=["plan", "unit", "state", "due_on", "done_on"],
                name="work_occurrence_counts",
            ),
        ),
    ]
