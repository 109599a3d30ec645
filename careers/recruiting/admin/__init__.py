from . import benefits, desk, invitations, people, places, postings, records, skills, wording

__all__ = ["benefits", "desk", "invitations", "people", "places", "postings", "records", "skills", "wording"]
