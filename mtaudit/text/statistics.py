"""Letter statistics: langdetect over a closed set of languages, made repeatable."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from pkgutil import get_data
from typing import Any

_LEAST = 40
"""No detector is fit for shorter texts."""

_LEAST_PROBABILITY = 0.95

_KEPT = 256
"""Texts whose answer is kept: catalogues of many languages share their originals."""

_BY_SCRIPT = {
    "Latn": (
        *("ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id"),
        *("it", "lt", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "tr"),
        "vi",
    ),
    "Cyrl": ("bg", "mk", "ru", "uk"),
}
"""The languages of a script that are told apart when no candidates are named."""

_NAMES = {"nb": "no", "nn": "no"}
"""What langdetect calls a language, where that is not its tag."""


def likeliest(text: str, script: str, candidates: Collection[str]) -> str | None:
    """
    Return the language of a text of 40 characters or more, if it is all but sure.

    The answer is a function of the arguments alone: the draws are seeded.
    """
    known = _BY_SCRIPT.get(script, ())
    named = {_name(tag) for tag in candidates} & {*known}
    names = tuple(sorted(named)) if candidates else known
    is_choice = len(names) > 1
    return _ask(text, names) if is_choice and len(text) >= _LEAST else None


def tells(tag: str, script: str) -> bool:
    """Whether a language is one that can be told from others of its script."""
    return _name(tag) in _BY_SCRIPT.get(script, ())


def _name(tag: str) -> str:
    """Return what langdetect calls a language."""
    language = tag.replace("_", "-").partition("-")[0].casefold()
    return _NAMES.get(language, language)


@lru_cache(maxsize=_KEPT)
def _ask(text: str, names: tuple[str, ...]) -> str | None:
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory(names).create()
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # it found no letters that it knows
        return None
    if not found or found[0].prob < _LEAST_PROBABILITY:
        return None
    return str(found[0].lang)


@cache
def _factory(names: tuple[str, ...]) -> Any:
    """Return a factory that knows the profiles of these languages only."""
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    factory.load_json_profile([_profile(name) for name in names])
    factory.set_seed(0)
    return factory


def _profile(name: str) -> str:
    return (get_data("langdetect", f"profiles/{name}") or b"").decode()
