from django.db import migrations, models

from careers.find.search import triggers
from careers.postings import triggers as edition_triggers


class Migration(migrations.Migration):
    """Number the marks beyond doubt and in the order of commits, and keep those worked off for indexes to follow."""

    dependencies = [("find", "0003_search_triggers"), ("postings", "0005_pictures_and_videos")]
    operations = [
        migrations.AddField("stale", "token", models.BigIntegerField(null=True)),
        migrations.CreateModel(
            name="Followed",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=13)),
                ("row_id", models.BigIntegerField()),
                ("token", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.RunPython(triggers.install, migrations.RunPython.noop),
        migrations.RunPython(edition_triggers.install, migrations.RunPython.noop),
    ]
