from django.db import migrations

from careers.find.search import triggers


class Migration(migrations.Migration):
    dependencies = [("find", "0002_search_index"), ("postings", "0002_edition_triggers")]
    operations = [migrations.RunPython(triggers.install, triggers.remove)]
