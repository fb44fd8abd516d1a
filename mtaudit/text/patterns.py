"""Regular expressions: built from phrases, read for what they need, and kept safe."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mtaudit.text.scripts import has_word_ends

FLAGS = re.MULTILINE
"""With which every pattern of a card is compiled."""

_APOSTROPHES = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_SPACES = re.compile(r"\s+")


def phrase_pattern(phrase: str) -> str:
    """
    Return the pattern of one phrase as a whole word.

    A space in it matches any white space, so that a phrase broken over two
    lines is found; an apostrophe matches both forms. A side is guarded against
    a longer word only where the script has word ends. The left guard is a
    look-behind that follows the first character: in front of it, it would turn
    off the literal search of `re`, which is twenty times faster.
    """
    first, rest = re.escape(phrase[0]), _SPACES.split(phrase[1:])
    left = rf"(?<!\w{first})" if has_word_ends(phrase[0]) else ""
    right = r"(?!\w)" if has_word_ends(phrase[-1]) else ""
    body = r"\s+".join(map(re.escape, rest)).replace("'", _APOSTROPHES)
    return f"{first}{left}{body}{right}"


def any_of(phrases: Iterable[str], *, ignore_case: bool) -> re.Pattern[str]:
    """
    Compile a pattern that finds each of `phrases` as whole words.

    Longer phrases win, so that "in order to" is found before "in order".
    """
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    pattern = "|".join(map(phrase_pattern, longest_first))
    return re.compile(pattern, re.IGNORECASE if ignore_case else re.NOFLAG)
