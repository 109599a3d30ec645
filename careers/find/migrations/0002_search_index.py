from django.db import migrations

from careers.find.search import index


class Migration(migrations.Migration):
    dependencies = [("find", "0001_search_documents")]
    operations = [migrations.RunPython(index.install, index.remove)]
