"""Replacements over line breaks, made line by line so that the lines stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mtaudit.model import TextSpan

Change = tuple[TextSpan, str]

_MARK = re.compile(r"\s*(?:[-+*#>|=:]|\d+[.)]|\Z)")
"""What would be markup, or nothing, at the beginning of a line."""


def by_line(text: str, span: TextSpan, wording: str) -> list[Change]:
    """
    Return the changes that put `wording` in the place of `span`, sorted.

    Where words are replaced on both sides of a line break, each line gets its share
    and the break is no part of a change. It is lost only if what is meant to stand
    side by side would be parted, or a line would be left empty.
    """
    whole = [(span, wording)]
    lines = span.of(text).split("\n")
    if len(lines) == 1:
        return whole
    meant = changed(text, whole).split()
    for shares in _shares(lines, wording):
        changes = [*_changes(text, span.start, [*zip(lines, shares, strict=True)])]
        result = changed(text, changes)
        first = text.count("\n", 0, span.start)
        before, *after = result.split("\n")[first : first + len(lines)]
        is_whole = before.strip() and not any(map(_MARK.match, after))
        if is_whole and result.split() == meant:
            return changes
    return whole


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return `text` with the spans replaced, which are sorted."""
    done, parts = 0, []
    for span, wording in changes:
        parts += [text[done : span.start], wording]
        done = span.end
    return "".join([*parts, text[done:]])


def _shares(lines: Sequence[str], wording: str) -> Iterator[list[str]]:
    """Yield ways to part a wording into as many lines, the likeliest first."""
    if "\n" in wording:
        shares = wording.split("\n")
        if len(shares) == len(lines):
            yield shares
        return
    words, sizes = wording.split(" "), [len(line.split()) for line in lines]
    if len(lines) > 2:  # noqa: PLR2004 -- more than one break
        if len(words) == sum(sizes):
            yield [" ".join(share) for share in _parted(words, sizes)]
        return
    before = sizes[0]
    if lines[1].split() == words[len(words) - sizes[1] :]:
        before = len(words) - sizes[1]
    for cut in sorted(range(len(words) + 1), key=lambda place: abs(place - before)):
        yield [" ".join(words[:cut]).rstrip(" "), " ".join(words[cut:]).lstrip(" ")]


def _parted(words: list[str], sizes: Iterable[int]) -> Iterator[list[str]]:
    for size in sizes:
        yield words[:size]
        words = words[size:]


def _changes(
    text: str, start: int, lines: Sequence[tuple[str, str]]
) -> Iterator[Change]:
    """Yield a change for each line; of a line left empty, the space beside it goes."""
    for number, (line, share) in enumerate(lines):
        first, end = start, start + len(line)
        start = end + 1
        if not share and number == 0 and text[:first].endswith(" "):
            first -= 1
        if not share and number == len(lines) - 1 and text[end : end + 1] == " ":
            end += 1
        if text[first:end] != share:
            yield TextSpan(first, end), share
