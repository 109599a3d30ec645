"""Whether what a student says meets what a posting states: pure rules, each with a sentence that names both."""

from .applicant import Applicant
from .assessment import RULES, Assessment, Obstacle, ask, assess, obstacle, too_late_words
from .dates import latest_start
from .stated import Stated
from .verdicts import Reason, Verdict

__all__ = [
    "RULES",
    "Applicant",
    "Assessment",
    "Obstacle",
    "Reason",
    "Stated",
    "Verdict",
    "ask",
    "assess",
    "latest_start",
    "obstacle",
    "too_late_words",
]
