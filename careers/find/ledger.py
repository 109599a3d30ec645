"""What the open postings state, noted for each rule of eligibility: a rule is asked once for what many state alike.

A hundred thousand postings state some thousand things, so that an applicant's verdicts on all cost milliseconds.
"""

from array import array
from dataclasses import dataclass
from operator import attrgetter

from careers.postings.models import Posting

from .eligibility import RULES, Stated, Verdict, ask, dates
from .eligibility.stated import SAME_NAME
from .verdicts import stated_by

# Flags of several rules are joined by "or"; the highest bit is the posting's verdict.
FLAGS = {Verdict.MEETS: 0, Verdict.CANNOT_TELL: 1, Verdict.DOES_NOT: 2}
JOINED = {Verdict.MEETS: {0}, Verdict.CANNOT_TELL: {1}, Verdict.DOES_NOT: {2, 3}}
# Flags as the digits of a set of places.
DIGITS = {verdict: bytes(ord("01"[flag in flags]) for flag in range(256)) for verdict, flags in JOINED.items()}
# So many postings are read together, which bounds memory.
AT_ONCE = 1_000
COLUMNS = (*SAME_NAME, "degree_levels", "study_years", "work_rights", "location")
NOTHING = Stated()
READ = {rule: attrgetter(*names) for rule, names in RULES.items()}
# No applicant changes it, so it is asked when it is noted.
READ[dates.window] = lambda stated: dates.window(stated) is None
# So many codes fit in a byte, and bytes are translated in no time; few rules need more.
BYTE = 256


@dataclass(frozen=True)
class Answers:
    """{verdict: set of places}, and {rule: postings that it rules out}."""

    by_verdict: dict
    ruled_out: dict


class Ledger:
    """`known` is {rule: {facts: (code, a Stated with them)}}, `codes` {rule: a code for each place of the index}."""

    def __init__(self, known, codes):
        self.known = known
        self.codes = codes

    @classmethod
    def build(cls, pks):
        """Read the postings with these keys, in this order."""
        ledger = cls({rule: {} for rule in RULES}, {rule: bytearray() for rule in RULES})
        for start in range(0, len(pks), AT_ONCE):
            ledger.put_in(dict(enumerate(pks[start : start + AT_ONCE], start)))
        return ledger

    def copy(self):
        known = {rule: dict(facts) for rule, facts in self.known.items()}
        return Ledger(known, {rule: codes[:] for rule, codes in self.codes.items()})

    def put_in(self, pks):
        """Read {place: key} of postings, lower places first; what is gone by now says nothing until it is followed."""
        rows = Posting.objects.filter(pk__in=pks.values()).only(*COLUMNS).prefetch_related("location")
        stated = dict(stated_by(rows))
        for place, pk in pks.items():
            self.note(place, stated.get(pk, NOTHING))

    def note(self, place, stated):
        for rule, read in READ.items():
            known = self.known[rule]
            code, _ = known.setdefault(read(stated), (len(known), stated))
            if code == BYTE and isinstance(self.codes[rule], bytearray):
                self.codes[rule] = array("I", list(self.codes[rule]))
            self.codes[rule].insert(place, code)

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
        known = ((stated, stated.today(on) if knows_day else None) for _, stated in self.known[rule].values())
        reasons = (ask(rule, stated, applicant, today) for stated, today in known)
        flags = bytes(FLAGS[reason.verdict] if reason else 0 for reason in reasons)
        codes = self.codes[rule]
        if isinstance(codes, bytearray):
            return codes.translate(flags.ljust(BYTE))
        return bytes(map(flags.__getitem__, codes))
