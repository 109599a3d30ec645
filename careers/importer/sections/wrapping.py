"""Lines that a mail or a PDF broke for its width: the word that begins the next one would not have fitted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WIDEST = 120
FEWEST = 3
# Of the breaks that look like the page's own, so many must have been needed.
MOST = 0.8
# Letters differ in width, so that lines of one page differ in length.
NEARLY = 0.9
PAIR = re.compile(r"(?P<line>[^\n]*\S) *\n(?P<indent> *)(?=(?P<word>[^\s]+))")
# A quick look: what does not stand three times need not be looked for with care.
INSIDE = re.compile(r"\n *[a-z\"'(&\d]")
# The next line goes on in the middle of a sentence, or a small word before it asks for more.
GOES_ON = re.compile(r"[a-z\"'(&]|\d{3,}")
NO_ITEM = re.compile(r"(?!(?:[a-z]|[ivx]{1,4})[.)]|o [A-Z])")
UNFINISHED = re.compile(r"(?:,|&|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|our|that|the|to|with|your))$")
ENDED = re.compile(r"[.:;!?|]$")
# Words that are written with the hyphen at which the line ended.
COMPOUND = re.compile(
    r"\b(?:co|cross|early|entry|face|first|full|half|hands|high|in|long|low|mid|multi|non|on|open|part|post|pre|real"
    r"|self|short|two|well|\w+-\w+)-$",
    re.IGNORECASE,
)
SPLIT_WORD = re.compile(r"[a-zA-Z]-$")


@dataclass(frozen=True)
class Break:
    """`text[start:end]` reads as `blank`; its line is so long, the next one's first word with a blank before it too."""

    start: int
    end: int
    blank: str
    length: int
    word: int
    sure: bool


def breaks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it reads as) of the line ends that only the width of a page made."""
    if len(INSIDE.findall(text)) < FEWEST or any(len(line) > WIDEST for line in text.split("\n")):
        return
    found = list(_candidates(text))
    sure = [each for each in found if each.sure]
    width = max((each.length for each in sure), default=0)
    needed = [each for each in found if not each.blank or each.length + each.word >= NEARLY * width]
    if len(sure) >= FEWEST and sum(each.sure for each in needed) >= MOST * len(sure):
        yield from ((each.start, each.end, each.blank) for each in needed)


def _candidates(text: str) -> Iterator[Break]:
    for pair in PAIR.finditer(text):
        line, word = pair["line"], pair["word"]
        same_case = word[0].islower() == line[-2:-1].islower() and word[0].isalpha()
        hyphened = bool(SPLIT_WORD.search(line)) and same_case
        sure = bool(GOES_ON.match(word) and NO_ITEM.match(word)) and not ENDED.search(line)
        if sure or hyphened or (UNFINISHED.search(line) and word[0].isalpha()):
            start = pair.end("line") - (hyphened and not COMPOUND.search(line))
            yield Break(start, pair.end("indent"), "" if hyphened else " ", len(line), len(word) + 1, sure)
