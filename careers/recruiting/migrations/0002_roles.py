"""The groups recruiter and publisher. Permissions are made after all migrations as a rule; here they are needed before."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from careers.recruiting.roles import ROLES


def create(apps, schema_editor):
    alias = schema_editor.connection.alias
    permissions = permissions_of_postings(apps, alias)
    for role, codenames in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=role)
        group.permissions.set(permissions.filter(codename__in=codenames))


def permissions_of_postings(apps, alias):
    config = apps.get_app_config("postings")
    # The app configurations of migrations have no models module, and create_permissions passes by such apps.
    config.models_module = True
    create_permissions(config, apps=apps, using=alias, verbosity=0)
    config.models_module = None
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.using(alias).get_or_create(
        app_label="postings", model="posting"
    )
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    permissions.get_or_create(content_type=kind, codename="publish_posting", defaults={"name": "Can publish posting"})
    return permissions.filter(content_type__app_label="postings")


def drop(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("recruiting", "0001_shared_cache"),
        ("postings", "0002_edition_triggers"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(create, drop)]
