"""What the open postings state, noted for each rule of eligibility: a rule is asked once for what many state alike.

A hundred thousand postings state some thousand things, so that an applicant's verdicts on all cost milliseconds.
"""

from array import array
from dataclasses import dataclass
from operator import itemgetter
from types import SimpleNamespace

from careers.postings.models import Location, Posting

from .eligibility import RULES, Stated, Verdict, ask, dates
from .eligibility.stated import SAME_NAME
from .facets import as_given
from .verdicts import fields_of

# Flags of several rules are joined by "or"; the highest bit is the posting's verdict.
FLAGS = {Verdict.MEETS: 0, Verdict.CANNOT_TELL: 1, Verdict.DOES_NOT: 2}
JOINED = {Verdict.MEETS: {0}, Verdict.CANNOT_TELL: {1}, Verdict.DOES_NOT: {2, 3}}
# Flags as the digits of a set of places.
DIGITS = {verdict: bytes(ord("01"[flag in flags]) for flag in range(256)) for verdict, flags in JOINED.items()}
# So many postings are read together, which bounds memory.
AT_ONCE = 1_000
COLUMNS = (*SAME_NAME, "degree_levels", "study_years", "work_rights")
PLACE = ("name", "country", "time_zone")
# A row has the contents of these as the engine gives them, then its fields of study.
ROW = (*COLUMNS, *(f"location__{column}" for column in PLACE))
NOTHING = (*(None for _ in ROW), ())
AT = {name: at for at, name in enumerate((*COLUMNS, "location", "country_name", "time_zone", "fields_of_study"))}
READ = {rule: itemgetter(*(AT[name] for name in names)) for rule, names in RULES.items()}
# So many codes fit in a byte, and bytes are translated in no time; few rules need more.
BYTE = 256


@dataclass(frozen=True)
class Answers:
    """{verdict: set of places}, and {rule: postings that it rules out}."""

    by_verdict: dict
    ruled_out: dict


class Ledger:
    """`known` is {rule: {facts: code}}, `stated` {rule: a Stated for each code}, `codes` {rule: one for each place}."""

    def __init__(self, known, stated, codes):
        self.known = known
        self.stated = stated
        self.codes = codes

    @classmethod
    def build(cls, pks):
        """Read the postings with these keys, in this order."""
        ledger = cls({rule: {} for rule in RULES}, {rule: [] for rule in RULES}, {rule: bytearray() for rule in RULES})
        for start in range(0, len(pks), AT_ONCE):
            ledger.put_in(dict(enumerate(pks[start : start + AT_ONCE], start)))
        return ledger

    def copy(self):
        known = {rule: dict(facts) for rule, facts in self.known.items()}
        stated = {rule: list(facts) for rule, facts in self.stated.items()}
        return Ledger(known, stated, {rule: codes[:] for rule, codes in self.codes.items()})

    def put_in(self, pks):
        """Read {place: key} of postings, lower places first; what is gone by now says nothing until it is followed."""
        rows = rows_of(list(pks.values()))
        for place, pk in pks.items():
            self.note(place, rows.get(pk, NOTHING))

    def note(self, place, row):
        for rule, read in READ.items():
            facts, known = read(row), self.known[rule]
            if facts not in known:
                known[facts] = self.code(rule, stated_in(row))
            self.codes[rule].insert(place, known[facts])

    def code(self, rule, stated):
        """Return the code of facts that were not known."""
        others = self.stated[rule]
        if rule is dates.window:
            # No applicant changes it: facts with one answer share a code.
            answer = dates.window(stated) is None
            same = (code for code, other in enumerate(others) if (dates.window(other) is None) == answer)
            if (code := next(same, None)) is not None:
                return code
        others.append(stated)
        if len(others) == BYTE + 1:
            self.codes[rule] = array("I", list(self.codes[rule]))
        return len(others) - 1

    def take_out(self, place):
        for codes in self.codes.values():
            codes.pop(place)

    def answers(self, applicant, on):
        """Return the Answers to an applicant, exactly those of asking each posting."""
        joined, ruled_out = 0, {}
        for rule in RULES:
            flags = self.flags(rule, applicant, on)
            ruled_out[rule.__name__] = flags.count(FLAGS[Verdict.DOES_NOT])
            joined |= int.from_bytes(flags, "little")
        # The last place first, as digits are written.
        worst = joined.to_bytes(len(flags), "big")
        return Answers({each: int(worst.translate(DIGITS[each]) or b"0", 2) for each in Verdict}, ruled_out)

    def flags(self, rule, applicant, on):
        """Return a flag for each place."""
        knows_day = "time_zone" in RULES[rule]
        known = ((stated, stated.today(on) if knows_day else None) for stated in self.stated[rule])
        reasons = (ask(rule, stated, applicant, today) for stated, today in known)
        flags = bytes(FLAGS[reason.verdict] if reason else 0 for reason in reasons)
        codes = self.codes[rule]
        if isinstance(codes, bytearray):
            return codes.translate(flags.ljust(BYTE))
        return bytes(map(flags.__getitem__, codes))


def rows_of(pks):
    """Return {pk: row} in two queries."""
    contents = Posting.objects.filter(pk__in=pks).order_by().values_list("pk", *map(as_given, ROW))
    contents, fields = list(contents), fields_of(pks)
    return {pk: (*row, tuple(fields[pk])) for pk, *row in contents}


def stated_in(row):
    """Return the Stated of a row, each content as Python has it."""
    *contents, name, country, time_zone, fields = row
    facts = {
        column: Posting._meta.get_field(column).to_python(each) for column, each in zip(COLUMNS, contents, strict=True)
    }
    place = Location(name=name, country=country, time_zone=time_zone) if country else None
    return Stated.of(SimpleNamespace(**facts, location=place), fields)
