"""The two roles and what each may do. The superuser alone looks after people."""

WORDING = ("benefit", "benefitcategory", "boilerplate", "fieldofstudy", "location", "skill", "team", "term")
MEDIA = ("picture", "video")
ITEMS = ("posting", "qualification", "responsibility")
RECORDS = ("oldslug", "organisation", "postingchange", "postingevent")

RECRUITER = {
    *[f"{action}_{model}" for action in ("view", "add", "change") for model in WORDING + MEDIA + ITEMS],
    # A posting that students have ever seen is refused by the desk itself.
    *[f"delete_{model}" for model in (*ITEMS, *MEDIA)],
    *[f"view_{model}" for model in RECORDS],
    # Setting a warning aside; an error is the publisher's to waive.
    "add_waiver",
    "view_waiver",
}
ROLES = {
    "recruiter": RECRUITER,
    "publisher": RECRUITER | {"publish_posting", "change_organisation", "waive_error"},
}
