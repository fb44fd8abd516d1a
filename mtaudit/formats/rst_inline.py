"""Running text of reStructuredText: roles, references, emphasis."""

from __future__ import annotations

import re
from functools import cache

_BEFORE = r"""(?<![^\s\ufffc'"(\[{<\-/:‘’“”«„¡¿–—])"""
_AFTER = r"""(?![^\s\ufffc'")\]}>\-/:.,;!?\\‘’“”»–—…])"""
_MARKS = rf"""(?x)
    \\(?: (?P<gap> \s ) | (?P<escaped> \S ) )
  | {_BEFORE} ``(?=\S) (?:(?!``).)+? (?<=\S)``(?!`) {_AFTER}
  | (?: (?<![\w:]) :[\w.+-]+(?::[\w.+-]+)*: ) `(?=[^\s`]) [^`]*+ ` {_AFTER}
  | {_BEFORE} `(?=[^\s`]) (?P<link> (?: [^`<\\\s]++ | \\. | \s++(?!<) )*+ )
    \s*+ <[^`<>]*+> `__?
  | {_BEFORE} `(?=[^\s`]) (?P<reference> (?:[^`\\]|\\.)*+ ) `__? {_AFTER}
  | {_BEFORE} `(?=[^\s`]) [^`]*+ ` (?: :[\w.+-]+: )? {_AFTER}
  | {_BEFORE} _`(?=[^\s`]) (?P<target> [^`]*+ ) ` {_AFTER}
  | {_BEFORE} \*\*(?=[^\s*]) (?P<strong> (?:(?!\*\*).)+? ) (?<=[^\s\\])\*\* {_AFTER}
  | {_BEFORE} \*(?=[^\s*]) (?P<emphasis> [^*]+? ) (?<=[^\s\\])\* {_AFTER}
  | {_BEFORE} \|(?=\S) [^|]*? (?<=\S) \| (?:__?)? {_AFTER}
  | {_BEFORE} \[ (?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*) \]_ {_AFTER}
  | (?: https?:// | \bwww\. | \bmailto: ) [^\s<>"“”«»`]* [^\s<>"“”«»`.,;:!?)'*\]]
  | (?<=[^\W_]) (?P<gap_after> __? ) (?!\w) {_AFTER}
"""


@cache
def marks() -> re.Pattern[str]:
    """Return the pattern of all that is not said as it is written."""
    return re.compile(_MARKS, re.DOTALL)
