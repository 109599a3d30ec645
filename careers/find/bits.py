"""Sets of places as Python ints, one bit a place: at 100,000 places an `&` takes microseconds."""

from collections.abc import Iterable

# Looked at one by one only where wanted places lie.
CHUNK = 64
ONE = ord("1")


def bits_at(places: Iterable[int]) -> int:
    """Return the set of these places; linear, where shifting each bit in would be quadratic."""
    listed = list(places)
    digits = bytearray(b"0") * (max(listed, default=0) + 1)
    for place in listed:
        digits[-1 - place] = ONE
    return int(digits, 2)


def everything(places: int) -> int:
    return (1 << places) - 1


def places_in(bits: int, start: int, stop: int) -> list[int]:
    """Return the places of the `start`th to before the `stop`th member, the lowest first."""
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    found: list[int] = []
    for at in range(0, len(data), CHUNK):
        chunk = int.from_bytes(data[at : at + CHUNK], "little")
        number = chunk.bit_count()
        if start < number:
            found += [at * 8 + place for place in range(CHUNK * 8) if chunk >> place & 1][start:stop]
        start, stop = max(start - number, 0), stop - number
        if stop <= 0:
            break
    return found


def with_place(bits: int, place: int) -> int:
    """Return the set after an empty place came in at `place`: what lies there and above moves up."""
    low = bits & everything(place)
    return low | (bits ^ low) << 1


def without_place(bits: int, place: int) -> int:
    """Return the set after `place` was taken out: what lies above moves down."""
    low = bits & everything(place)
    return low | bits >> place + 1 << place
