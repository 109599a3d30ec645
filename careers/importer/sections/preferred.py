"""Words by which an item among the requirements says that it is not demanded."""

import re

PREFERRED = re.compile(
    r"^\W*(?:\[?\(?(?:preferred|bonus(?: points)?(?: for| if)?|nice[- ]to[- ]have|desirable|optional|ideally|a"
    r" plus|plus)\b\]?\)?)"
    r"|\b(?:is|are|would be|will be|'d be|as|considered) (?:an? |also |added |highly |strongly |definite |big |great "
    r"|distinct )*(?:plus|bonus|advantage|advantageous|desirable"
    r"|desired|preferred|nice[- ]to[- ]have|beneficial|helpful|favou?rable|well regarded|highly regarded|not"
    r" required|not essential|not necessary)\b"
    r"|[(\[](?:\w+ ){0,3}(?:preferred|desirable|desired|a plus|bonus|nice[- ]to[- ]have|optional|advantageous|not"
    r" required|not essential)[)\]]"
    r"|(?:,|-|–|—) ?(?:preferred|desirable|a plus|a bonus|nice to have|optional|(?:but )?not (?:required"
    r"|essential|necessary))\W*$"
    r"|\bpreferred\W*$|\bbut not (?:required|essential)\b|\bhighly regarded\b|^(?![^.]*, with )[^.]{0,80}\ba plus\W*$",
    re.IGNORECASE,
)
