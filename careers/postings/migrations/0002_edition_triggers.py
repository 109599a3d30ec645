from django.db import migrations

from careers.postings import triggers


class Migration(migrations.Migration):
    dependencies = [("postings", "0001_the_record")]
    operations = [migrations.RunPython(triggers.install, triggers.remove)]
