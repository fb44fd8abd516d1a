"""The source language, as what was left of it in the translation tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtaudit.model import Segment
from mtaudit.text.language import (
    Identified,
    by_letters,
    by_words,
    identify,
    main_script,
    matches,
    of_originals,
    script_counts,
    script_of_language,
)
from mtaudit.text.scripts import (
    Run,
    beyond_ascii,
    runs,
    runs_beyond_ascii,
    script_of,
)
from mtaudit.text.words import fold

_AT_HOME = {"Hira": {"Hira", "Kana", "Hani"}, "Hang": {"Hang", "Hani"}}
"""Scripts that a text in the key's script has of its own, where it has several."""

_BEYOND_LATIN = (
    range(0x370, 0x1E00),
    range(0x2E80, 0xFB00),
    range(0xFF66, 0xFFDD),
    range(0x10000, 0x110000),
)
"""Code points of other scripts; as a class of `re` they would take 2 ms to compile."""

_OWN_NAMES = frozenset(
    (
        *("русский", "українська", "беларуская", "български", "српски", "қазақша"),
        *("中文", "简体中文", "繁體中文", "繁体中文", "日本語", "한국어", "ελληνικά"),
        *("العربية", "فارسی", "اردو", "עברית", "हिन्दी", "বাংলা", "ไทย", "ქართული"),
    )
)
"""Languages as a page's switcher names them: that is no leftover."""

_CREDITS = (
    ("переведено", "ru"), ("перекладено", "uk"), ("翻译", "zh"), ("翻訳", "ja"),
    ("번역", "ko"), ("übersetzt mit", "de"), ("übersetzt von", "de"),
    ("traduit avec", "fr"), ("traduit par", "fr"), ("traducido con", "es"),
    ("traducido por", "es"), ("tradotto con", "it"), ("tradotto da", "it"),
    ("traduzido com", "pt"), ("traduzido por", "pt"), ("przetłumaczono", "pl"),
    ("přeloženo", "cs"), ("vertaald met", "nl"), ("vertaald door", "nl"),
    ("tarafından çevril", "tr"), ("ile çevril", "tr"),
)  # fmt: skip
"""What a translation service says it has done, and in which language it says so."""

_SERVICES = (
    "яндекс",
    "yandex",
    "google",
    "deepl",
    "microsoft",
    "bing",
    "baidu",
    "papago",
    "百度",
    "谷歌",
    "有道",
    "translator",
    "сервисом",
)
"""What of a service's name is in its credit, folded."""

_CREDIT_LENGTH = 120
"""Code points. What is longer is no credit, but a text about a service."""

_QUOTED = 40
"""Code points of a credit that are quoted."""

_SAMPLE = 4000
"""Code points that show in which script a text is."""

_LEAST_RUNS = 3
"""Fewer separate words in another script may be quoted."""

_LEAST_LETTERS = 12
"""A line shorter than this in a sister language may be a name."""


class _Leftover(NamedTuple):
    """What one segment has in another script."""

    text: str
    runs: int
    is_whole: bool
    """Whether the segment has nothing else."""


def source_of(segments: Sequence[Segment], target: str | None) -> Identified | None:
    """
    Return the source language, if originals or leftovers decide it.

    One whole segment in another script, a credit of a translation service in
    another language, or three separate runs of another script are enough;
    fewer runs are taken for quotations.
    """
    found = (
        _of_originals(segments)
        or _of_credits(segments, target)
        or _of_leftovers(segments, target)
        or _of_sister(segments, target)
    )
    return None if found and target and matches(target, found.tag) else found


def _of_originals(segments: Sequence[Segment]) -> Identified | None:
    """Return the language of the originals that the format carries."""
    found = of_originals(each.source for each in segments if each.source)
    return found and Identified(found.tag, f"the originals, {found.ground}")


def _of_credits(segments: Sequence[Segment], target: str | None) -> Identified | None:
    """Return the language of the credit that a translation service left."""
    short = [each.text for each in segments if len(each.text) <= _CREDIT_LENGTH]
    if not _names_service(fold("\n".join(short))):
        return None
    for text in short:
        folded = fold(text)
        if not _names_service(folded):
            continue
        for wording, tag in _CREDITS:
            if wording in folded and not (target and matches(target, tag)):
                return Identified(tag, f"the credit “{text.strip()[:_QUOTED]}”")
    return None


def _names_service(folded: str) -> bool:
    return any(map(folded.__contains__, _SERVICES))


def _of_leftovers(segments: Sequence[Segment], target: str | None) -> Identified | None:
    """Return the language of what is left in another script."""
    home = _home(segments, target)
    if home is None:
        return None
    by_script: dict[str, list[_Leftover]] = {}
    texts = [segment.text for segment in segments if segment.lang is None]
    if home == "Latn":
        foreign = _beyond_latin("".join(texts))
        texts = [text for text in texts if not foreign.isdisjoint(beyond_ascii(text))]
    else:
        foreign = _of_other_scripts("".join(texts), home)
        texts = [text for text in texts if not foreign.isdisjoint(text)]
    for text in texts:
        _sort_in(by_script, text, home)
    pools = sorted(by_script.items(), key=lambda item: (-_letters(item[1]), item[0]))
    return next(filter(None, (_decide(*pool) for pool in pools)), None)


def _home(segments: Sequence[Segment], target: str | None) -> str | None:
    """Return the script of the target language."""
    if target is None:
        return main_script("\n".join(each.text for each in segments)[:_SAMPLE])
    return script_of_language(target)


def _sort_in(found: dict[str, list[_Leftover]], text: str, home: str) -> None:
    """Add what a text has in other scripts than its own to `found`."""
    if fold(text).strip() in _OWN_NAMES:
        return
    whole = main_script(text)
    if whole is not None and not _is_home(whole, home) and _is_alone(text):
        found.setdefault(whole, []).append(_Leftover(text, 1, is_whole=True))
        return
    found_runs = runs_beyond_ascii(text) if home == "Latn" else runs(text)
    foreign = [run for run in found_runs if _is_foreign(run, text, home)]
    scripts = {_pool(run.script) for run in foreign}
    if len(scripts) == 1:
        words = " ".join(text[run.start : run.end] for run in foreign)
        leftover = _Leftover(words, len(foreign), is_whole=False)
        found.setdefault(main_script(words) or scripts.pop(), []).append(leftover)


def _is_home(script: str, home: str) -> bool:
    return script in _AT_HOME.get(home, {home})


def _is_alone(text: str) -> bool:
    """Whether nine letters in ten are of one kind, and there are two at least."""
    counts = script_counts(text)
    wide = sum(counts.pop(script, 0) for script in ("Hani", "Hira", "Kana"))
    most = max(wide, *counts.values()) if counts else wide
    return most > 1 and most * 10 >= (counts.total() + wide) * 9


def _is_foreign(run: Run, text: str, home: str) -> bool:
    """Whether a run counts: Latin names are at home everywhere, as are symbols."""
    is_word = run.end - run.start > 1 and run.script != "Latn"
    return (
        is_word
        and not _is_home(run.script, home)
        and fold(text[run.start : run.end]) not in _OWN_NAMES
    )


def _pool(script: str) -> str:
    """Return the name under which scripts of one text are counted together."""
    return "Hani" if script in {"Hira", "Kana"} else script


def _letters(leftovers: Iterable[_Leftover]) -> int:
    return sum(len(each.text) for each in leftovers)


def _decide(script: str, leftovers: Sequence[_Leftover]) -> Identified | None:
    """Return the language of leftovers in one script, if there are enough of them."""
    whole = [each for each in leftovers if each.is_whole]
    words = sum(each.runs for each in leftovers)
    if not whole and words < _LEAST_RUNS:
        return None
    if script == "Latn":
        found = by_words("\n".join(each.text for each in whole))
    else:
        found = identify("\n".join(each.text for each in leftovers))
    lines = "1 leftover line" if len(whole) == 1 else f"{len(whole)} leftover lines"
    what = lines if whole else f"{words} leftover words"
    return found and Identified(found.tag, f"{what}, {found.ground}")


def _of_sister(segments: Sequence[Segment], target: str | None) -> Identified | None:
    """Return the language of lines in the target's script with another's letters."""
    if target is None or script_of_language(target) != "Cyrl":
        return None
    for segment in segments:
        if segment.lang is None and len(segment.text) >= _LEAST_LETTERS:
            found = by_letters(segment.text, "Cyrl")
            if found and not matches(target, found.tag):
                return Identified(found.tag, f"a leftover line, {found.ground}")
    return None


def _beyond_latin(text: str) -> set[str]:
    """Return the characters of a text that may be letters other than Latin ones."""
    return {
        char
        for char in {*beyond_ascii(text)}
        if any(ord(char) in block for block in _BEYOND_LATIN)
    }


def _of_other_scripts(text: str, home: str) -> set[str]:
    """Return the letters of a text that are of no script of its own."""
    scripts = ((char, script_of(char)) for char in {*text})
    return {char for char, script in scripts if script and not _is_home(script, home)}
