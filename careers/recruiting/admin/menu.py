"""The list of what can be edited, grouped by what recruiters do rather than by which app keeps it."""

from django.contrib import admin

GROUPS = (
    ("Postings", ("Posting",)),
    ("Shared wording", ("Boilerplate", "Benefit", "BenefitCategory", "Organisation", "Term")),
    ("Choices in a posting", ("Team", "Location", "FieldOfStudy", "Skill")),
    ("Pictures and videos", ("Picture", "Video")),
    ("People", ("User", "Invitation")),
)
# Whatever no group names, a model that is added later too.
REST = "Kept by the site"


def grouped(request, app_label=None):
    """Return Django's list of apps as groups of models, those of each group in its order."""
    apps = admin.AdminSite.get_app_list(admin.site, request, app_label)
    if app_label:
        return apps
    models = {model["object_name"]: model for app in apps for model in app["models"]}
    groups = [group(name, [models.pop(each) for each in names if each in models]) for name, names in GROUPS]
    return [each for each in [*groups, group(REST, list(models.values()))] if each["models"]]


def group(name, models):
    return {"name": name, "app_label": name.lower().replace(" ", "-"), "app_url": "", "models": models}


admin.site.get_app_list = grouped
