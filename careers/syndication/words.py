"""A posting in the words of search engines and aggregators; what they have no word for is left out."""

import re

# https://docs.indeed.com/indeed-apply/ and the XML feeds of others that follow it.
JOB_TYPES = {
    "INTERN": "internship",
    "FULL_TIME": "fulltime",
    "PART_TIME": "parttime",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
    "VOLUNTEER": "volunteer",
}
REMOTE_TYPES = {"remote": "Fully remote", "hybrid": "Hybrid remote"}
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


def plain_title(posting):
    """Return the title without the team in brackets behind it: search engines want nothing else in a title."""
    title = posting.title.strip()
    return BRACKETED.sub("", title) or title


def education(fact):
    """Return what one studies, of {name: text}: "Bachelor or Master. Computer science or law"."""
    return ". ".join(fact[name] for name in ("levels", "fields", "study_years") if fact.get(name))
