"""Where a Markdown file has code, found by reading its lines, without a parser."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

HIDDEN = "\0"
"""Stands for each character of code in `Layout.prose`."""

_FENCE = re.compile(
    r"(?P<indent>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,2})"
    r"(?P<marker>`{3,}|~{3,})(?P<info>.*)"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FRONT = re.compile(
    r"---[ \t]*+\r?\n.*?^(?:---|\.\.\.)[ \t]*+$", re.DOTALL | re.MULTILINE
)
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_TICKS = re.compile(r"`(?<!\\`)`*")
_BLANK = re.compile(r"\n[ \t>]*\r?\n")
_ELEMENT = r"""(?xis)
    <!--.*?-->
    | <(pre|code|script|style|kbd|samp|svg)\b[^>]{0,300}>.*?</\1>
    | \{%-?\s{0,3}(?:raw|highlight)\b.*?\{%-?\s{0,3}end(?:raw|highlight)\s{0,3}-?%\}
    """


class Fence(NamedTuple):
    """A fenced block of code: from its opening line to its closing one."""

    start: int
    """Where the opening line starts; white space and marks of lists included."""

    end: int
    """Where the closing line ends, without its line break."""

    body: tuple[int, int]
    """The lines between."""

    indent: str
    """What stands before the marker."""

    marker: str
    """Backticks or tildes, three or more."""

    info: str
    """What follows the marker, stripped: most often the name of a language."""

    closed: bool


class Line(NamedTuple):
    """A line without its line break."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Layout(NamedTuple):
    """The parts of a Markdown file that are not prose."""

    front: int
    """Where the front matter ends; 0 if there is none."""

    fences: tuple[Fence, ...]
    spans: tuple[tuple[int, int], ...]
    """Inline code, with its backticks, sorted."""

    prose: str
    """The file with `HIDDEN` for everything that is no prose but line breaks."""


def lines_of(raw: str, start: int = 0) -> Iterator[Line]:
    """Yield each line from `start` on; only line feeds and returns end one."""
    if "\r" in raw:
        for match in _LINE.finditer(raw, start):
            if match.end() > match.start():
                yield Line(match[0].rstrip("\r\n"), match.start())
        return
    *lines, last = raw[start:].split("\n")
    for text in lines:
        yield Line(text, start)
        start += len(text) + 1
    if last:
        yield Line(last, start)


def front_end(raw: str) -> int:
    """Return where the front matter ends, without the line break; 0 if none."""
    match = _FRONT.match(raw)
    return match.end() if match else 0


def fences(raw: str, start: int = 0) -> tuple[Fence, ...]:
    """Return the fenced blocks of `raw` from `start` on, in order."""
    if "```" not in raw and "~~~" not in raw:
        return ()
    return tuple(_fences(lines_of(raw, start), len(raw)))


def opening(line: str) -> re.Match[str] | None:
    """
    Return a match if `line` opens a fence where none is open.

    Some sites put code into what follows a long fence; Markdown itself does not.
    """
    if "```" not in line and "~~~" not in line:
        return None
    match = _FENCE.fullmatch(line)
    if match is None or match["marker"][0] == "~" or "`" not in match["info"]:
        return match
    is_short = len(match["marker"]) == 3  # noqa: PLR2004 -- the shortest fence
    return None if is_short or match["marker"] in match["info"] else match


def closes(line: str, marker: str) -> bool:
    """Whether `line` closes a fence that `marker` opened."""
    bare = line.lstrip(" \t>").rstrip()
    return len(bare) >= len(marker) and not bare.strip(marker[0])


def code(raw: str) -> list[tuple[int, int]]:
    """Return where `raw`, without front matter, has code that is marked as such."""
    blocks = [(each.start, each.end) for each in fences(raw)]
    return sorted([*blocks, *_spans(_masked(raw, blocks))])


def _fences(lines: Iterator[Line], end: int) -> Iterator[Fence]:
    for line in lines:
        match = opening(line.text)
        if match is None:
            continue
        body = last = line.end
        closed = False
        for inner in lines:
            if body == line.end:
                body = inner.start
            if closes(inner.text, match["marker"]):
                closed, last = True, inner.start
                break
            last = end
        bounds = (min(body, last), last)
        final = inner.end if closed else end
        yield Fence(
            line.start,
            final,
            bounds,
            match["indent"],
            match["marker"],
            match["info"].strip(),
            closed,
        )


@lru_cache(maxsize=2)
def layout(raw: str) -> Layout:
    """Return the parts of a Markdown file; the last answers are remembered."""
    front = front_end(raw)
    blocks = fences(raw, front)
    hidden = [(each.start, each.end) for each in blocks]
    masked = _masked(raw, [(0, front), *hidden])
    if "\n    " in masked or "\n\t" in masked:
        masked = _masked(masked, _indented(masked, front))
    spans = [*_spans(masked)] if "`" in masked else []
    masked = _masked(masked, spans)
    elements = []
    if "<" in masked:
        elements = [match.span() for match in re.finditer(_ELEMENT, masked)]
    return Layout(front, blocks, tuple(spans), _masked(masked, elements))


def _masked(raw: str, hidden: list[tuple[int, int]]) -> str:
    """Return `raw` with some stretches hidden, line breaks excepted."""
    if not any(end > start for start, end in hidden):
        return raw
    parts, position = [], 0
    for start, end in hidden:
        parts += [raw[position:start], re.sub(r"[^\r\n]", HIDDEN, raw[start:end])]
        position = end
    return "".join([*parts, raw[position:]])


def _indented(masked: str, start: int) -> list[tuple[int, int]]:
    """Return the lines of code that only their indentation marks."""
    found: list[tuple[int, int]] = []
    in_list, may_start = False, True
    for line in lines_of(masked, start):
        if not line.text.strip():
            may_start = True
            continue
        is_deep = line.text.startswith(("    ", "\t"))
        if not is_deep:
            is_item = _ITEM.match(line.text) is not None
            in_list = is_item or (in_list and (not may_start or line.text[0] == " "))
        is_code = is_deep and may_start and not in_list
        if is_code:
            found.append((line.start, line.end))
        may_start = is_code
    return found


def _spans(masked: str) -> Iterator[tuple[int, int]]:
    """Yield inline code: runs of as many backticks, no blank line between."""
    blanks = [match.start() for match in _BLANK.finditer(masked)]
    runs = (match.span() for match in _TICKS.finditer(masked))
    for _, group in groupby(runs, lambda run: bisect_right(blanks, run[0])):
        yield from _paired([*group])


def _paired(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the inline code of one paragraph, given its runs of backticks."""
    places: dict[int, list[int]] = {}
    for index, (first, last) in enumerate(runs):
        places.setdefault(last - first, []).append(index)
    index = 0
    while index < len(runs):
        first, last = runs[index]
        same = places[last - first]
        following = bisect_right(same, index)
        if following == len(same):
            index += 1
            continue
        other = same[following]
        yield first, runs[other][1]
        index = other + 1
