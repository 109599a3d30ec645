"""The closed sets of the record."""

from babel import Locale
from django.db.models import TextChoices

GROUPS = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
COUNTRY_NAMES = {
    code: name for code, name in Locale("en", "AU").territories.items() if code.isalpha() and code not in GROUPS
}


def countries():
    """Return (ISO 3166-1 alpha-2 code, name in Unicode's CLDR) pairs by name; called, so no migration lists them."""
    return sorted(COUNTRY_NAMES.items(), key=lambda country: country[1])


class EmploymentType(TextChoices):
    """schema.org's employmentType."""

    INTERN = "INTERN", "Internship"
    FULL_TIME = "FULL_TIME", "Full time"
    PART_TIME = "PART_TIME", "Part time"
    CONTRACTOR = "CONTRACTOR", "Contract"
    TEMPORARY = "TEMPORARY", "Temporary"
    VOLUNTEER = "VOLUNTEER", "Volunteer"
    PER_DIEM = "PER_DIEM", "By the day"
    OTHER = "OTHER", "Other"


class WorkMode(TextChoices):
    ONSITE = "onsite", "On site"
    HYBRID = "hybrid", "Hybrid"
    REMOTE = "remote", "Remote"


class DegreeLevel(TextChoices):
    BACHELOR = "bachelor", "Bachelor"
    MASTER = "master", "Master"
    PHD = "phd", "PhD"
    OTHER = "other", "Other study"


class StudyYear(TextChoices):
    FIRST = "first", "First year"
    SECOND = "second", "Second year"
    THIRD = "third", "Third year"
    FOURTH = "fourth", "Fourth year"
    PENULTIMATE = "penultimate", "Second-last year"
    FINAL = "final", "Final year"


class WorkRight(TextChoices):
    CITIZEN = "citizen", "Citizens"
    RESIDENT = "resident", "Permanent residents"
    STUDENT_VISA = "student-visa", "Student visa holders"
    OTHER_VISA = "other-visa", "Holders of another visa with work rights"


class PayPeriod(TextChoices):
    HOUR = "hour", "an hour"
    DAY = "day", "a day"
    WEEK = "week", "a week"
    FORTNIGHT = "fortnight", "a fortnight"
    MONTH = "month", "a month"
    YEAR = "year", "a year"


class PaySuper(TextChoices):
    PLUS = "plus", "plus super"
    INCLUDED = "included", "including super"


class Status(TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    CLOSED = "closed", "Closed"
    ARCHIVED = "archived", "Archived"


class ClosedReason(TextChoices):
    FILLED = "filled", "All places are filled"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EXPIRED = "expired", "The closing date has passed"
    OTHER = "other", "Closed"


class QualificationKind(TextChoices):
    MINIMUM = "minimum", "Minimum"
    PREFERRED = "preferred", "Preferred"


class SkillsRule(TextChoices):
    ALL = "all", "All of them"
    ANY_OF = "any_of", "At least one of them"
    EXAMPLES = "examples", "Examples, none is demanded"


class BoilerplateKey(TextChoices):
    PROGRAMME = "programme", "The programme"
    ABOUT = "about", "About the company"
    WHY_JOIN = "why_join", "Why join"
    DIVERSITY = "diversity", "Diversity and inclusion"
    ACKNOWLEDGMENT = "acknowledgment", "Acknowledgment of Country"
    PRIVACY = "privacy", "Consent to the privacy policy"
    STUDENT_VISA = "student_visa", "Working on a student visa"
    APPLICATION_STEPS = "application_steps", "How to apply"
    AFTER_YOU_APPLY = "after_you_apply", "What happens after you apply"
    ADJUSTMENTS = "adjustments", "Adjustments"
    EQUAL_OPPORTUNITY = "equal_opportunity", "Equal opportunity"
    FIRST_NATIONS_PATHWAY = "first_nations_pathway", "First Nations pathway"


class Place(TextChoices):
    """Where a shared text shows."""

    HOME = "home", "Home page"
    POSTING = "posting", "Every posting"
    ABOUT = "about", "About page"
    PRIVACY = "privacy", "Privacy page"
    FOOTER = "footer", "Foot of every page"
