from .journal import JournalEntry
from .people import Invitation
from .previews import PreviewAnswer, PreviewLink
from .steps import StepTaken

__all__ = ["Invitation", "JournalEntry", "PreviewAnswer", "PreviewLink", "StepTaken"]
