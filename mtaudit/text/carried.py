"""What a translation carries over as it is: links, pictures, code, handles, emoji."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mtaudit.model import TextSpan
from mtaudit.text.fences import layout
from mtaudit.text.icu import choices
from mtaudit.text.items import Item, amounts, emails, placeholders, tags
from mtaudit.text.placeables import EMAIL, URLS

_DESTINATION = r"""
      (?<=\]\() [ \t]* (?: <[^<>\n]*> | [^\s()<>]* (?: \([^\s()]*\) [^\s()]* )* )
    | (?<![\w-]) (?:href|src) \s* = \s* (?: "[^"]*" | '[^']*' )
    | ^ [ ]{0,3} \[ [^\]\n]+ \]: [ \t]* \S+
    """
_LINK = re.compile(rf"{_DESTINATION} | {URLS}", re.VERBOSE | re.MULTILINE)
_BEFORE_ADDRESS = re.compile(
    r"""(?x) .*? (?: = \s* ["'] | \]: [ \t]* | ^ [ \t]* <? )"""
)
_SCHEME = re.compile(r"(?i)https?:/*(?:www\.)?")
_IMAGE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(|<img\b", re.IGNORECASE)
_TICKS = re.compile(r"(?<![`\\])(`{1,2})(?!`)(?P<said>[^`\n]+?)\1(?!`)")
_CODE_TAG = re.compile(
    r"<(code|kbd|samp|tt)\b[^<>]*>(?P<said>[^<>]*)</\1>", re.IGNORECASE
)
_APART = re.compile(rf"{URLS} | {EMAIL}", re.VERBOSE)
_MENTION = re.compile(
    r"(?<![A-Za-z0-9@/.`])@(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?"
    r"|[\u0370-\u1fff]\w*)"
)
_HASHTAG = re.compile(r"(?<![A-Za-z0-9#&/`(])#(?=\w*[^\W\d_])\w++(?!#)")
_EMOJI = re.compile(
    "[\u231a-\u23ff\u2600-\u2604\u2607-\u26ff\u2702-\u2712\u2728-\u27bf\u2b50\u2b55"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001faff]|[\U0001f1e6-\U0001f1ff]{2}"
)
_LANGUAGE = re.compile(
    r"(?i)^(?:[a-z]{2}|zh|pt)(?:[-_](?:[a-z]{2}|hans|hant|latn|cyrl|419))?$"
)


class Carried(NamedTuple):
    """One sort of such items, and where in a file they are looked for."""

    find: Callable[[str], Iterator[Item]]
    in_code: bool = False
    """Whether inline code is looked into."""


def links(text: str) -> Iterator[Item]:
    """
    Yield addresses, those behind words as well; pictures and anchors are none.

    Two are the same if they differ in the language that they name, in the
    anchor, or in how the way to a file of the site begins.
    """
    for match in _LINK.finditer(text):
        lead = _BEFORE_ADDRESS.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        address = text[start : match.end()].rstrip("\"'> \t")
        is_image = text.rfind("![", 0, start) > text.rfind("](", 0, start - 2)
        if (
            address
            and address[0] not in "#{$"
            and not (is_image and text[start - 1] == "(")
        ):
            yield Item(
                TextSpan(start, start + len(address)), tuple(_link_keys(address))
            )


def _link_keys(address: str) -> Iterator[str]:
    """Yield an address, and what of it does not depend on the language."""
    yield address.rstrip("/")
    bare = re.split(r"[?#]", address, maxsplit=1)[0]
    path = _SCHEME.sub("", bare)
    is_local = path == bare and not bare.startswith("//")
    parts = [part for part in re.split(r"[/.]", path) if part not in {"", "index"}]
    kept = [part for part in parts if not _LANGUAGE.match(part)]
    yield "/".join(kept[-2:] if is_local else kept).casefold()


def images(text: str) -> Iterator[Item]:
    """Yield pictures, which are all alike: a translation may have its own."""
    for match in _IMAGE.finditer(text):
        yield Item(TextSpan(*match.span()), ("image",))


def code(text: str) -> Iterator[Item]:
    """Yield inline code, with its marks, by what is said in it."""
    for pattern in (_TICKS, _CODE_TAG):
        for match in pattern.finditer(text):
            key = " ".join(match["said"].split())
            yield Item(TextSpan(*match.span("said")), (key,))


def mentions(text: str) -> Iterator[Item]:
    """Yield names of accounts, as in “@name”, case aside."""
    yield from _by_pattern(_MENTION, text)


def hashtags(text: str) -> Iterator[Item]:
    """Yield tags, as in “#topic”, case aside."""
    yield from _by_pattern(_HASHTAG, text)


def emoji(text: str) -> Iterator[Item]:
    """Yield emoji, without the signs that vary them."""
    yield from _by_pattern(_EMOJI, text)


def branches(text: str) -> Iterator[Item]:
    """Yield the choices of messages of ICU, and the branches that each must have."""
    for choice in choices(text):
        span = TextSpan(choice.start, choice.end)
        yield Item(span, (f"{choice.name}, {choice.sort}",))
        for selector in choice.selectors:
            if choice.sort == "select" or selector == "other":
                yield Item(span, (f"{choice.name}: {selector}",))


def values(text: str) -> Iterator[Item]:
    """Yield placeholders; where a message has branches, each that is in one once."""
    seen: set[str] | None = set() if next(choices(text), None) else None
    for item in placeholders(text):
        if seen is None or item.keys[0] not in seen:
            yield item
        if seen is not None:
            seen.add(item.keys[0])


def _by_pattern(pattern: re.Pattern[str], text: str) -> Iterator[Item]:
    """Yield the matches that are no part of an address."""
    apart = [match.span() for match in _APART.finditer(text)] if "." in text else []
    for match in pattern.finditer(text):
        if not any(start <= match.start() < end for start, end in apart):
            yield Item(TextSpan(*match.span()), (match[0].casefold(),))


SORTS: Mapping[str, Carried] = {
    "numbers": Carried(amounts),
    "placeholders": Carried(values),
    "branches": Carried(branches),
    "links": Carried(links),
    "images": Carried(images),
    "emails": Carried(emails),
    "tags": Carried(tags),
    "code": Carried(code, in_code=True),
    "mentions": Carried(mentions),
    "hashtags": Carried(hashtags),
    "emoji": Carried(emoji),
}
"""What can be compared, by the word that names it."""


def carried(sort: str, text: str, *, is_markdown: bool = False) -> list[Item]:
    """
    Return the items of one sort in a text as its file spells it.

    Of Markdown, front matter and blocks of code are passed over, and inline
    code too unless it is what is looked for.
    """
    find, in_code = SORTS[sort]
    if not is_markdown:
        return [*find(text)]
    parts = layout(text)
    if not in_code:
        return [*find(parts.prose)]
    return [item for start, end in parts.spans if (item := _of_span(text, start, end))]


def _of_span(text: str, start: int, end: int) -> Item | None:
    """Return inline code between two places as an item."""
    inner = text[start:end].strip("`")
    said = inner.strip()
    if not said:
        return None
    first = start + text[start:end].index(said)
    return Item(TextSpan(first, first + len(said)), (" ".join(said.split()),))
