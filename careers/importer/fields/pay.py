"""Pay: an amount or a range with what the text says of currency and period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .page import Fact, Page, matches, sentence

CODES = (
    "AUD|USD|NZD|CAD|SGD|HKD|GBP|EUR|CHF|JPY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|AED|ZAR|BRL|MXN|MYR|IDR|PHP|THB"
    "|CNY|RMB|KRW|TWD|ILS"
)
SIGNS = {
    "A$": "AUD",
    "AU$": "AUD",
    "US$": "USD",
    "NZ$": "NZD",
    "C$": "CAD",
    "CA$": "CAD",
    "S$": "SGD",
    "HK$": "HKD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "$": None,
    "¥": None,
    "Euro": "EUR",
    "euro": "EUR",
    "Rs.": None,
    "Rs": None,
}
SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
FIGURE = (
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?(?![\d.])|(?:\d{1,3}(?:[, ']\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}"
    r"|\d{1,7})(?:\.\d{1,2}(?!\d))?)"
)
MONEY = rf"(?:(?:{CODES})\s?)?(?:{SIGN})?\s?"
UNIT = r"\s?(?:[kK]\b)?"
AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?P<lead>(?:(?:{CODES})\s?)?(?:{SIGN})?\s?)(?P<low>{FIGURE})(?P<k1>\s?[kK]\b)?"
    rf"(?:\s?(?:(?:{CODES})\b)?\s?(?:(?:per|an?|/)\s?(?:hour|hr|year|annum|month|week)\s?)?(?:-|–|—|to|TO"
    rf"|and|AND)\s?(?P<mid>(?:(?:{CODES})\s?)?(?:{SIGN})?\s?)(?P<high>{FIGURE})(?P<k2>\s?[kK]\b)?)?"
    rf"(?P<code>\s?(?:(?:{CODES})\b|€|£|[Ee]uros?\b))?(?!\d|[.,]\d|\s?(?:million|billion|bn|m\b|M\b|b\b|%"
    r"|(?:week|day|month|year|hour)s?\b))"
)
MONEY_WORDS = (
    *"$£€₹¥",
    " rs",
    *(f"{code} " for code in CODES.lower().split("|")),
    *(f" {code}" for code in CODES.lower().split("|")),
    "salary",
    "pay",
    "paid",
    "compensation",
    "remuneration",
    "stipend",
    "wage",
    "package",
    "earn",
    "income",
    "per hour",
    "per annum",
    "per year",
    "per month",
    "per week",
    "p.a",
    " pa",
    "an hour",
    "/h",
    "/y",
    "/m",
    "a year",
    "a month",
    "a week",
)
PERIODS = {
    "hour": r"(?:per|an|a|/|each) ?(?:hour|hr)\b|/ ?h\b|\bhourly\b|\bp\.?h\b\.?|\bph\b",
    "day": r"(?:per|a|/) ?day\b|\bdaily rate\b|\bday rate\b",
    "fortnight": r"(?:per|a|each|/|every) ?fortnight\b|\bfortnightly\b|every two weeks",
    "week": r"(?:per|a|/|each) ?(?:week|wk)\b|\bweekly\b|\bp\.?w\b\.?",
    "month": r"(?:per|a|/|each) ?(?:calendar )?(?:month|mo)\b|\bmonthly\b|\bpcm\b|\bp\.?m\b\.?(?! )",
    "year": r"(?:per|a|/|each) ?(?:year|yr|annum)\b|\bp\.?a\b\.?|\bannual(?:ly|ised|ized)?\b|\byearly\b|\bannum\b"
    r"|\bpro[- ]rata\b",
}
PERIOD = re.compile("|".join(f"(?P<{name}>{form})" for name, form in PERIODS.items()), re.IGNORECASE)
PAY = re.compile(
    r"\b(?:salary|pay|paid|pays|compensation|remuneration|stipend|wages?|rate|package|earn|base|ote"
    r"|super(?:annuation)?|income)\b",
    re.IGNORECASE,
)
NOT_PAY = re.compile(
    r"\b(?:allowance|budget|bonus|voucher|grant|reimburse\w*|up to \S+ (?:for|towards)|raised|funding|revenue"
    r"|prize|insurance|scholarship|relocation|referral|towards|contribution|turnover|customers|donat\w+|sign-on"
    r"|gift|credit)\b",
    re.IGNORECASE,
)
UNPAID = re.compile(r"\bunpaid\b", re.IGNORECASE)
SALARY = re.compile(r"\b(?:salary|stipend|base pay)\b", re.IGNORECASE)
SCHOLARSHIP = re.compile(r"\b(?:scholarship|bursary|tax[- ]free|living allowance|training allowance)\b", re.IGNORECASE)
GROSS = re.compile(r"(?:/-)?(?: ?\(?(?:gross|net|brutto|pre-tax|before tax)\)?)? ?", re.IGNORECASE)
# "€50 a month for coffee" is no pay.
EXTRA = re.compile(
    r"[^.;\n]{0,14}\b(?:a|per) (?:month|year|week|day|annum) (?:for|towards?|to spend|of"
    r"|in) (?:\w+ )?(?!work|the (?:role|internship)|an? |this)",
    re.IGNORECASE,
)
UP_TO = re.compile(r"\b(?:up to|maximum(?: of)?|max|under)\s*$", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|start(?:s|ing) (?:at|from)|minimum(?: of)?|at least|min)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Pay:
    min: float | None
    max: float | None
    currency: str | None
    period: str | None


ELSEWHERE = {"about_company", "about_team", "privacy", "acknowledgment"}


def pays(page: Page) -> Iterator[Fact]:
    text = page.text
    inside = [(piece.start, piece.end) for piece in page.pieces if piece.kind == "salary"]
    labels = [(label.start, label.end) for label in page.label("salary")]
    for found in matches(AMOUNT, text, *MONEY_WORDS):
        if page.kind_at(found.start()) in ELSEWHERE:
            continue
        low, high = sentence(text, *found.span())
        labelled = any(start <= found.start() < end for start, end in [*inside, *labels])
        # The label's own word says nothing of the amount: "Allowance: S$1,200 a month" is pay.
        own = next((start for start, end in labels if start <= found.start() < end), found.start())
        if _is_pay(text, found, max(low, text.find(":", own, found.start())), high, labelled):
            yield Fact("salary", _pay(text, found, low, high), low, high)


def _is_pay(text: str, found: "re.Match[str]", low: int, high: int, labelled: bool) -> bool:
    money = bool((found["lead"] + (found["code"] or "") + (found["mid"] or "")).strip())
    # "USD 52,000 a year, health insurance": behind a comma stands something else.
    behind = text[found.end() : min(high, found.end() + 40)].split(", ")[0]
    near = text[max(low, found.start() - 60) : found.end()] + behind
    period = PERIOD.match(text, GROSS.match(text, found.end()).end())  # type: ignore[union-attr]
    if (
        NOT_PAY.search(near)
        and not re.search(r"\b(?:salary|stipend|base pay)\b", near, re.IGNORECASE)
        and not (period and SCHOLARSHIP.search(near))
    ):
        return False
    if EXTRA.match(text, found.end()) or UNPAID.search(text, low, found.start()):
        return False
    thousands = bool(found["k1"] or found["k2"])
    hourly = bool(period) and period.lastgroup == "hour" and money  # type: ignore[union-attr]
    sized = thousands or hourly or _number(found["low"], False) >= 10
    return sized and (
        (money and (labelled or bool(PAY.search(near)) or bool(period)))
        or (
            (labelled or bool(PAY.search(near)))
            and (
                thousands
                or (
                    bool(found["high"])
                    and _number(found["high"], False) > 1000
                    and not re.fullmatch(r"20\d\d", found["low"])
                )
            )
        )
    )


def _pay(text: str, found: "re.Match[str]", low: int, high: int) -> Pay:
    thousands = bool(found["k1"] or found["k2"])
    first = _number(found["low"], thousands and (bool(found["k1"]) or _number(found["low"], False) < 1000))
    last = (
        _number(found["high"], thousands and bool(found["k2"] or _number(found["high"], False) < 1000))
        if found["high"]
        else None
    )
    before = text[max(low, found.start() - 20) : found.start()]
    least = None if last is None and UP_TO.search(before) else first
    most = last if last is not None else None if FROM.search(before) else first
    return Pay(least, most, _currency(text, found), _period(text, found, low, high))


def _number(figure: str, thousands: bool) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?", figure):
        figure = figure.replace(".", "").replace(",", ".")
    value = float(re.sub("[, ']", "", figure)) * (1000 if thousands else 1)
    return int(value) if value == int(value) else value


def _currency(text: str, found: "re.Match[str]") -> str | None:
    """Return the code that the text gives; a bare dollar sign is one of many dollars."""
    words = " ".join(filter(None, (found["lead"], found["mid"], found["code"]))).strip()
    code = re.search(CODES, words) or re.match(rf"\s?\(?(?:{CODES})\b", text[found.end() : found.end() + 30])
    if code:
        return re.sub(r"\W", "", code[0])
    behind = re.match(rf"[^.\n]{{0,30}}?\b({CODES})\b", text[found.end() : found.end() + 40])
    sign = re.search(SIGN, words)
    return (SIGNS[sign[0]] if sign else None) or (behind[1] if behind else None)


def _period(text: str, found: "re.Match[str]", low: int, high: int) -> str | None:
    """Return the period named inside, right behind or before the amount, in its sentence or line."""
    places = (
        found[0],
        text[found.end() : min(max(high, found.end()), found.end() + 45)],
        text[max(low, found.start() - 80) : found.start()],
    )
    return next((str(named.lastgroup) for place in places if (named := PERIOD.search(place))), None)
