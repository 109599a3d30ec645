from .benefits import Benefit, BenefitCategory
from .edition import Edition
from .items import Qualification, Responsibility
from .lifecycle import PostingEvent
from .media import Picture, Rendition, Video
from .places import Location, Team
from .posting import OldSlug, Posting, PostingChange
from .skills import FieldOfStudy, Skill, Term
from .wording import Boilerplate, Organisation

__all__ = [
    "Benefit",
    "BenefitCategory",
    "Boilerplate",
    "Edition",
    "FieldOfStudy",
    "Location",
    "OldSlug",
    "Organisation",
    "Picture",
    "Posting",
    "PostingChange",
    "PostingEvent",
    "Qualification",
    "Rendition",
    "Responsibility",
    "Skill",
    "Team",
    "Term",
    "Video",
]
