"""Lines with marks: of an excerpt, and of what a fix makes of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Edit, Excerpt, Fix
from mtaudit.text.display import line_spans

Marks = tuple[tuple[int, int], ...]


class MarkedLine(NamedTuple):
    """One line, and the stretches of it that matter, in code points."""

    number: int
    """Counted from the first line of the text, which is 0."""

    text: str
    marks: Marks


class Change(NamedTuple):
    """The lines that a fix touches, as they are and as they would be."""

    before: list[MarkedLine]
    after: list[MarkedLine]


def marked_lines(text: str, marks: Marks) -> list[MarkedLine]:
    """
    Return the lines of `text`, each with its part of `marks`.

    A mark that holds nothing of a line but touches it marks a point of it.
    """
    return [
        MarkedLine(number, text[start:end], tuple(_within(start, end, marks)))
        for number, (start, end) in enumerate(line_spans(text))
    ]


def _within(start: int, end: int, marks: Marks) -> Iterator[tuple[int, int]]:
    """Yield what of `marks` lies between `start` and `end`, counted from `start`."""
    for first, last in marks:
        if first <= end and start <= last:
            yield max(first - start, 0), min(last, end) - start


def edits_inside(excerpt: Excerpt, fix: Fix) -> tuple[Edit, ...]:
    """Return the edits of `fix`, or none if one lies outside of `excerpt`."""
    end = excerpt.start + len(str(excerpt))
    inside = all(
        excerpt.start <= edit.span.start and edit.span.end <= end for edit in fix.edits
    )
    return fix.edits if inside else ()


def change_of(excerpt: Excerpt, fix: Fix) -> Change | None:
    """Return what `fix` changes, or None if that is not to be seen in `excerpt`."""
    edits = edits_inside(excerpt, fix)
    if not edits:
        return None
    old = str(excerpt)
    removed = tuple(
        (edit.span.start - excerpt.start, edit.span.end - excerpt.start)
        for edit in edits
    )
    new, added = _edited(old, removed, [edit.content for edit in edits])
    before, after = marked_lines(old, removed), marked_lines(new, added)
    if len(before) == len(after):
        return Change(_touched(before, after), _touched(after, before))
    return _without_common_lines(before, after)


def _edited(old: str, removed: Marks, contents: Sequence[str]) -> tuple[str, Marks]:
    """Return `old` with each stretch replaced, and where the replacements stand."""
    new = ""
    done = 0
    added = []
    for (start, end), content in zip(removed, contents, strict=True):
        new += old[done:start]
        added.append((len(new), len(new) + len(content)))
        new += content
        done = end
    return new + old[done:], tuple(added)


def _touched(lines: list[MarkedLine], others: list[MarkedLine]) -> list[MarkedLine]:
    """Return those of `lines` that differ from their counterparts."""
    pairs = zip(lines, others, strict=True)
    return [line for line, other in pairs if line.text != other.text]


def _without_common_lines(before: list[MarkedLine], after: list[MarkedLine]) -> Change:
    """Return the change less the lines that both begin and end with."""
    first = 0
    last = 0
    shorter = min(len(before), len(after))
    while first < shorter and before[first].text == after[first].text:
        first += 1
    while last < shorter - first and before[-1 - last].text == after[-1 - last].text:
        last += 1
    return Change(
        before[first : len(before) - last],
        after[first : len(after) - last],
    )
