from . import benefits, desk, invitations, media, people, places, postings, records, skills, wording

__all__ = ["benefits", "desk", "invitations", "media", "people", "places", "postings", "records", "skills", "wording"]
