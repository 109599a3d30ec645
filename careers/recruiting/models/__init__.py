from .journal import JournalEntry
from .people import Invitation
from .steps import StepTaken

__all__ = ["Invitation", "JournalEntry", "StepTaken"]
