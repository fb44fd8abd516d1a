"""Many texts searched as one: most strings stand in few of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from mtaudit.text.scripts import beyond_ascii
from mtaudit.text.words import flatten, forget

_MOST = 200_000

BORDER = "\0"
"""What parts texts: it comes through to each form of a text."""


_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_LETTERS = bytes(
    byte if byte in _SMALL + BORDER.encode() else ord(" ") for byte in range(256)
)
"""What is no small letter of ASCII, as a space."""

_DIGIT = re.compile(r"\d")
_NO_DIGITS = bytes({*range(256)} - {*f"0123456789{BORDER}".encode()})
"""What is no digit of ASCII."""


def joined(texts: Iterable[str]) -> str:
    """Return texts as one, with borders between; none of them may hold one."""
    return f"\n{BORDER}\n".join(texts)


def flattened(texts: Sequence[str]) -> list[str]:
    """Return what `flatten` makes of each text."""
    whole = joined(texts)
    if whole.count(BORDER) >= len(texts):
        return [*map(flatten, texts)]
    return flatten(whole).split(BORDER)


def ascii_words(texts: Sequence[str]) -> list[list[str]]:
    """
    Return the letters of ASCII that stand together in each of folded texts.

    What any other character parts counts as words of its own.
    """
    whole = joined(texts)
    if whole.count(BORDER) >= max(1, len(texts)):
        whole = joined(text.replace(BORDER, " ") for text in texts)
    encoded = whole.encode("utf-8", "surrogatepass").translate(_LETTERS)
    words = [text.split() for text in encoded.decode("ascii").split(BORDER)]
    return words if texts else []


def with_digits(texts: Sequence[str]) -> list[int]:
    """Return the numbers of the texts that have digits, of whatever script."""
    whole = joined(texts)
    has_others = _DIGIT.search(beyond_ascii(whole)) is not None
    if has_others or whole.count(BORDER) >= max(1, len(texts)):
        return [number for number, text in enumerate(texts) if _DIGIT.search(text)]
    found = whole.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS)
    return [number for number, each in enumerate(found.split(b"\0")) if each]


def handfuls(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """
    Yield texts in groups of about `_MOST` code points, each with its first's number.

    What is made of them, such as lists of words, can take twenty times their room.
    """
    first = length = 0
    for number, text in enumerate(texts):
        length += len(text)
        if length > _MOST:
            yield first, texts[first : number + 1]
            first, length = number + 1, 0
            forget()
    if first < len(texts):
        yield first, texts[first:]


def borders_of(whole: str) -> list[int]:
    """Return where the borders are in a form of joined texts, and its end."""
    return [*(each.start() for each in re.finditer(BORDER, whole)), len(whole)]


def numbers_holding(whole: str, string: str, borders: Sequence[int]) -> Iterator[int]:
    """Yield between which borders `string` stands, each number once."""
    place = whole.find(string)
    while place >= 0:
        number = bisect_left(borders, place)
        yield number
        place = whole.find(string, borders[number])


def holding(texts: Sequence[str], strings: Iterable[str]) -> list[int]:
    """Return the numbers of the texts that hold, flattened, one of some strings."""
    if any(BORDER in text for text in texts):
        return [*range(len(texts))]
    wanted = {*strings}
    found: set[int] = set()
    for first, some in handfuls(texts):
        whole = flatten(joined(some))
        borders = borders_of(whole)
        for string in wanted:
            numbers = numbers_holding(whole, string, borders)
            found.update(first + number for number in numbers)
    return sorted(found)
