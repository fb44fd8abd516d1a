"""What a translation must carry over unchanged: placeholders, numbers, tags."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.model import OPAQUE, TextSpan
from mtaudit.text.numbers import Number, Sort, numbers
from mtaudit.text.placeables import (
    BRACES,
    EMAIL,
    NAMED,
    PERCENT,
    PLAIN,
    QT,
    QT_PLACE,
    TEMPLATES,
    URLS,
    from_signs,
)


class Item(NamedTuple):
    """Something in a text that its counterpart must have as well."""

    span: TextSpan
    keys: tuple[str, ...]
    """Two items are the same if they share one of these."""

    optional: bool = False
    """Whether a translation may write it in words, or leave it out."""


_ANY = rf"{OPAQUE} | {PERCENT} | {TEMPLATES} | {BRACES} | {NAMED} | {QT}"
_PLACEHOLDER = re.compile(_ANY, re.VERBOSE)
_PLACEHOLDER_OF_QT = re.compile(rf"{QT_PLACE} | {_ANY}", re.VERBOSE)
_SIGN = re.compile(rf"[%{{$#@{OPAQUE}]")
"""What each placeholder begins with."""

_UNNUMBERED = re.compile(
    r"%(?P<rest>[-+#0]*+\d*+(?:\.(?:\d++|(?P<star>\*)))?[a-zA-Z@]{1,3})"
)
"""A conversion of printf that takes its place from its order; ``*`` takes one more."""

_EMAIL = re.compile(EMAIL, re.VERBOSE)
_TAG = re.compile(r"<(/?[A-Za-z][\w:-]*)(?:\s[^<>]*)?/?>")
_ESCAPED_TAG = re.compile(
    r"""(?xi) &lt; ( /? (?: a | abbr | b | big | br | code | del | div | em | font
      | h[1-6] | hr | i | img | ins | kbd | li | mark | ol | p | s | small | span
      | strong | sub | sup | table | td | th | tr | tt | u | ul | var | [a-z]\d{1,3} ) )
    (?: \s (?: (?! &[lg]t; ) [^<>] )* )? /? &gt;"""
)
_HTML = frozenset(
    """
    a abbr b bdi bdo big blockquote br button center cite code col dd del details dfn
    div dl dt em figure font form g h1 h2 h3 h4 h5 h6 head hr html i iframe img input
    ins kbd label legend li link mark meta nav ol option p pre q ruby s samp script
    section select small source span strike strong style sub summary sup svg table
    tbody td template textarea tfoot th thead time title tr tt u ul var video wbr x
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""Elements of HTML: “<file>” is none, and may be a word for readers."""

_APART = re.compile(rf"{URLS} | {EMAIL} | {_TAG.pattern}", re.VERBOSE)
"""What may hold digits that are no number of the text."""

_SPELLED_OUT = 12
"""Whole numbers up to this are often written as words."""


def placeholders(text: str, *, of_qt: bool = False) -> Iterator[Item]:
    """
    Yield what a program will fill in, and what stands for opaque text.

    A conversion of printf without a number has its place for one, ``%s`` that of
    ``%1$s``: a translation may number them to change their order.
    """
    pattern = _PLACEHOLDER_OF_QT if of_qt else _PLACEHOLDER
    place = 0
    for match in from_signs(pattern, _SIGN, text):
        key = "".join(match[0].split())
        keys: tuple[str, ...] = (key,)
        if conversion := _UNNUMBERED.fullmatch(key):
            place += 2 if conversion["star"] else 1
            keys = (key, f"%{place}${conversion['rest']}")
        yield Item(TextSpan(*match.span()), keys)


def have_same_placeholders(one: str, other: str) -> bool:
    """Whether two texts have the same placeholders in one order, by a quick look."""
    found = PLAIN.findall(one)
    return found == PLAIN.findall(other) and all(
        len(_SIGN.findall(text)) == len(found) for text in (one, other)
    )


def emails(text: str) -> Iterator[Item]:
    """Yield mail addresses, case aside."""
    for match in _EMAIL.finditer(text):
        yield Item(TextSpan(*match.span()), (match[0].casefold(),))


def tags(text: str) -> Iterator[Item]:
    """Yield tags of markup by their names; attributes make no difference."""
    for match in _TAG.finditer(text):
        yield Item(TextSpan(*match.span()), (match[1].casefold(),))


def is_word(tag: Item, text: str) -> bool:
    """Whether a tag of `text` is a word for readers: “mv [<options>] <file>”."""
    spelled, name = tag.span.of(text), tag.keys[0]
    return not (
        name.startswith("/")
        or name in _HTML
        or "=" in spelled
        or spelled.endswith("/>")
        or f"</{name}>" in text.casefold()
    )


def escaped_tags(text: str) -> Iterator[Item]:
    """Yield tags of HTML, and those of tools, that XML spells as ``&lt;b&gt;``."""
    for match in _ESCAPED_TAG.finditer(text):
        yield Item(TextSpan(*match.span()), (match[1].casefold(),))


def without_items(text: str) -> str:
    """Return `text` with as many opaque characters for links, tags, placeholders."""
    for pattern in (_APART, _PLACEHOLDER):
        text = pattern.sub(lambda match: OPAQUE * len(match[0]), text)
    return text


def amounts(text: str) -> Iterator[Item]:
    """
    Yield the numbers that are not part of a link, a tag or a placeholder.

    Of a date only the year is required, and of a time the minutes: the rest
    may be written in words, or by another clock.
    """
    for number in numbers(without_items(text)):
        if number.sort in {Sort.DATE, Sort.TIME}:
            yield from _parts(number)
        else:
            yield _amount(number)


def _amount(number: Number) -> Item:
    """Return a number as an item, ``2.50`` as ``2.5``."""
    keys = tuple(_value(reading) for reading in number.readings)
    is_small = keys[0].isdigit() and int(keys[0]) <= _SPELLED_OUT
    return Item(TextSpan(number.start, number.end), keys, optional=is_small)


def _value(reading: str) -> str:
    if reading.count(".") != 1:
        return reading
    return reading.rstrip("0").rstrip(".")


def _parts(number: Number) -> Iterator[Item]:
    """Yield the numbers of a date or a time."""
    for index, match in enumerate(re.finditer(r"\d+", number.text)):
        start = number.start + match.start()
        value = match[0].lstrip("0")
        is_required = (
            len(match[0]) == len("2020")
            if number.sort is Sort.DATE
            else index == 1 and bool(value)
        )
        span = TextSpan(start, start + len(match[0]))
        yield Item(span, (value or "0",), optional=not is_required)
