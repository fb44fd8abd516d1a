"""Inline code: what is set off as such, and what of it a translation may change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.model import TextSpan
from mtaudit.text.items import Item
from mtaudit.text.prose_words import prose_words, weight

_TICKS = re.compile(r"(?<![`\\])(`++)(?P<said>[^\n]*?[^`\n])\1(?!`)")
_QUOTED = re.compile(r"[^`']*'(?!\w)")
"""What goes on as a quotation in ASCII does, not as code: “`this' or `that'”."""

_CODE_TAG = re.compile(
    r"(?P<stand_in><(?:em|i|var)\b[^<>]*+>\s*+)?"
    r"<(code|kbd|samp|tt)\b[^<>]*+>(?P<said>[^<>]*+)</\2>"
    r"|<pre\b[^<>]*+>.*?</pre\s*+>",
    re.IGNORECASE | re.DOTALL,
)
"""Inline code; emphasised, it stands for what the reader will write there."""

_WORD = re.compile(r"(?<![\w$.{-])[^\W\d_]{3,}(?![\w.}-])")
"""A word by itself in code; in capitals, it stands for another: FILE."""

_LABEL = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
"""What code never is: the words on a button or of a menu."""

_SIGNS = re.compile(r"[{}()<>=;$|\\]|--|\w[._/]\w")
"""What prose does not have."""


def code(text: str) -> Iterator[Item]:
    """
    Yield inline code in backticks and in HTML, without its marks, by what it says.

    What reads like a sentence, or is emphasised, is optional.
    """
    for pattern in (_TICKS, _CODE_TAG):
        for match in pattern.finditer(text):
            said = match["said"]
            # Lines of a string: the marks are fences; a quotation: they are quotes.
            if said is None or "\\n" in said or _QUOTED.match(said):
                continue
            is_free = bool(match.groupdict().get("stand_in")) or _reads_as_prose(said)
            span = TextSpan(*match.span("said"))
            yield Item(span, _code_keys(said), optional=is_free)


def code_item(text: str, span: TextSpan) -> Item | None:
    """
    Return inline code in backticks as an item; None if it is something else.

    What reads like a sentence is optional: a translation may translate it.
    """
    marked = span.of(text)
    said = marked.strip("`").strip()
    if not marked.startswith("`") or not said:
        return None
    start = span.start + marked.index(said)
    inner = TextSpan(start, start + len(said))
    return Item(inner, _code_keys(said), optional=_reads_as_prose(said))


def _code_keys(said: str) -> tuple[str, ...]:
    """Return code, and what is left of it without the words that stand for others."""
    key = " ".join(said.split()).rstrip("/") or said
    bare = _WORD.sub(lambda word: "…" if word[0].isupper() else word[0], key)
    return (key, bare) if any(map(str.islower, bare)) else (key,)


def _reads_as_prose(said: str) -> bool:
    """Whether what is marked as code is a phrase, or a label of a program."""
    if _LABEL.fullmatch(" ".join(said.split())):
        return True
    return weight(prose_words(said)) >= 3 and not _SIGNS.search(said)  # noqa: PLR2004 -- words of a phrase
