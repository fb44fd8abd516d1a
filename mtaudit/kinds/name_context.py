"""Where any form of a name is right: titles, addresses, glosses, history."""

from __future__ import annotations

import re

from mtaudit.model import TextSpan

_NEAR = 300
"""How far a year may stand from the name that it dates."""

_GLOSS = 40
"""How far the other form may stand from the one that it explains."""

_SLACK = 40
"""White space beyond one space each between the words of a phrase."""

_TITLE = 80
"""The longest title in quotation marks that is looked for."""

_QUOTED = re.compile(
    r"[\"“«‘„](?=\S)([^\"“”«»‘„\n]{2,80}?)(?<=\S)[\"”»“]"
    r"|(?<!\w)[*_](?=\S)([^*_\n]{2,80}?)(?<=\S)[*_](?!\w)"
)
_PAST = re.compile(
    r"\b(?:1[0-8]\d\d|19[0-8]\d|199[01])(?:s|\b)"
    r"|\b(?:\d\dth|[a-z]+th)[\s-]century\b|\bcenturies\b"
    r"|\b(?:[Bb]attle|[Ss]iege|Treaty|Grand Duke|Grand Prince|Principality) of\b"
    r"|\b(?:Soviet Union|Soviet Ukraine|USSR|SSR|Tsar|Czar|Stalin|Bolsheviks?"
    r"|Wehrmacht|Red Army|World War|Habsburg|Ottoman|medieval|Cossacks?|pogroms?"
    r"|Russian Empire|Khrushchev|Brezhnev|Cold War|Politburo|Russian Revolution)\b"
)
_INITIAL = re.compile(r"\b[A-Z]\.\s?$")
_LOCATIVE = re.compile(
    r"\b(?:in|near|around|outside|towards?|reached|left|visited|(?:city|town|port) of)"
    r"\s+$"
)
_SMALL_WORDS = {"a", "an", "and", "at", "by", "for", "from", "in"} | {
    *("of", "on", "or", "the", "to", "with")
}
_ADDRESS_BEFORE = ("@", "#", "/", "\\", "_", ".", "=")
_ADDRESS_AFTER = re.compile(r"[/@_=]|\.[a-z0-9]")


def is_address(text: str, span: TextSpan) -> bool:
    """Whether the name is part of a handle, a tag, a path or a domain."""
    if text[: span.start].endswith(_ADDRESS_BEFORE):
        return True
    return bool(_ADDRESS_AFTER.match(text, span.end))


def is_title(text: str, span: TextSpan) -> bool:
    """Whether the name is one word of a title in quotation marks or italics."""
    start = max(0, span.start - _TITLE)
    for match in _QUOTED.finditer(text, start, span.end + _TITLE):
        if match.start() < span.start and span.end < match.end():
            words = (match[1] or match[2]).split()
            return len(words) > 1 and all(map(_is_title_word, words))
    return False


def is_past(text: str, span: TextSpan) -> bool:
    """Whether a year before 1992, or a word of those times, stands nearby."""
    return bool(_PAST.search(text, max(0, span.start - _NEAR), span.end + _NEAR))


def is_gloss(text: str, span: TextSpan, others: re.Pattern[str]) -> bool:
    """Whether one of the other forms stands so near that one explains the other."""
    start, end = max(0, span.start - _GLOSS), span.end + _GLOSS
    matches = others.finditer(text, start, end)
    # Forms that differ in case alone find the name itself.
    return any(not span.overlaps(TextSpan(*match.span())) for match in matches)


def is_part(
    text: str, span: TextSpan, phrases: re.Pattern[str], *, longest: int
) -> bool:
    """Whether the name is part of one of the phrases, none of them beyond `longest`."""
    reach = longest + _SLACK
    start, end = max(0, span.start - reach), span.end + reach
    matches = phrases.finditer(text, start, end)
    return any(span.overlaps(TextSpan(*match.span())) for match in matches)


def follows_initial(text: str, span: TextSpan) -> bool:
    """Whether an initial before the name makes it a surname."""
    return bool(_INITIAL.search(text[max(0, span.start - 4) : span.start]))


def is_located(text: str, span: TextSpan) -> bool:
    """Whether a preposition of place makes the name that of a place."""
    return bool(_LOCATIVE.search(text[max(0, span.start - 12) : span.start]))


def _is_title_word(word: str) -> bool:
    """Whether a title could have the word as it is written."""
    bare = word.strip(",.:;!?'’()")
    return not bare or not bare[0].islower() or bare in _SMALL_WORDS
