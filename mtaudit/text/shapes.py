r"""
Shapes: a text with every letter as ``a`` and every digit as ``0``.

A pattern of classes and punctuation, such as ``\d,\d``, has no literal worth
looking for, but it has a shape, ``0,0``, that clean text seldom shows. Asking
for a shape is one `in`; running the pattern is a walk over the text.

Of words in a row only the beginning and the end are kept, so that what is left of
clean prose is little more than its punctuation.
"""

import re

from mtaudit.text.words import characters, spaced

SIGNS = "—–“”«»„€£§°…№"
"""Signs beyond ASCII that a shape keeps apart; the others come out as letters."""

_CODES = {sign: chr(code) for code, sign in enumerate(SIGNS, start=1)}
_ASCII = bytes(
    ord("0") if chr(byte).isdigit() and byte < 128  # noqa: PLR2004 -- ASCII
    else ord("a") if chr(byte).isalpha() or byte >= 128 or byte == ord("_")  # noqa: PLR2004 -- ASCII
    else byte
    for byte in range(256)
)  # fmt: skip
_CONTINUATIONS = bytes(range(0x80, 0xC0))
_WORDS = re.compile("aa[a ]+aa")
_OWN_SIGNS = re.compile(r"[ !-/:-@\[-^`{-~]+")
_SIGNS = re.compile("a? ?[^a ]+(?: [^a ]+)* ?a?")


def shape_of(text: str) -> str:
    """
    Return the shape of a text: one space for white space, one at either end.

    What has no more than three characters, and not only letters and spaces, stands
    in it if and only if it stands in the shape of the text with all its words. A
    sign that is not kept apart comes out as a letter, so that a shape opens too
    much and never too little.
    """
    found = () if text.isascii() else characters(text)
    text = spaced(text)
    for char in found:
        if char in _CODES:
            text = text.replace(char, _CODES[char])
        elif char.isdecimal() and not char.isascii():
            text = text.replace(char, "0")
    encoded = text.encode("utf-8", "surrogatepass")
    shape = encoded.translate(_ASCII, _CONTINUATIONS).decode("latin-1")
    return _WORDS.sub("aa aa", shape)


def is_spelled(shape: str) -> bool:
    """Whether a shape is of signs only, which stand in it as they do in `spaced`."""
    return _OWN_SIGNS.fullmatch(shape) is not None


def signs_of(string: str) -> str:
    """
    Return a part of the shape of each text that holds a string: its signs in a row.

    The string stands in a text after `flatten` or `spaced`. What is between them has
    no letters: of one letter, another case may be two.
    """
    shape = shape_of(f"x{string}x")[2:-2]
    return max(_SIGNS.findall(shape), key=len, default="")
