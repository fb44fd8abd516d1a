"""Addresses in a text: where they stand, and which of two lead to the same page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.model import TextSpan
from mtaudit.text.items import Item
from mtaudit.text.placeables import URLS

_DESTINATION = r"""
      (?<=\]\() [ \t]* (?: <[^<>\n]*> | [^\s()<>]* (?: \([^\s()]*\) [^\s()]* )* )
    | (?<![\w-]) (?:href|src) \s* = \s* (?: "[^"]*" | '[^']*' )
    | ^ [ ]{0,3} \[ [^\]\n]+ \]: [ \t]* \S+
    """
_BEFORE_ADDRESS = re.compile(
    r"""(?x) (?: href | src ) \s* = \s* ["']
      | [ ]{0,3} \[ [^\]\n]+ \]: [ \t]* <? | [ \t]* <?"""
)
_HOST = re.compile(r"(?i)https?://(?P<host>[^/\s?#]+)")
_OF_LANGUAGE = re.compile(r"(?:\A|(?<=\.))[a-z]{2}(?:-[a-z]{2,4})?\.(?=.*\.)")
"""What of a host may be a language or a country, “de.” or “ftp.de.”, or nothing."""
_SCHEME = re.compile(r"(?i)https?:/*(?:www\.)?")
_FILE = re.compile(
    r"^(?:\.{1,2}|index|readme)?(?=\.|\Z)|(?:[._-][a-z]{2}(?:-[a-z]{2,4})?)?"
    r"\.(?:md|mdx|html?|rst|adoc|ipynb)\Z|^(?:[a-z]{2}(?:-[a-z]{2})?)\.(?=\w+\.\w+)"
)
"""What of a name is not its own: a language, and what sort of file it is."""

_LANGUAGE = re.compile(
    r"(?i)^(?:[a-z]{2}|zh|pt)(?:[-_](?:[a-z]{2}|hans|hant|latn|cyrl|419))?$"
)


def links(text: str) -> Iterator[Item]:
    """
    Yield addresses, those behind words as well; pictures and anchors are none.

    Two are the same if they differ in the language that they name, in the
    anchor, or in how the way to a file of the site begins.
    """
    for match in _link().finditer(text):
        lead = _BEFORE_ADDRESS.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        address = text[start : match.end()].partition("](")[0].rstrip("\"'> \t")
        is_image = text.rfind("![", 0, start) > text.rfind("](", 0, start - 2)
        if (
            address
            and address[0] not in "#{$"
            and not (is_image and text[start - 1] == "(")
        ):
            yield Item(
                TextSpan(start, start + len(address)), tuple(_link_keys(address))
            )


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"{_DESTINATION} | {URLS}", re.VERBOSE | re.MULTILINE)


def _link_keys(address: str) -> Iterator[str]:
    """Yield an address, and what of it does not depend on the language."""
    yield address.rstrip("/")
    bare = re.split(r"[?#]", address, maxsplit=1)[0]
    path = _SCHEME.sub("", bare)
    is_local = path == bare and not bare.startswith("//")
    named = [_FILE.sub("", part) for part in path.casefold().split("/")]
    kept = [part for part in named if part and not _LANGUAGE.match(part)]
    yield f"…/{''.join(kept[-1:])}" if is_local else "/".join(kept)


def site(address: str) -> tuple[str, str] | None:
    """Return a host without the language or the country that it names, and whole."""
    found = _HOST.match(address)
    if found is None:
        return None
    host = found["host"].casefold().removeprefix("www.")
    return _OF_LANGUAGE.sub("", host, count=1), host
