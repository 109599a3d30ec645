from .outgoing import Digest, LinkRequest, SignUp, State
from .subscribers import Consent, Frequency, Subscriber, Subscription
from .tally import Tally
from .watches import Kind, Match, News, Notice, Watch

__all__ = [
    "Consent",
    "Digest",
    "Frequency",
    "Kind",
    "LinkRequest",
    "Match",
    "News",
    "Notice",
    "SignUp",
    "State",
    "Subscriber",
    "Subscription",
    "Tally",
    "Watch",
]
