"""Tooltips: texts that stand inside a tag, and so beside the text of their block."""

from __future__ import annotations

import re

from mtaudit.model import Role, Segment

_OPENING = ('="', "='")
_TO_TEXT = re.compile(
    r"""["'][^<>]*+> (?: \s*+ </?
      (?: a|abbr|acronym|b|bdi|cite|code|em|i|kbd|q|small|span|strong|sub|sup|tt|u|var )
      \b [^<>]*+ > )*+ \s*+ \Z""",
    re.VERBOSE,
)


def is_tooltip(segment: Segment, raw: str) -> bool:
    """Whether a segment of the file `raw` is the value of an attribute."""
    start = segment.pieces[0].raw.start
    return segment.role is Role.CAPTION and raw[max(0, start - 2) : start] in _OPENING


def opens(tooltip: Segment, text: Segment, raw: str) -> bool:
    """Whether `text`, the next segment, is of the block that a tooltip stands in."""
    end, start = tooltip.pieces[-1].raw.end, text.pieces[0].raw.start
    return _TO_TEXT.match(raw, end, start) is not None
