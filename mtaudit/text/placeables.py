"""What a program fills into a message, or reads as markup: the one place that knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import NamedTuple

from mtaudit.model import OPAQUE


class Placeable(NamedTuple):
    """A stretch of a message that is no prose."""

    start: int
    end: int
    shown: str
    """
    What rules see there.

    `OPAQUE` for a value or a code, nothing for a tag around words, a line
    break for a tag that breaks the line; in a string of HTML, a character for
    the reference to it.
    """


_CONVERSION = r"(?:hh?|ll?|[Lqjzt])? [@sSdiouxXcCfFeEgGpr]"

PERCENT = rf"""
    (?<! (?<! %) % ) %                            # not the second of “%%”
      (?: (?: \(\w+\) | \d+\$ ) [-+\#0]*+ \d*+ (?:\.\d+)? {_CONVERSION}
        | [-+\#0]*+ \d*+ (?:\.(?:\d+|\*))? {_CONVERSION} (?![A-Za-z0-9])
        | \#@ \w+ @ )
    """
"""printf, as C, Python, Objective-C and PHP have it."""

TEMPLATES = r"\{\{\{ [^{}]* \}\}\} | \{\{ [^{}]* \}\} | \{% [^{}]*? %\}"
"""What a site generator fills in."""

BRACES = r"""
      [$%\#@] \{ [^{}]* \}                            # shell, Ruby, JavaScript
    | \{ \s*+ (?: [\w$.\-\[\]]*+ (?:![rsa])? (?: : [^{}\s'"]*+ )?   # Python, .NET, ICU
        | [\w.-]++ \s*+ , \s*+ (?:number|date|time|spellout|ordinal|duration|list)
          \s*+ (?: , [^{}]*+ )?
        | [$-]? [\w.-]++ \s*+ (?: \( [^(){}]*+ \) )?    # Fluent, with a function's call
        | "[^"{}]*+" | [A-Z]++ \( [^{}]* \) ) \s*+ \}
    """

QT = r"% L? (?: [1-9]\d? | n ) (?! [^\W_] | [%$])"

QT_PLACE = r"% L? (?: [1-9]\d? (?! \$) | n (?! [^\W_] ) )"
"""A place in a catalogue of Qt, where what comes next is text: “%1d %2h”, “%n%”."""

NAMED = r"""
      \$t\( [^()]*+ (?: \( [^()]*+ \) [^()]*+ )? \)    # i18next
    | \$ [A-Za-z_][A-Za-z0-9_@]* \$                    # Chrome
    """

TAGS = r"""
      <(?P<held> xliff:g | code | kbd | var | samp | tt | script | style ) \b [^<>]* >
      .*? </ (?P=held) \s* >
    | (?P<break>
      </? (?: br | p | div | ul | ol | li | h[1-6] | tr | table | blockquote )
      (?: \s [^<>]* )? /? > )
    | (?P<around>
      </? (?: a | b | i | u | s | em | strong | small | big | span | font | mark
      | sub | sup | abbr | bdi | bdo | cite | q | del | ins | \d+ ) (?: \s [^<>]* )? >
      | <(?:link|bold|italic|strong)> | </(?:link|bold|italic|strong)> )
    | </? [A-Za-z][\w:.-]* (?: \s [^<>]* )? /? > | < \d+ \s* /> | <!-- .*? -->
    """

_NOT_OF_URLS = r"\s<>\"“”«»„‘’\u3000-\u9fff\uac00-\ud7af\uff00-\uffef"
_NOT_ESCAPED = "(?!&(?:quot|apos|[lg]t);)"
"""Nor does an address go on with a quotation mark or a tag that XML has escaped."""

URLS = rf"""
      (?<![A-Za-z0-9]) (?: https?:// | www\. )
      (?: {_NOT_ESCAPED} [^{_NOT_OF_URLS}] )+ (?<! [.,;:!?)'*_~\]\\] )
    """

EMAIL = r"(?<![\w.+-]) [\w.+-]+@[\w-]+(?:\.[\w-]+)+"

ENTITY = r"""
    & (?P<entity> [A-Za-z][A-Za-z0-9]{1,31} | \#\d{1,7} | \#[xX][0-9A-Fa-f]{1,6} ) ;
    """

_SIGNED = (PERCENT, TEMPLATES, BRACES, QT, NAMED, TAGS)
"""What begins with a sign, as entities do; addresses do not."""

_SIGN = re.compile(r"[%{<$#@&]")
"""What each of them begins with."""

PLAIN = re.compile(r"%(?:\(\w+\))?[sd](?![A-Za-z0-9])|\{\w*+\}")
"""Placeholders of which most messages have no others."""

_PARTS = re.compile(f"({PLAIN.pattern})")
_ADDRESSES = (URLS, EMAIL)
_URL = re.compile(r"(?:https?://|www\.)")
"""What an address of the web begins with."""

_ADDRESS_SIGNS = ("@", "://", "www.")
_SIGNS = ("%", "{", "<", "$", *_ADDRESS_SIGNS)
"""Strings of which one is in every text that has a placeable, entities aside."""

_HTML = re.compile(
    r"</?(?:a|b|big|br|body|code|div|em|font|h\d|html|i|li|ol|p|small|span|strong"
    r"|table|td|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag by which a message is known to be HTML, in which entities are characters."""

_SHOWN = {"break": "\n", "around": ""}
"""What rules see of tags, by their group; of all else they see `OPAQUE`."""


def placeables(text: str, *, is_html: bool = False) -> Iterator[Placeable]:
    """
    Yield what is no prose in a message, in order; no two overlap.

    References to characters are placeables where a message `is_html`; one with
    tags of HTML is so in any case.
    """
    if not any(map(text.__contains__, _SIGNS)) and not (is_html and "&" in text):
        return
    is_html = "&" in text and (is_html or _HTML.search(text) is not None)
    for match in _matches(text):
        sort = match.lastgroup
        if sort != "entity":
            yield Placeable(*match.span(), _SHOWN.get(sort or "", OPAQUE))
        elif is_html:
            yield Placeable(*match.span(), unescape(match[0]))


def plain_parts(text: str) -> list[str] | None:
    """
    Return what is prose in a message and what a plain placeholder, by turns.

    None if it may have placeables that are no plain ones.
    """
    if "://" in text or "www." in text:
        return None
    parts = _PARTS.split(text)
    return parts if len(parts) == 2 * len(_SIGN.findall(text)) + 1 else None


def _matches(text: str) -> Iterable[re.Match[str]]:
    """Return what stands out from prose, by the places where it may begin."""
    if any(map(text.__contains__, _ADDRESS_SIGNS)):
        return _matches_at(sorted(_beginnings(text)), _pattern(), text)
    plain = [*PLAIN.finditer(text)]
    if len(plain) == len(_SIGN.findall(text)):
        return plain
    return from_signs(_pattern(), _SIGN, text)


def _beginnings(text: str) -> Iterator[int]:
    """Yield where placeables may begin, addresses among them."""
    for sign in _SIGN.finditer(text):
        yield sign.start()
        if sign[0] == "@":
            yield _beginning_of_mail(text, sign.start())
    for start in _URL.finditer(text):
        yield start.start()


def _beginning_of_mail(text: str, place: int) -> int:
    """Return where a mail address begins whose “@” stands at `place`."""
    while place and (text[place - 1].isalnum() or text[place - 1] in "_.+-"):
        place -= 1
    return place


def from_signs(
    pattern: re.Pattern[str], sign: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """
    Yield what `pattern.finditer` does, where each match begins with a sign.

    Prose has few of them, and need not be tried letter by letter.
    """
    return _matches_at((each.start() for each in sign.finditer(text)), pattern, text)


def _matches_at(
    places: Iterable[int], pattern: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at places, in their order; none overlap."""
    done = 0
    for place in places:
        match = pattern.match(text, place) if place >= done else None
        if match:
            yield match
            done = match.end()


@cache
def _pattern() -> re.Pattern[str]:
    parts = (*_SIGNED, *_ADDRESSES, ENTITY)
    return re.compile("|".join(parts), re.VERBOSE | re.DOTALL)
