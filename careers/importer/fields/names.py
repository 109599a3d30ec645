"""The company and the team, by the words around their names."""

import re
from collections import Counter
from collections.abc import Iterator

from careers.importer.sections.duties import verbs

from .page import ABOUT_OTHERS, Fact, Page, matches, starts
from .place import cities, countries
from .skills import built_in, skills_in
from .titles import is_early, names_role

NAME = (
    r"[A-Z][\w&.+'-]{0,40}\w(?: (?:(?:&|of|and|for|the) )?[A-Z][\w&.+'-]{0,40}\w){0,4}(?:,? (?:Pty )?(?:Ltd|Inc"
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
COPYRIGHT = re.compile(rf"(?:©|\(c\)|@|[Cc]opyright(?: ©)?)\s*(?:20\d\d)?(?:\s?[-–]\s?20\d\d)?,? ({NAME})")
HEADER = re.compile(rf"\W{{0,3}}({NAME})\s*(?:$|,|[|·–—-])")
CELL = re.compile(r"(?:(?!\s[|·•–—-]\s)[^|·•])+")
COMMA_CELL = re.compile(r"(?<=, )[^,\n]+")
# What kind of body a name is one of.
KIND = re.compile(
    r"\b(?:Hospitals?|University|College|School|Bank|Lawyers|Solicitors|Partners|LLP|Legal|Group|Holdings"
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
OFFICE = re.compile(r"(?:Department|Ministry|Office|Bureau|City|Town|County|Government|State|Commission) of ")
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
    r"^(?:The|A|An|Our|Your|This|If|As|In|On|For|To|With|All|We|You|About|Why|What|How|Head|Director|Manager"
    r"|Bachelor|Master|Doctor|Diploma|University of Anything|Traditional|Aboriginal|Torres|January|February|March"
    r"|April|June|July|August|September|October|November|December|Summer|Winter|Spring|Autumn|Graduates?|Interns?"
    r"|Internships?|Successful|Applicants?|Candidates?)(?:\s|$)"
)
CARD = re.compile(
    r"\b(?:full|part)[- ]?time|intern(?:ship)?|contract|permanent|temporary|hybrid|remote|on-?site"
    r"|fixed\b",
    re.IGNORECASE,
)
TEAM = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|in|leading|[Jj]oin(?:ing)?|[Ww]ithin|of|with|[A-Z][\w.&]{1,40}'s)"
    r" (?P<name>[A-Z][\w&/+-]*(?:,? (?:(?:and|of|&|the) )?[A-Z][\w&/+-]*){0,4}) (?:[Tt]eam|[Dd]epartment"
    r"|[Dd]ivision|[Gg]roup|[Ss]quad|[Dd]irectorate)\b"
    r"|\b(?:[Ff]or|[Ww]ithin|[Jj]oin(?:ing)?|[Ii]n) (?:the|our) (?P<lower>[a-z][\w&/-]*(?: (?:and"
    r" )?[a-z][\w&/-]*){1,3}) team\b"
)
TEAM_WORDS = ("team", "department", "division", "group", "squad", "directorate")
NO_TEAM = re.compile(
    r"\b(?:whole|wider|entire|right|same|global|local|growing|talented|people|friendly|small|hiring|recruiting"
    r"|recruitment|talent|dynamic|diverse|leadership|management|great|amazing|passionate|broader|supportive"
    r"|close-knit|best|new|rest|our|early|careers?|cross-functional|collaborative|high-performing|of|executive"
    r"|other|internal|experienced|world-class|dedicated|product and engineering)\b",
    re.IGNORECASE,
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
            cells = [cell for cell in COMMA_CELL.finditer(line) if KIND.search(cell[0])] or cells
        for cell in cells:
            words = cell[0].strip(" -–—*•")
            found = HEADER.match(words.title() if words.isupper() else words)
            if not found:
                continue
            city = re.split(r"[,(|·–-]", words[found.end(1) :].strip(" ,|·–-"))[0].strip().title()
            name, alone = _trimmed(words[: found.end(1)]), not words[found.end(1) :].strip()
            beside = len(cells) == 1 or any(_is_known(other[0].strip()) for other in cells if other is not cell)
            if (
                name
                and (not UNIT.search(name) or OFFICE.match(name))
                and ((alone and beside) or city.startswith(tuple(cities())))
            ):
                yield name, (piece.start, piece.end)


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


REGIONS = {"AMER", "ANZ", "APAC", "APJ", "ASEAN", "DACH", "EMEA", "JAPAC", "LATAM", "NORDICS"}


def teams(page: Page, title: Fact | None, company: str | None) -> Iterator[Fact]:
    """Yield the team: labelled, in brackets of the title, on a line of the header, or named with the word team."""
    for label in page.label("team", "organisation"):
        other = label.name == "team" or (company and company not in label.value and label.value not in company)
        if len(label.value) <= 80 and other:
            yield Fact("team_or_department", label.value.rstrip("."), label.start, label.end)
    found = re.search(r"\(([A-Z][^()]{2,50})\)\s*$", str(title.value)) if title else None
    if title and found and not is_early(found[1]) and found[1] not in REGIONS:
        yield Fact("team_or_department", found[1], title.start, title.end)
    yield from _units(page, company)
    said = [each for each in matches(TEAM, page.text, *TEAM_WORDS) if page.kind_at(each.start()) not in ABOUT_OTHERS]
    for found in sorted(said, key=lambda each: not each["name"]):
        name = found["name"] or found["lower"]
        if not NO_TEAM.search(name) and name != company and name not in {"Team", "About"}:
            yield Fact("team_or_department", name, *found.span("name" if found["name"] else "lower"))


def _units(page: Page, company: str | None) -> Iterator[Fact]:
    """Yield "Grants and Evaluation Branch" of the first lines, and the part of a card whose cells end with a"
    " slash."""
    lines = [piece for piece in page.pieces if piece.kind == "opening"][:12]
    for piece in lines:
        line = page.text[piece.start : piece.end]
        for cell in CELL.finditer(line) if len(line) <= 120 else ():
            words = cell[0].strip(" -–—")
            if UNIT.search(words) and words != company and len(words.split()) <= 7 and words[0].isupper():
                yield Fact("team_or_department", words, piece.start, piece.end)
    slashed = [piece for piece in lines if page.text[piece.start : piece.end].rstrip().endswith(" /")]
    for piece in slashed if len(slashed) > 1 else ():
        words = page.text[piece.start : piece.end].strip(" /")
        if not words.startswith(tuple(cities())) and not CARD.search(words):
            yield Fact("team_or_department", words, piece.start, piece.end)
