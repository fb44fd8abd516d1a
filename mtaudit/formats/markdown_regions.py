"""Elements of HTML around Markdown: in what language it is, whether it is prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.formats.html_attributes import described
from mtaudit.model import Segment

_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>div|section|article|aside|main|header|footer|details"
    r"|blockquote|figure|center|nav)\b"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.IGNORECASE,
)
"""Elements that do not end where a line is blank."""


class _State(NamedTuple):
    """What the elements that are open say of the text in them."""

    lang: str | None = None
    is_spoken: bool = True


def placed(
    raw: str, segments: Iterable[Segment], blocks: Sequence[tuple[int, int]]
) -> Iterator[Segment]:
    """
    Yield `segments` with the language of the elements that they stand in.

    `blocks` are the places of HTML, in order. What is not to be translated is
    left out.
    """
    states = [(0, _State()), *_states(raw, blocks)]
    for segment in segments:
        start = segment.pieces[0].raw.start
        index = bisect_right(states, start, key=lambda each: each[0]) - 1
        lang, is_spoken = states[index][1]
        if is_spoken:
            yield segment._replace(lang=segment.lang or lang) if lang else segment


def _states(
    raw: str, blocks: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, _State]]:
    """Yield the end of each tag and the state after it."""
    stack = [("", _State())]
    names: Counter[str] = Counter()
    for tag in (tag for block in blocks for tag in _TAG.finditer(raw, *block)):
        name = tag["name"].lower()
        if not tag["close"]:
            found = described(raw, name, tag.span("attributes"))
            lang, is_spoken = stack[-1][1]
            if found.translate is not None:
                is_spoken = found.translate
            stack.append((name, _State(found.lang or lang, is_spoken)))
            names[name] += 1
        elif names[name]:
            last = ""
            while last != name:
                last, _ = stack.pop()
                names[last] -= 1
        yield tag.end(), stack[-1][1]
