"""Letters of other scripts that look alike, and words spelled with them."""

from __future__ import annotations

from functools import cache

from mtaudit.text.scripts import script_of

# What a reader cannot tell from a Latin letter in common typefaces. Lower-case
# Greek is left out but for omicron: in formulas, it stands beside Latin letters.
_LATIN_OF = {
    "Cyrl": (
        "АВЕІКМНОРСТУХаеорсухіїёЁЇЅЈҮԚԜѕјһԛԝԁ",
        "ABEIKMHOPCTYXaeopcyxiïëËÏSJYQWsjhqwd",
    ),
    "Grek": ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),
}

_RARE = frozenset("ЅЈҮԚԜѕјһԛԝԁ")
"""Letters that hide in Latin words, and are hardly ever missing from their own."""


@cache
def _twins(script: str, into: str) -> dict[str, str]:
    """Return the letters of `script` that have a twin in `into`, with the twin."""
    if into == "Latn":
        return dict(zip(*_LATIN_OF.get(script, ("", "")), strict=True))
    if script == "Latn":
        back = _twins(into, "Latn").items()
        return {twin: letter for letter, twin in back if letter not in _RARE}
    latin = _twins("Latn", into)
    by_way = _twins(script, "Latn").items()
    return {char: latin[twin] for char, twin in by_way if twin in latin}


def respelled(word: str, script: str) -> str | None:
    """Return `word` with every letter in `script`; None if one has no twin there."""
    found = [_twin(char, script) for char in word]
    return None if None in found else "".join(filter(None, found))


def _twin(char: str, script: str) -> str | None:
    """Return a character as it stands in a word of `script`."""
    own = script_of(char)
    return char if own in {None, script} else _twins(own or "", script).get(char)
