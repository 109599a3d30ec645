"""What stands in a copied advert without belonging to it, and sentences that open a text of law or contact."""

import re
from collections.abc import Iterator

from careers.importer.data import load

NOISE = {reason: re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)
         for reason, forms in load("noise").items()}  # fmt: skip
INLINE = re.compile(
    r"(?:Want more (?:jobs|roles) like this\?|Get jobs in [^\n.]{2,60} delivered to your inbox(?: every \w+)?\.?"
    r"|\[e-?mail protected\])",
    re.IGNORECASE,
)
EDGE = "-–—*•|·[](){}<>_=~#» "
RULE = re.compile(r"[-–—*_=~#.|·•+ ]{2,}")
# Each opens a passage that lasts to the end of its line.
OPENINGS = {
    "privacy": r"By (?:submitting|applying|completing|clicking|sending) |(?:Please )?(?:see|read|review) our"
    r" (?:\w+ )?privacy",
    "apply": r"(?:If you have (?:any )?(?:questions|queries)|For (?:any |all )?(?:questions|queries|(?:further"
    r"|more) information"
    r"|enquiries|a confidential)|(?:Any )?(?:Questions|Queries)\?|To apply\b|Apply (?:now|online|by|via|at"
    r"|through|here|before)"
    r"|Please (?:apply|send|submit|e-?mail|contact|direct|attach|note)\b|Send (?:us )?(?:your|a)\b"
    r"|Applications? (?:close|open|are|will|must|from)\b|Closing date|Only (?:shortlisted|successful)"
    r"|Interested\? |Ready to apply|How to apply|(?:We|Our team) (?:will )?(?:review|look forward))",
    "diversity": r"(?:\b[A-Z]\w{1,30} (?:is|are) (?:an|proud to be an?|committed to (?:being )?an?) (?:\w+ )?[Ee]qual"
    r"|We(?:'re| are) (?:an|proud to be an) [Ee]qual|We (?:encourage|welcome|strongly encourage) (?:applications"
    r"|applicants|people|candidates) (?:from|of)"
    r"|All qualified applicants|(?:\b[A-Z]\w{1,30}|We) do(?:es)? not discriminate)",
    "acknowledgment": r"In the spirit of reconciliation"
    r"|\b[A-Z]\w{1,30}(?: \b[A-Z]\w{1,30})? acknowledges? the [Tt]raditional"
    r"|We acknowledge the [Tt]raditional",
}
OPENING = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in OPENINGS.items()))
SURE = {"privacy", "acknowledgment"}


def reason_of(line: str) -> str | None:
    """Return why a line does not belong to the advert, or None."""
    words = line.strip(EDGE) if len(line) <= 260 else ""
    if not words and line.strip():
        return "ornament" if RULE.fullmatch(line.strip()) else None
    return next((reason for reason, form in NOISE.items() if form.fullmatch(words)), None)


def openings(line: str) -> Iterator[tuple[str, int]]:
    """Yield (kind, position) of each sentence in a line that opens a text of law or contact."""
    for found in OPENING.finditer(line):
        before = line[: found.start()].rstrip(" -–•*")
        glued = found.start() and line[found.start() - 1].isalnum()
        if not glued and (not before or before[-1] in ".!?:;)" or found.lastgroup in SURE):
            yield str(found.lastgroup), found.start()
