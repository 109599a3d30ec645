"""Let recruiters and publishers keep pictures and videos."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("recruiter", "publisher")
MODELS = ("picture", "video")


def allow(apps, schema_editor):
    config = apps.get_app_config("postings")
    # The app configurations of migrations have no models module, and create_permissions passes by such apps.
    config.models_module = True
    create_permissions(config, apps=apps, using=schema_editor.connection.alias, verbosity=0)
    config.models_module = None
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(*permissions(apps))


def forbid(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.remove(*permissions(apps))


def permissions(apps):
    rows = apps.get_model("auth", "Permission").objects
    return rows.filter(content_type__app_label="postings", content_type__model__in=MODELS)


class Migration(migrations.Migration):
    dependencies = [("recruiting", "0005_invitations_and_journal"), ("postings", "0005_pictures_and_videos")]
    operations = [migrations.RunPython(allow, forbid)]
