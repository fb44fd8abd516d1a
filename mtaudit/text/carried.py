"""What a translation carries over as it is: links, pictures, code, handles, emoji."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from mtaudit.model import OPAQUE, TextSpan
from mtaudit.text.fences import HIDDEN, layout
from mtaudit.text.icu import choices
from mtaudit.text.inline_code import code
from mtaudit.text.items import (
    Item,
    amounts,
    emails,
    escaped_tags,
    have_same_placeholders,
    placeholders,
    tags,
)
from mtaudit.text.links import links
from mtaudit.text.placeables import EMAIL, URLS

CODE, LINKS, PLACEHOLDERS, TAGS = "code", "links", "placeholders", "tags"

_IN_MARKDOWN = frozenset(
    """
    table thead tbody tfoot tr th td p ul ol li h1 h2 h3 h4 h5 h6 blockquote pre hr br
    img
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""Elements that Markdown has marks for."""

_SEEN = frozenset({PLACEHOLDERS, "branches", "mentions", "hashtags", "emoji"})
"""What stands in the text of a page, and not in its code."""

_NOT_SEEN = r"<!--.*?-->|<(script|style|pre|code|kbd|samp|tt)\b[^<>]*>.*?</\1\s*>"
_CODE_OF_HTML = re.compile(_NOT_SEEN, re.DOTALL | re.IGNORECASE)
_MARKUP_OF_HTML = re.compile(rf"{_NOT_SEEN}|</?[a-z][^<>]*>", re.DOTALL | re.IGNORECASE)

_IMAGE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(|<img\b", re.IGNORECASE)
_COMMANDS = (
    "author|charset|class|code|constructor|default|defgroup|deprecated|echo|enum|event"
    "|example|exception|extends|fires|font-face|function|ignore|implements|import|inherit"
    "|inheritdoc|ingroup|interface|internal|keyframes|link|media|memberof|method|module"
    "|name|namespace|override|package|page|param|params|private|property|protected|public"
    "|readonly|ref|requires|return|returns|section|see|since|static|staticmethod|summary"
    "|supports|template|test|throw|throws|todo|type|typedef|var|version|yield|yields"
)
"""What follows “@” in comments of programs, style sheets and scripts."""

_MENTION = re.compile(
    rf"(?<![A-Za-z0-9@/.`\\])@(?!(?:(?i:{_COMMANDS})|\d[\dx.]*)(?![\w.-]))"
    r"(?!\w+(?:\{|:\s*\Z))"
    r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?|[\u0370-\u1fff]\w*)"
)
"""An account; a command of markup, “@code{…}”, and a label, “@Options:”, are none."""

_HASHTAG = re.compile(r"(?<![A-Za-z0-9#&/`(\[])#(?=[^\W\d_])\w++(?!#|://)")
_EMOJI = re.compile(
    "[\u231a-\u23ff\u2600-\u2604\u2607-\u26ff\u2702-\u2712\u2728-\u27bf\u2b50\u2b55"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001faff]|[\U0001f1e6-\U0001f1ff]{2}"
)
_EMOJI_BYTES = re.compile(rb"\xe2[\x8c-\xad]|\xf0\x9f")
"""Bytes of UTF-8 of which some are in every emoji."""


def images(text: str) -> Iterator[Item]:
    """Yield pictures, which are all alike: a translation may have its own."""
    for match in _IMAGE.finditer(text):
        yield Item(TextSpan(*match.span()), ("image",))


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
        name = text[slice(*choice.name)]
        yield Item(TextSpan(*choice.name), (f"{name}, {choice.sort}",))
        for span in choice.selectors:
            selector = text[slice(*span)]
            if choice.sort == "select" or selector == "other":
                yield Item(TextSpan(*span), (f"{name}: {selector}",))


def values(text: str) -> Iterator[Item]:
    """Yield placeholders; where a message has branches, each that is in one once."""
    has_branches = "{" in text and next(choices(text), None) is not None
    seen: set[str] | None = set() if has_branches else None
    for item in placeholders(text):
        if seen is None or item.keys[0] not in seen:
            yield item
        if seen is not None:
            seen.add(item.keys[0])


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"{URLS} | {EMAIL}", re.VERBOSE)


def _by_pattern(pattern: re.Pattern[str], text: str) -> Iterator[Item]:
    """Yield the matches that are no part of an address, which has no line break."""
    end, apart = -1, list[tuple[int, int]]()
    for match in pattern.finditer(text):
        if match.start() >= end:
            first = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.start())
            end = end if end >= 0 else len(text)
            apart = [each.span() for each in _apart().finditer(text, first, end)]
        if not any(start <= match.start() < end for start, end in apart):
            yield Item(TextSpan(*match.span()), (match[0].casefold(),))


SORTS: Mapping[str, Callable[[str], Iterator[Item]]] = {
    "numbers": amounts,
    PLACEHOLDERS: values,
    "branches": branches,
    LINKS: links,
    "images": images,
    "emails": emails,
    TAGS: tags,
    CODE: code,
    "mentions": mentions,
    "hashtags": hashtags,
    "emoji": emoji,
}
"""What can be compared, by the word that names it."""

_PAGES = frozenset({"html", "markdown"})
"""Formats of which only what readers see is looked at."""

_OF_XML = frozenset({"qt", "tmx", "xliff"})
"""Formats in which a tag of a string is escaped, as it is none of the file's own."""

_SIGNS_OF: Mapping[str, tuple[str, ...]] = {
    PLACEHOLDERS: (OPAQUE, "%", "{", "$"),
    "branches": ("{",),
    LINKS: ("](", "]:", "href", "src", "://", "www."),
    "images": ("![", "<"),
    "emails": ("@",),
    TAGS: ("<", "&lt;"),
    CODE: ("`", "<"),
    "mentions": ("@",),
    "hashtags": ("#",),
}
"""Strings of which one is in every text that has an item of the sort."""


def may_carry(sort: str, text: str) -> bool:
    """Whether a text may have an item of a sort, by a quick look."""
    if sort == "emoji":
        encoded = text.encode("utf-8", "surrogatepass")
        return _EMOJI_BYTES.search(encoded) is not None
    signs = signs_of(sort)
    return not signs or any(map(text.__contains__, signs))


def signs_of(sort: str) -> tuple[str, ...]:
    """Return strings, one of which each item of a sort brings; none if none do."""
    return _SIGNS_OF.get(sort, ())


def carry_alike(sort: str, texts: tuple[str, str], format_name: str) -> bool:
    """Whether two texts have the same items of a sort, by a quick look."""
    is_text = sort == PLACEHOLDERS and format_name not in _PAGES
    return is_text and have_same_placeholders(*texts)


def carried(sort: str, text: str, format_name: str = "") -> list[Item]:
    """
    Return the items of one sort in a text as a file of that format spells it.

    Of Markdown, front matter and code are passed over; inline code is looked
    for by the parser, and not here. Of HTML, what readers see is looked at, and for
    placeholders its tags.
    """
    if not may_carry(sort, text):
        return []
    find = SORTS[sort]
    if format_name == "qt" and sort == PLACEHOLDERS:
        return [*placeholders(text, of_qt=True)]
    if format_name in _OF_XML and sort == TAGS:
        return [*tags(text), *escaped_tags(text)]
    if format_name == "html" and sort in _SEEN:
        prose = _seen(text, with_tags=sort == PLACEHOLDERS)
    elif format_name == "markdown" and sort != CODE:
        prose = layout(text).prose
    else:
        return [*find(text)]
    return [item for item in find(prose) if HIDDEN not in item.span.of(prose)]


@lru_cache(maxsize=4)
def _seen(text: str, *, with_tags: bool) -> str:
    """Return a page of HTML with `HIDDEN` for code and comments, and for tags."""
    pattern = _CODE_OF_HTML if with_tags else _MARKUP_OF_HTML
    return pattern.sub(lambda match: HIDDEN * len(match[0]), text)


def without_other_marks(items: list[Item], others: list[Item]) -> list[Item]:
    """Return tags of a Markdown file less those that `others` may have as marks."""
    missing = _IN_MARKDOWN - {item.keys[0].strip("/") for item in others}
    return [item for item in items if item.keys[0].strip("/") not in missing]
