"""Let recruiters set warnings aside and publishers waive errors."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CODENAMES = {"recruiter": ["add_waiver", "view_waiver"], "publisher": ["add_waiver", "view_waiver", "waive_error"]}


def allow(apps, schema_editor):
    config = apps.get_app_config("consistency")
    # The app configurations of migrations have no models module, and create_permissions passes by such apps.
    config.models_module = True
    create_permissions(config, apps=apps, using=schema_editor.connection.alias, verbosity=0)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="consistency")
    for role, codenames in CODENAMES.items():
        group = apps.get_model("auth", "Group").objects.get(name=role)
        group.permissions.add(*permissions.filter(codename__in=codenames))


def forbid(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=CODENAMES):
        group.permissions.remove(*group.permissions.filter(content_type__app_label="consistency"))


class Migration(migrations.Migration):
    dependencies = [("recruiting", "0002_roles"), ("consistency", "0001_waivers")]
    operations = [migrations.RunPython(allow, forbid)]
