from . import benefits, desk, people, places, postings, records, skills, wording

__all__ = ["benefits", "desk", "people", "places", "postings", "records", "skills", "wording"]
