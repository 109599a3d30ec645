"""What stands in a copied advert without belonging to it, and sentences that open a text of law or contact."""

import re
from collections.abc import Iterator
from itertools import pairwise

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
NAME = r"(?:[A-Z][\w&'.-]{0,30} ){0,4}[A-Z][\w&'.-]{0,30}"
# Each opens a passage that lasts to the end of its line.
OPENINGS = {
    "privacy": r"By (?:submitting|applying|completing|clicking|sending) |(?:Please )?(?:see|read|review) our"
    r" (?:\w+ )?privacy|(?:Your|All) (?:personal )?(?:data|information) (?:is|will be)|How we (?:treat|handle"
    r"|use|process|look after)"
    r" (?:your|personal) (?:data|information)",
    "apply": r"(?:If you have (?:any )?(?:questions|queries)|For (?:any |all )?(?:questions|queries|(?:further"
    r"|more) information"
    r"|enquiries|a confidential|an informal)|(?:Any |Got |Have )?(?:[Qq]uestions|[Qq]ueries)\b"
    r"|(?:Do )?[Yy]?ou have questions|To apply\b|Apply (?:now|online|by|via|at"
    r"|through|here|before|with)"
    r"|(?:Please |Simply |Just )?(?:[Aa]pply by|[Ss]end|[Ss]ubmit|[Ee]-?mail|[Cc]ontact|[Dd]irect|[Aa]ttach"
    r"|[Uu]pload|[Ww]rite to|[Nn]ote that) (?:us |your|an? |the |to |at |me |[A-Z]|[\w.]+@)"
    r"|Please (?:apply|note)\b"
    r"|Applications? (?:close|open|are|will|must|from|\(|go|should)|(?:Closing|Close) date|Clos(?:e|es|ing):"
    r"|(?:Application )?[Dd]eadline\b|Only (?:shortlisted|successful)"
    r"|Note: only|(?:Your )?(?:CVs?|R[eé]sum[eé]s?)(?:,? \w+){0,4} to (?=\S+@)"
    r"|No (?:(?:phone|agency) )?(?:calls|agencies|recruiters|cover letters?)\b(?=[^.]{0,20}\.?$)"
    r"|(?:Keen|Interested|Curious|Excited|Sound good|Want to (?:know|learn|find out) more|Ready to (?:apply"
    r"|join))\b[^.?!]{0,40}\?|How to apply|(?:We|Our team) (?:will )?(?:review|look forward)"
    r"|If you (?:need|require|would like) (?:an? |any )?(?:\w+ )?(?:adjustment|accommodation|support)"
    r"|Adjustments (?:can|are|will)|We (?:look forward|are looking forward) to"
    r"|(?:Accommodations|Adjustments)\b|Know someone|This (?:role|position) (?:will|is) (?:close|open until))",
}
OPENING = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in OPENINGS.items()))
LEAD = re.compile(r"\W*")
SENTENCE = re.compile(r"[.!?:;)]\s+(?=[A-Z])")
SURE = re.compile(
    r"(?<=[a-z\d)] )(?=By (?:submitting|applying|completing|sending) )"
    r"|(?<=[a-z\d)] )(?=(?:In the spirit of reconciliation|We acknowledge the [Tt]raditional))"
)
DIVERSITY = re.compile(
    r"\bdisability confident\b|\b(?:people|applications|applicants) (?:of|from) (?:every|all|any) (?:\w+,? ){0,3}"
    r"(?:backgrounds?|genders?|identit\w+|abilit\w+)\b"
    r"|\bequal (?:employment )?opportunit(?:y|ies)\b|\bequal employment\b|\b(?:not|never) discriminate\b"
    r"|\bwithout (?:regard|distinction)"
    r"|\bregardless of (?:\w+ ){0,3}(?:race|age|gender|sex|background|religion|ethnicity|disability|colou?r"
    r"|identity|who you are)"
    r"|\b(?:women|people|persons) [^.]{0,60}\bencouraged to apply\b|\ball qualified (?:applicants|candidates)\b"
    r"|\b(?:encourages?|welcomes?|invites?) (?:\w+ ){0,4}(?:applications|applicants|people|candidates"
    r"|individuals|women|students)\b[^.]{0,60}"
    r"\b(?:backgrounds?|disabilit\w+|Aboriginal|First Nations|Indigenous|M[aā]ori|LGBT\w*|women|identit\w+"
    r"|ethnic\w*|cultur\w+|communit\w+|walks of life|veterans?|colou?r|genders?)"
    r"|\bcommitted to (?:[\w'-]+,? ){0,9}(?:divers\w+|inclusi\w+|equality|equity)\b|\b(?:celebrates?|values?"
    r"|embraces?|champions?) (?:\w+ ){0,3}(?:diversity|differences?|inclusion)\b"
    r"|\b(?:diverse|inclusive) (?:and \w+ )?(?:workforce|workplace|environment|culture) (?:that|which|where"
    r"|for)\b|\breflects? the (?:\w+ ){0,3}(?:communit|societ|custom)\w+",
    re.IGNORECASE,
)
ACKNOWLEDGMENT = re.compile(
    r"\backnowledges? (?:the |and pay )?(?:[Tt]raditional|Aboriginal|First (?:Nations|Peoples)|Elders"
    r"|\w+(?: and \w+)? (?:people|peoples|[Nn]ations?|country|Country)\b)"
    r"|\backnowledges? that (?:\w+[ ,]+){0,9}(?:traditional|unceded|ancestral)"
    r"|\b[Tt]raditional (?:[Oo]wners|[Cc]ustodians) (?:of|and|throughout|on)|\bspirit of reconciliation"
    r"|\brespects? to (?:\w+ ){0,3}[Ee]lders|\bon whose (?:\w+ )?(?:lands?|[Cc]ountry)\b"
)
# Words without which the two forms above, dear to look for, need not be looked for.
SAID = re.compile(
    r"equal|discriminat|disab|people|background|divers|inclusi|encourag|welcome|invite|qualified|regard|distinction|reflect|celebrat"
    r"|embrac|valu"
    r"|champion|acknowledg|custodian|elders|whose"
)


def reason_of(line: str) -> str | None:
    """Return why a line does not belong to the advert, or None."""
    words = line.strip(EDGE) if len(line) <= 260 else ""
    if not words and line.strip():
        return "ornament" if RULE.fullmatch(line.strip()) else None
    return next((reason for reason, form in NOISE.items() if form.fullmatch(words)), None)


def openings(line: str) -> Iterator[tuple[str, int]]:
    """Yield (kind, position) of each sentence in a line that opens a text of law or contact."""
    first = LEAD.match(line).end()  # type: ignore[union-attr]
    starts = (
        [first, *(found.end() for found in SENTENCE.finditer(line, first))]
        if line[first : first + 1].isupper()
        else [found.end() for found in SENTENCE.finditer(line)]
    )
    if "By " in line or "In the spirit" in line or "We acknowledge" in line:
        starts = sorted({*starts, *(found.end() for found in SURE.finditer(line))})
    said = SAID.search(line.lower())
    for start, end in pairwise([*starts, len(line)]):
        if opening := OPENING.match(line, start):
            yield str(opening.lastgroup), start
        elif said and DIVERSITY.search(line, start, end):
            yield "diversity", start
        elif said and ACKNOWLEDGMENT.search(line, start, end):
            yield "acknowledgment", start
