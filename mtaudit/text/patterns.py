"""Regular expressions: built from phrases, read for what they need, and kept safe."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mtaudit.text.scripts import has_word_ends

FLAGS = re.MULTILINE
"""With which every pattern of a card is compiled."""

_TOKENS = re.compile(
    r"""
    \\.                                          # an escape, that of a space too
  | (?P<opening>\[\^?\]?) (?P<members>(?:\\.|[^\]\\])*) \]
  | (?P<space>[ ])
    """,
    re.VERBOSE | re.DOTALL,
)
_MEMBER = re.compile(r"(?<!\\)[ ](?:-(?!\]))?")
_WITH_BREAK = {" ": r" \n", " -": r"\n -"}
"""How a space of a class is written with a line feed; one may begin a range."""

_VERBOSE = re.compile(r"\(\?[a-zA-Z]*x")

_APOSTROPHES = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_SPACES = re.compile(r"\s+")


def over_breaks(pattern: str) -> str:
    r"""
    Return a pattern in which a space matches a line feed as well.

    So does one in a class. A space that is escaped, or written ``\x20``, stays one
    and nothing else. Each matches a single character as before, so that what
    looks behind may still do so.
    """
    if " " not in pattern or _VERBOSE.search(pattern):
        return pattern
    return _TOKENS.sub(_over_break, pattern)


def _over_break(token: re.Match[str]) -> str:
    if token["space"]:
        return r"[ \n]"
    if token["opening"]:
        return _MEMBER.sub(lambda member: _WITH_BREAK[member[0]], token[0])
    return token[0]


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
