"""The fields that an applicant studies: names that a list knows, where the words around speak of studies."""

import re
from collections.abc import Iterator
from functools import cache

from careers.importer.data import load

from .page import Fact, Page, sentence

WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*|&")
STUDY = re.compile(
    r"\b(?:degrees?|stud(?:y|ying|ies|ied|ent|ents)|majors?|majoring|disciplines?|fields?|bachelor'?s?"
    r"|master'?s?|honours|honors"
    r"|ph\.?d\.?s?|doctora(?:l|te)|enrol\w*|qualifications?|undergraduates?|postgraduates?|background|courses?"
    r"|tertiary|graduates?|graduated|graduating"
    r"|faculty|faculties|diploma|B\.?\s?Sc|M\.?\s?Sc|B\.?A|B\.?S|M\.?S|M\.?A|B\.?Eng|M\.?Eng|B\.?\s?Tech"
    r"|M\.?\s?Tech|M(?:Chem|Phys|Math|Sci|Pharm)|B(?:Pharm|Bus|Des|IT)|B\.?E|M\.?E|LLB|JD|MBA|BCom|year"
    r"|program(?:me)?s?"
    r"|read(?:ing)? for|specialisation|specialization|cohorts?|school of|apprentic\w+)\b",
    re.IGNORECASE,
)
# The words that may stand between a word of studies and the first field.
LINK = re.compile(
    r"(?:'s|s')?(?: ?\([^()]{1,40}\))?(?: (?:in|by|from|after|between) [^;:.()\n]{0,40}?20\d\d(?: or later"
    r"| onwards)?,?)?(?:[ ,/]+(?:degrees?|program(?:me)?s?|courses?|levels?|students?|stud(?:y"
    r"|ies)|of study|majors?|disciplines?|qualifications?|fields?|subjects?|areas?"
    r"|graduates?|undergraduates?|(?:or |and )?(?:an? )?(?:bachelor|master|honou?rs|ph\.?d|mba|M\.?Sc|M\.?Eng"
    r"|M\.?\s?Tech|M\.?A|M\.?S|B\.?\s?Tech|B\.?E|postgraduate|doctora\w+)(?:'?s)?"
    r"|or (?:above|higher|equivalent|beyond)|and above"
    r"|completed(?: or close to (?:it|completion))?|with (?:an? )?(?:majors?|focus|specialisation"
    r"|specialization|emphasis|background)|(?:double )?majoring"
    r"|currently|either|both|full[- ]time|recognised|recognized|relevant|related|quantitative|technical|numerate"
    r"|stem|university|undergraduate|tertiary|accredited))*"
    r"(?: ?\([^()]{1,40}\))?[ (:,–-]*(?:(?:in|of|with|on|for|towards?|such as|including|includes?|e\.g\.?,?|like"
    r"|is|are|from|a|an|the|either|any of|one of|following|areas?|fields?|study|studies|disciplines?|subjects?"
    r"|as|eg|i\.e\.?)[ :,(–-]*)+$|^ $",
    re.IGNORECASE,
)
DEGREE = re.compile(r"\b(?:degrees?|majors?|majoring|bachelor'?s?|master'?s?|diploma)$", re.IGNORECASE)
ENROLLED = re.compile(r"\b(?:studying|majoring)$", re.IGNORECASE)
A_JOB = re.compile(r"\b(?:vacation|summer|winter|intern\w*|co-?op)\b", re.IGNORECASE)
VERB = re.compile(r"\b(?:stud(?:y|ying|ies|ied)|majoring|reading)$", re.IGNORECASE)
NO_LINK = re.compile(
    r"\b(?:experience|interest\w*|passion\w*|skills?|knowledge|team|work(?:ing)?|(?<!close )to|will|you|our|we"
    r"|understanding|familiar\w*|curious|industry|sector|careers?|roles?|projects?)\b",
    re.IGNORECASE,
)
LIST = re.compile(
    r"[\s,;/()|•–-]*(?:(?:or|and|and/or|&|either|in|a|an|the|of|degrees?|degree in|related|equivalent|as well as"
    r"|plus|including|e\.g\.?)[\s,/()]*)*",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"(?:,? or (?:an? )?(?:closely )?(?:related|similar|equivalent"
    r"|relevant)[\w ]{0,25})?(?:[\w ,/&]{0,60}?)?[ -](?:degrees?|students?|majors?|disciplines?"
    r"|graduates?(?! (?:trainee|program|analyst|engineer|role|scheme|position|developer|accountant|officer|nurse))"
    r"|undergraduates?|backgrounds?|qualifications?|cohort|program(?:me)?s? student)\b",
    re.IGNORECASE,
)
BRANCH = {
    "aerospace", "automotive", "biomedical", "chemical", "civil", "computer", "electrical", "electronic",
    "electronics", "environmental", "geological", "geotechnical", "industrial", "manufacturing", "marine",
    "materials", "mechanical", "mechatronic", "mechatronics", "metallurgical", "mining", "nuclear", "petroleum",
    "process", "production", "software", "structural", "systems", "telecommunications", "transport", "water",
}  # fmt: skip
# "Aerospace or mechanical engineering" is two branches of it; the last one is read with those before.
OF_ENGINEERING = re.compile(
    r"(?:,? (?:or|and|&) |, |/)(?:[a-z]+,? (?:(?:or|and|&) )?){0,3}engineering\b", re.IGNORECASE
)
BEFORE_BRANCH = re.compile(r"(?:\b[A-Za-z]+(?:, (?:or |and )?|,? (?:or|and|&) | ?/ ?))+$")
# The employer's own: "Faculty of Marine Science" above a title.
A_FACULTY = re.compile(r"\W*(?:Faculty|School|Department|College|Institute) of (?:[A-Z]\w+,? (?:and |& )?)*")
# "Any course; maths students have an edge" asks for none.
ANY = re.compile(r"\bany (?:course|discipline|degree|field|subject|major)\b(?! (?:in|of|related))", re.IGNORECASE)
IN_BRACKETS = re.compile(r" ?\(([^()]{3,120})\)")
# "Bachelor of Science in Geology" names one field.
KINDS = {"science", "arts", "engineering", "technology", "business", "applied science", "philosophy"}
GOES_ON = re.compile(r" ?(?:\([^()]{1,20}\))?(?: (?:degree|program(?:me)?|course|student|honou?rs))* in\b")
SHORT = {"AI", "IT", "HCI", "STEM", "GIS", "VLSI"}
# Words of every day: they name a field only in capitals and right behind a word of studies or in a list of fields.
COMMON = {
    "advertising", "art", "audit", "building", "communication", "communications", "conservation",
    "construction", "dance", "design", "drama", "education", "energy", "english", "government", "history",
    "insurance", "languages", "management", "manufacturing", "materials", "media", "mining", "music",
    "operations", "planning", "policing", "procurement", "property", "publishing", "sales", "security",
    "sustainability", "tax", "teaching", "technology", "translation",
}  # fmt: skip


@cache
def _names() -> dict[str, str]:
    """Return {name in lower case: name}."""
    names = {" ".join(WORD.findall(name)).lower().replace("&", "and"): name for name in load("fields_of_study")}
    return names | {f"{name}s": names[name] for name in names if name.endswith(" science")}


@cache
def _longest() -> dict[str, int]:
    """Return {first word: how many words the longest name with it has}."""
    sizes: dict[str, int] = {}
    for name in _names():
        first = name.partition(" ")[0]
        sizes[first] = max(sizes.get(first, 0), name.count(" ") + 1)
    return sizes


def known(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, name in lower case) of each known field, the longest where names overlap."""
    sizes, names = _longest(), _names()
    words = list(WORD.finditer(text))
    at = 0
    while at < len(words):
        first = words[at][0].lower()
        size = 1
        for count in range(min(sizes.get(first, 0), len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + count - 1].end()
            name = " ".join(text[start:end].split()).lower().replace("&", "and")
            if name in names and not (name.upper() in SHORT and not text[start:end].isupper()):
                yield start, end, name
                size = count
                break
        at += size


def fields(page: Page, text: str) -> Iterator[Fact]:
    """Yield (the one list, repeated for each place it was read from); `text` is what the advert demands."""
    labels = [(label.end - len(label.value), label.end) for label in page.label("field", "level")]
    found: dict[tuple[int, int], list[str]] = {}
    last = -1
    for start, end, name in known(text):
        if name in BRANCH and OF_ENGINEERING.match(text, end):
            continue
        if ANY.search(text, text.rfind("\n", 0, start) + 1, start):
            continue
        bounds = sentence(text, start, end)
        listed = last >= bounds[0] and bool(LIST.fullmatch(text, last, start))
        if listed or any(low <= start < high for low, high in labels) or _is_studied(text, bounds[0], start, end, name):
            found.setdefault(bounds, []).extend(_branches(text, start, end, name))
            last = end
            if brackets := IN_BRACKETS.match(text, end):
                last = brackets.end()
    names = list(dict.fromkeys(name for group in found.values() for name in group))
    yield from (Fact("fields_of_study", names, *bounds) for bounds in found)


def _is_studied(text: str, low: int, start: int, end: int, name: str) -> bool:
    """Tell "a degree in Finance" from "our finance team": a word for studies stands before, or right behind."""
    before = text[max(low, start - 240) : start]
    if (
        name.endswith("engineering")
        and (branches := BEFORE_BRANCH.search(before))
        and _together(re.findall(r"[A-Za-z]+", branches[0]))
    ):
        before = before[: branches.start()]
    if A_FACULTY.fullmatch(before):
        return False
    written = text[start].isupper()
    said = list(STUDY.finditer(before))
    if said:
        last = said[-1]
        gap = before[last.end() :]
        if gap == " " and VERB.search(last[0]) and (written or " " in name or _leads_a_list(text, end)):
            return True
        if gap == " " and ENROLLED.search(last[0]) and (name not in COMMON or _leads_a_list(text, end)):
            return True
        if gap == " in " and DEGREE.search(last[0]):
            return not (name in KINDS and GOES_ON.match(text, end))
        if gap != " " and LINK.fullmatch(gap) and not NO_LINK.search(gap) and (written or name not in COMMON):
            return not (name in KINDS and GOES_ON.match(text, end))
    behind = BEHIND.match(text, end, end + 110)
    if not behind or NO_LINK.search(behind[0]) or A_JOB.search(behind[0]):
        return False
    if name in COMMON:
        return " " in name
    return written or " " in name or behind[0].count(" ") == 1 or _is_list(behind[0])


def _leads_a_list(text: str, end: int) -> bool:
    """Tell whether another field stands right behind: "studying communications, journalism or law"."""
    mark = LIST.match(text, end)
    return bool(
        mark and mark.end() > end + 1 and any(at == 0 for at, _, _ in known(text[mark.end() : mark.end() + 60]))
    )


def _is_list(words: str) -> bool:
    """Tell " or science degree" behind "engineering": other fields, then the word for studies."""
    rest = words
    for start, end, _ in reversed(list(known(words))):
        rest = rest[:start] + rest[end:]
    return rest != words and re.fullmatch(r"[ ,/]*(?:(?:or|and|&)[ ,/]*)?\w+", " ".join(rest.split())) is not None


def _branches(text: str, start: int, end: int, name: str) -> Iterator[str]:
    """Yield the names meant: "Civil or Structural Engineering" and "Engineering (Civil, Structural)" are two each."""
    if name.endswith(" engineering") or name == "engineering":
        before = BEFORE_BRANCH.search(text[max(0, start - 90) : start])
        inside = IN_BRACKETS.match(text, end) if name == "engineering" else None
        words = re.findall(r"[A-Za-z]+", (inside or before or [""])[0])
        branches = [word for word in words if word.lower() in BRANCH]
        if before and not inside:
            branches = _together(words)
            if branches == words[:1] and _ends_a_name(text[: max(0, start - 90) + before.start()], words[0]):
                branches = []
        yield from (f"{word.capitalize()} Engineering" for word in branches)
        if inside and branches:
            return
    written = " ".join(text[start:end].split())
    yield written if written.isupper() and name.upper() in SHORT else _titled(written)


def _ends_a_name(before: str, word: str) -> bool:
    """Tell the last word of "Information Systems" from a branch of engineering."""
    first = re.search(r"[A-Za-z]+(?= $)", before[-30:])
    return bool(first) and f"{first[0]} {word}".lower() in _names()  # type: ignore[index]


def _together(words: list[str]) -> list[str]:
    """Return the branches that stand last in a row, right before the one with the word engineering."""
    branches: list[str] = []
    for word in reversed(words):
        if word.lower() in BRANCH:
            branches.insert(0, word)
        elif word.lower() not in {"or", "and"}:
            break
    return branches


def _titled(name: str) -> str:
    words = name.title().split() if name.isupper() and len(name) > 4 else name.split()
    return " ".join(word if word in {"and", "of", "&"} else word[0].upper() + word[1:] for word in words)


def without_fields(item: str) -> str:
    """Return an item's words without the fields that a degree is in: "a degree in Statistics" asks for no skill."""
    if not STUDY.search(item):
        return item
    parts: list[str] = []
    at = 0
    for start, end, name in known(item):
        if _is_studied(item, 0, start, end, name) or (parts and LIST.fullmatch(item, at, start)):
            parts.append(item[at:start])
            at = end
    return "".join([*parts, item[at:]])
