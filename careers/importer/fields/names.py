"""The company, by the words around its name."""

import re
from collections import Counter
from collections.abc import Iterator

from careers.importer.sections.duties import verbs

from .page import Fact, Page, matches, starts
from .place import cities, countries
from .skills import built_in, skills_in
from .titles import names_role

NAME = (
    r"[A-Z][\w&.+'-]{0,40}\w(?: (?:(?:&|of the|of|and|for|the) )?[A-Z][\w&.+'-]{0,40}\w){0,4}(?:,? (?:Pty )?(?:Ltd|Inc"
    r"|GmbH"
    r"|PLC|plc|LLC|AG|SE|Limited|Corp)\b\.?)?"
)
# (weight, form): the first are looked for where a sentence or line starts, the others where their words stand.
STARTS = (
    (6, rf"[^\w\n]{{0,6}}About ({NAME})[^\w\n]{{0,6}}(?:$|\n)"),
    (3, rf"(?:At )?({NAME}),? (?:is|are) (?:an? |the |one of|committed|proud|building|looking"
        rf"|seeking|hiring|dedicated|on a mission|Australia's|Europe's|where|home to|currently|transforming"
        rf"|changing|recruiting)"),
    (3, rf"({NAME}) (?:builds?|makes?|designs?|develops?|operates?|provides?|helps?|runs?"
        rf"|offers?|delivers?|acknowledges?|supports?|has been|was founded|creates?|connects?|manages?|publishes?"
        rf"|welcomes|employs|exists|insures?|grows|sells?|treats?|serves?|looks after|invites|seeks)\b"),
    (3, rf"[Aa]t ({NAME}),? (?:we|you|our|every)"),
    (4, rf"(?:We're|We are|Meet|This is|Hello from|Welcome to) ({NAME})(?:,|\.|!| and | - | – )"),
    (2, rf"({NAME}) (?:\w+ly )?[a-z]{{2,14}}s(?! to\b)(?= [\w\d])"),
    (4, rf"About (?:the|our) (?:employer|company|firm|organi[sz]ation)\s*\n\s*({NAME})\s*\n"),
    (3, rf"(?:The |Our )?(?:Hospital|Company|Firm|Organi[sz]ation|Charity|School|University|Employer): ({NAME})"),
)  # fmt: skip
INSIDE = (
    (6, ("about ",), rf"About ({NAME})(?=:| - |\s+\1)"),
    (3, ("why ", "life at", "working at", "careers at", "welcome to", "join "),
        rf"(?:Why (?:join |work (?:at|for|with) )?|Life at |Working at |Careers at |Welcome to |Join )({NAME})"),
    (3, (" at ",), rf", at ({NAME}),? (?:we|you|our|every)"),
    (3, ("qual",), rf"({NAME}) (?:is|are) an? [Ee]qual"),
    (2, ("at ", "with ", "join", "for ", "by "),
        rf"(?<![\w'])(?:at|with|joining|join|for|by) ({NAME})(?='s\b|,|\.|\s|$)"),
    (1, ("we're ", "we are ", "this is "), rf"(?:[Ww]e're|[Ww]e are|[Tt]his is) ({NAME})(?=[,.!]| and )"),
    (1, ("'s",), rf"(?<![\w'&.+-])({NAME})'s\b"),
)  # fmt: skip
AT_STARTS = [(weight, re.compile(form)) for weight, form in STARTS]
WITHIN = [(weight, words, re.compile(form)) for weight, words, form in INSIDE]
HOST = re.compile(r"(?:@|https?://)(?:www\.|careers\.|jobs\.)?([A-Za-z0-9-]{3,40})\.[a-z]")
COPYRIGHT = re.compile(rf"(?:©|\(c\)(?=\s*20\d\d)|@|[Cc]opyright(?: ©)?)\s*(?:20\d\d)?(?:\s?[-–]\s?20\d\d)?,? ({NAME})")
HEADER = re.compile(rf"\W{{0,3}}({NAME})\.?\s*(?:$|,|[(|·–—-])")
CELL = re.compile(r"(?:(?!\s[|·•–—-]\s)[^|·•])+")
COMMA_CELL = re.compile(r"(?<=, )[^,\n]+")
# What kind of body a name is one of.
KIND = re.compile(
    r"\b(?:Hospitals?|University|College|School|Academy|Bank|Lawyers|Solicitors|Partners|LLP|Legal|Group|Holdings"
    r"|Consulting|Consultants|Advisory|Advisors|Advisers|Associates|Architects|Engineers"
    r"|Engineering|Energy|Health|Healthcare|Insurance|Capital|Technologies|Technology|Labs|Systems|Solutions"
    r"|Services|Foundation|Trust|Council|Institute|Agency|Society|Museum|Media|Studios?"
    r"|Foods|Pharmaceuticals|Therapeutics|Airlines|Railways?|Water|Power|Motors|Robotics|Industries"
    r"|International|Limited|Ltd|Pty Ltd|Inc|GmbH|AG|SE|PLC|plc|Co|Corporation)\.?$"
)
# A part of a company, named by its kind.
UNIT = re.compile(
    r"^(?:Department|Division|Faculty|School|Institute|Cent(?:re|er)|Office|Directorate) (?:of|for) |\b(?:Branch"
    r"|Division|Directorate|Department|Team|Unit|Faculty|Section|Practice|Squad|Business Unit)$"
)
OFFICE = re.compile(
    r"(?:University|Bank|Department|Ministry|Office|Bureau|City|Town|County|Government|State|Commission) (?:of|for) "
)
STOP = re.compile(
    r"^(?:The|A|An|Our|Your|This|That|These|We|You|It|Its|If|As|At|In|On|For|To|And|Or|With|All|Us|Role|Team|Job"
    r"|Position|Company|Internships?|Interns?|Applicants?|Candidates?|Graduates?|Students?|Bachelors?|Masters?"
    r"|PhD|Applications?"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Friday|Join"
    r"|What|Who|Why|How|There|They|He|She|Experience|Knowledge|Python|Java|Traditional|Aboriginal|Country|Please"
    r"|Successful|Work|Working|Here|Full|Part|Summer|Winter|Computer|Software|Data|Engineering|Least|Privacy"
    r"|Diversity|Equal|Human|One|No|Not|Some|Many|Every|Each|By|Also|Only|Minimum|Preferred|Salary|Location|Apply"
    r"|Microsoft|Google|AWS|Excel|Linux|Go|C|R|SQL|Australian|Opportunity|Day|Benefits|Responsibilities"
    r"|Requirements|Qualifications|Women|Indigenous|First|Elders|Program|Programme|Supervisor|Any|Most|Both"
    r"|Sketch|Students?|Tasks|Teams?|Internships?|Today|Tomorrow|Everyone|Nobody|People|Together|Questions"
    r"|Details|Overview"
    r"|University|Life|Home|Careers|Jobs?|Hybrid|Remote|Permanent|Master|Bachelor|Duties|Paid|Contract|Skip|Back"
    r"|Search)\b$"
)
STOP_FIRST = re.compile(
    r"^(?:(?:You|We|They|It|That|There|Who|What)'\w+|The|A|An|Our|Your|This|If|As|In|On|For|To|With|All|We|You|About|Why|What|How|Head|Director|Manager"
    r"|Bachelor|Master|Doctor|Diploma|University of Anything|Traditional|Aboriginal|Torres|January|February|March"
    r"|April|June|July|August|September|October|November|December|Summer|Winter|Spring|Autumn|Graduates?|Interns?"
    r"|Internships?|Successful|Applicants?|Candidates?)(?:\s|$)"
)


def companies(page: Page, raw: str) -> Iterator[Fact]:
    """Yield the name that most clues point at; a clue at least must be more than a passing mention."""
    for label in page.label("company"):
        name = re.split(r"\s[|–—-]\s|\s\(", label.value)[0]
        head, _, place = name.rpartition(", ")
        yield Fact("company", head if place.startswith(tuple(cities())) else name, label.start, label.end)
    scores: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for weight, written, span in sorted(_clues(page, raw), key=lambda clue: clue[2]):
        if name := _trimmed(written):
            scores[name] += weight
            places.setdefault(name, span)
    hosts = {found[1].lower().replace("-", "") for found in HOST.finditer(raw)}
    scores.update({name: 3 for name in scores if _is_called(name, hosts)})
    for label in page.label("organisation"):
        scores[label.value] += 3
        places.setdefault(label.value, (label.start, label.end))
    scores.update({name: 1 for name in scores if page.text.count(name) > 1})
    scores.update({name: 1 for name in scores if KIND.search(name)})
    best = sorted(scores, key=lambda name: (-_with_longer(scores, name), places[name]))
    if best and _with_longer(scores, best[0]) >= 3:
        name = _full(best[0], scores)
        yield Fact("company", name, *places[name])


def _is_called(name: str, hosts: set[str]) -> bool:
    """Tell whether a mail address or page of the text is called as the company is: jas@kettl.example of Kettl."""
    joined = re.sub(r"\W", "", name).lower()
    return len(joined) > 3 and (joined in hosts or any(len(host) > 5 and joined.startswith(host) for host in hosts))


def _clues(page: Page, raw: str) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield (weight, name as written, span) of all that points at the company."""
    for start in starts(page.text):
        if not page.text[start : start + 1].isalpha():
            continue
        for weight, form in AT_STARTS:
            if (found := form.match(page.text, start)) and found[1].lower() not in verbs():
                yield weight, found[1], found.span(1)
    for weight, words, form in WITHIN:
        for found in matches(form, page.text, *words):
            # "Experience with MATLAB" points at no employer.
            if not (found[0].startswith("with ") and any(skills_in(found[1], built_in()))):
                yield weight, found[1], found.span(1)
    if any(sign in raw for sign in ("©", "(c)", "opyright", "@")):
        yield from ((5, found[1], found.span(1)) for found in COPYRIGHT.finditer(raw))
    yield from ((3, name, span) for name, span in _in_header(page))


def _full(name: str, scores: "Counter[str]") -> str:
    """Return "Ashgrove Kerr Lawyers" for "Ashgrove Kerr" where the text calls it both."""
    longer = [other for other in scores if other.startswith(name + " ") and KIND.fullmatch(other[len(name) + 1 :])]
    return max(longer, key=len, default=name)


def _in_header(page: Page) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield names that stand alone, beside a title or before a city on one of the first lines."""
    for piece in [piece for piece in page.pieces if piece.kind == "opening"][:8]:
        line = page.text[piece.start : piece.end]
        cells = [cell for cell in CELL.finditer(line) if cell[0].strip()]
        if len(cells) == 1 and names_role(line.partition(", ")[0]):
            # "Summer Research Intern, Derwent Ocean Institute, Hobart"
            cells = [cell for cell in COMMA_CELL.finditer(line) if _is_a_body(cell[0])] or cells
        for cell in cells:
            words = cell[0].strip(" -–—*•")
            found = HEADER.match(words.title() if words.isupper() else words)
            if not found:
                continue
            city = re.split(r"[,(|·–-]", words[found.end(1) :].strip(" .,(|·–-"))[0].strip().title()
            name, alone = _trimmed(words[: found.end(1)]), not words[found.end(1) :].strip()
            beside = len(cells) == 1 or any(_is_known(other[0].strip(" -–—*•")) for other in cells if other is not cell)
            if (
                name
                and (not UNIT.search(name) or OFFICE.match(name))
                and ((alone and beside) or city.startswith(tuple(cities())))
            ):
                yield name, (piece.start, piece.end)


def _is_a_body(name: str) -> bool:
    return bool(KIND.search(name) or OFFICE.match(name))


def _is_known(cell: str) -> bool:
    """Tell a cell with a title, a city or a part of the company, beside which the company's name may stand."""
    return bool(names_role(cell) or UNIT.search(cell)) or cell.startswith(tuple(cities()))


def _with_longer(scores: "Counter[str]", name: str) -> int:
    """Return the score of a name, with those of longer names that start with it."""
    return sum(score for other, score in scores.items() if other == name or name.startswith(other + " "))


def _trimmed(name: str) -> str:
    if not KIND.search(name):
        name = re.split(r"'s ", name)[0]
    name = re.sub(r"'s?$", "", name).strip(" .,'")
    name = re.sub(r"^The (?=\w+ \w)|(?: Early)? (?:Careers|Jobs|Recruitment)$", "", name)
    known = (
        name in cities()
        or name in countries()
        or STOP.match(name)
        or STOP_FIRST.match(name)
        or (names_role(name) and not KIND.search(name))
    )
    return "" if known or len(name) < 2 or re.search(r"\b(?:Team|Degree|Program|Programme|Internship)$", name) else name
