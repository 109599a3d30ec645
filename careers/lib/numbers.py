"""Numbers as texts spell them: the words up to twenty, and those that lengths are given in."""

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-four": 24,
}  # fmt: skip
# The longest first, so that a form does not stop at the "six" of "sixteen"; in plain letters, since “ſix” is no number.
WORD = f"(?a:{'|'.join(sorted(WORDS, key=len, reverse=True))})"


def number(written: str) -> int:
    """Return what "12" or "Twelve" counts; raise ValueError for anything else."""
    return WORDS.get(written.lower()) or int(written)
