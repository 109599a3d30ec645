from . import alerts, benefits, desk, invitations, media, menu, people, places, postings, records, skills, wording

__all__ = [
    "alerts",
    "benefits",
    "desk",
    "invitations",
    "media",
    "menu",
    "people",
    "places",
    "postings",
    "records",
    "skills",
    "wording",
]
