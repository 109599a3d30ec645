from .journal import JournalEntry
from .notices import Notice, NoticeChoice
from .people import Invitation
from .previews import PreviewAnswer, PreviewLink
from .steps import StepTaken

__all__ = ["Invitation", "JournalEntry", "Notice", "NoticeChoice", "PreviewAnswer", "PreviewLink", "StepTaken"]
