from . import benefits, desk, places, postings, records, skills, wording

__all__ = ["benefits", "desk", "places", "postings", "records", "skills", "wording"]
