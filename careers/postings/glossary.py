"""The words recruiters explain, and which of them stand in a posting."""

import re
from dataclasses import dataclass

from careers.postings.derived import Derived
from careers.postings.models import Term

# Letters fewer than this, or with a capital after the first, are looked for as they are written: "Go", "AIOps".
SHORT = 4


@dataclass(frozen=True)
class Glossary:
    """`exact` and `folded` give the term behind a spelling; `pattern` finds the spellings in a text."""

    terms: tuple[Term, ...]
    exact: dict[str, Term]
    folded: dict[str, Term]
    pattern: re.Pattern | None

    def within(self, texts):
        """Return the terms that stand in any of `texts`, by their alphabet."""
        found = (
            {self.term(spelling) for text in texts for spelling in self.pattern.findall(text)} if self.terms else set()
        )
        return [term for term in self.terms if term in found]

    def term(self, spelling):
        return self.exact.get(spelling) or self.folded.get(spelling.casefold())


@Derived
def glossary():
    """Return the Glossary of this edition; terms without an explanation only help the search."""
    terms = tuple(sorted(Term.objects.exclude(explanation=""), key=lambda term: term.text.casefold()))
    spellings = [(spelling, term) for term in terms for spelling in (term.text, *term.synonyms)]
    exact = {spelling: term for spelling, term in spellings if is_exact(spelling)}
    folded = {spelling.casefold(): term for spelling, term in spellings if not is_exact(spelling)}
    return Glossary(terms, exact, folded, pattern(exact, folded) if terms else None)


def is_exact(spelling):
    return (len(spelling) < SHORT and spelling.isalpha()) or any(letter.isupper() for letter in spelling[1:])


def pattern(exact, folded):
    """Return one pattern for all spellings, the longest first, none inside a longer word."""
    parts = [*((name, re.escape(name)) for name in exact), *((name, f"(?i:{re.escape(name)})") for name in folded)]
    ordered = [part for _, part in sorted(parts, key=lambda pair: -len(pair[0]))]
    return re.compile(rf"(?<![\w+#])(?:{'|'.join(ordered)})(?![\w+#])")


def words_of(posting):
    """Return the terms that stand in the items of `posting`, from the rows at hand."""
    items = [*posting.responsibilities.all(), *posting.qualifications.all()]
    return glossary().within([posting.title, *(item.text for item in items)])
