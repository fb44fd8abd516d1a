"""Where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.model import TextSpan
from mtaudit.text.stripped import stripped

# Short forms after which a sentence goes on. Those that may also end one, such
# as "etc.", are left out: before a small letter none is needed.
_SHORT_FORMS = (
    "mr mrs ms dr prof st vs gen col lt sgt capt rev hon gov sen rep "
    "fig figs vol pp eds approx dept bzw z.b d.h u.a ca nr "
    "mme mlle г ул им стр рис см т.е"
)
_SHORT = frozenset(_SHORT_FORMS.split())
_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[。！？]+[」』”’）]*|\n\s*\n"
)
_LAST_WORD = re.compile(r"[^\s(\"“«]+$")


def sentences(text: str) -> Iterator[TextSpan]:
    """
    Yield the sentences of `text`, without the white space around them.

    A stop after an abbreviation or an initial, or before a small letter, ends
    none.
    """
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, start, match):
            continue
        yield from stripped(text, start, match.end())
        start = match.end()
    yield from stripped(text, start)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` runs past a stop."""
    if match[0] != ".":
        return False
    following = text[match.end() :].lstrip()[:1]
    if following.islower():
        return True
    word = _LAST_WORD.search(text[start : match.start()])
    if word is None:
        return False
    is_initial = len(word[0]) == 1 and word[0].isupper()
    return is_initial or word[0].lower() in _SHORT
