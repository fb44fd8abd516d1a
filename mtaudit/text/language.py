"""Which language a text is in: by script, by letters, by function words, by chance."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from mtaudit.text.function_words import has_own_letters, scores
from mtaudit.text.scripts import beyond_ascii, count_ascii_letters, script_of
from mtaudit.text.words import fold

_ORIGINALS, _SAMPLE = 50, 2_000
"""So many originals, and code points of them, say what language all are in."""

_SAMPLES = 512
"""Samples whose answer is kept."""

_KEPT = 4096
"""Pairs of tags whose answer is kept: each rule asks them for each language."""


class Identified(NamedTuple):
    """A language and what gave it away."""

    tag: str
    ground: str
    """In words, to follow “by”."""


@lru_cache(maxsize=_KEPT)
def matches(tag: str, wanted: str) -> bool:
    """
    Whether a BCP 47 tag is `wanted` or a variety of it, case aside.

    ``pt-BR`` matches ``pt``; ``pt`` does not match ``pt-BR``.
    """
    have, want = (each.replace("_", "-").casefold() for each in (tag, wanted))
    return have == want or have.startswith(f"{want}-")


def primary(tag: str) -> str:
    """Return the primary language subtag of a BCP 47 tag, in lower case."""
    return tag.partition("-")[0].lower()


def is_among(tag: str | None, wanted: Collection[str]) -> bool:
    """Whether `tag` is one of `wanted`; no wanted ones ask for nothing."""
    if not wanted:
        return True
    return tag is not None and any(matches(tag, each) for each in wanted)


def identify(text: str) -> Identified | None:
    """
    Return the language of `text` if something decides it, else None.

    Letters decide before words, words before statistics.
    """
    script = main_script(text)
    if script is None:
        return None
    found = by_letters(text, script)
    if found is None and script in {"Latn", "Cyrl"}:
        return by_words(text) or _by_statistics(text, script)
    return found


def of_originals(texts: Iterable[str]) -> Identified | None:
    """
    Return the language that the longest of many texts are in.

    Labels have no function words, and those with forms of a plural come again.
    """
    longest = sorted(dict.fromkeys(texts), key=len, reverse=True)[:_ORIGINALS]
    sample = "\n".join(longest)[:_SAMPLE]
    return _of_sample(sample) if sample else None


@lru_cache(maxsize=_SAMPLES)
def _of_sample(sample: str) -> Identified | None:
    """Return what `identify` does; catalogues of many languages ask for the same."""
    return identify(sample)


def script_counts(text: str) -> Counter[str]:
    """Return how many letters of each script a text has."""
    counts: Counter[str] = Counter()
    latin = count_ascii_letters(text)
    if latin:
        counts["Latn"] = latin
    for char, count in Counter(beyond_ascii(text)).items():
        script = script_of(char)
        if script is not None:
            counts[script] += count
    return counts


_WEIGHTS = {"Hani": 3, "Hira": 3, "Hang": 2}
"""Latin letters that say as much as one of these."""

_SHARES = {"Latn": 7}
"""Tenths of the letters that a script must have; Latin names are everywhere."""


def main_script(text: str) -> str | None:
    """
    Return the script that prevails: six letters in ten, of Latin seven.

    Han characters and kana count as one, under ``Hira`` if kana are a tenth.
    """
    counts = script_counts(text)
    kana = counts.pop("Hira", 0) + counts.pop("Kana", 0)
    wide = kana + counts.pop("Hani", 0)
    if wide:
        counts["Hira" if kana * 10 >= wide else "Hani"] = wide
    for script, weight in _WEIGHTS.items():
        if script in counts:
            counts[script] *= weight
    if not counts:
        return None
    script, letters = counts.most_common(1)[0]
    return script if letters * 10 >= counts.total() * _SHARES.get(script, 6) else None


_BY_SCRIPT = {
    "Hang": ("ko", "Hangul"),
    "Hira": ("ja", "kana"),
    "Hani": ("zh", "Han characters without kana"),
    "Hebr": ("he", "Hebrew letters"),
    "Thai": ("th", "Thai letters"),
    "Grek": ("el", "Greek letters"),
    "Armn": ("hy", "Armenian letters"),
    "Geor": ("ka", "Georgian letters"),
    "Laoo": ("lo", "Lao letters"),
    "Khmr": ("km", "Khmer letters"),
    "Mymr": ("my", "Burmese letters"),
    "Beng": ("bn", "Bengali letters"),
    "Taml": ("ta", "Tamil letters"),
    "Telu": ("te", "Telugu letters"),
    "Knda": ("kn", "Kannada letters"),
    "Mlym": ("ml", "Malayalam letters"),
    "Gujr": ("gu", "Gujarati letters"),
    "Guru": ("pa", "Gurmukhi letters"),
    "Orya": ("or", "Odia letters"),
    "Sinh": ("si", "Sinhala letters"),
    "Ethi": ("am", "Ethiopic letters"),
    "Deva": ("hi", "Devanagari letters"),
}

_SCRIPT_OF = {
    **{tag: script for script, (tag, _) in _BY_SCRIPT.items()},
    **dict.fromkeys(("be", "bg", "kk", "mk", "ru", "sr", "uk"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "ur"), "Arab"),
    **dict.fromkeys(("mr", "ne"), "Deva"),
}


def script_of_language(tag: str) -> str:
    """Return the script that a language is written in, Latin where none is known."""
    return _SCRIPT_OF.get(primary(tag.replace("_", "-")), "Latn")


def by_letters(text: str, script: str) -> Identified | None:
    """Return the language that the letters of one script decide by themselves."""
    if script == "Cyrl":
        return _cyrillic(fold(text))
    if script == "Arab":
        return _arabic(text)
    if script == "Latn":
        return _vietnamese(text)
    if script == "Deva" and "ळ" in text:
        return Identified("mr", "Devanagari ळ")
    known = _BY_SCRIPT.get(script)
    return Identified(*known) if known else None


# Letters that one language has and its neighbours lack, the telling ones first.
_TELLING = {
    "be": "ў",
    "mk": "ѓќѕ",
    "sr": "јљњћђџ",
    "kk": "әғқңұүһө",
    "uk": "їєґі",
    "ru": "ыэё",
}


def _cyrillic(folded: str) -> Identified | None:
    """Return the language whose own letters occur most often, if one's do."""
    for tag in ("be", "mk", "sr", "kk"):
        found = _present(folded, _TELLING[tag])
        if len(found) > 1 or (found and tag == "be"):
            return Identified(tag, f"Cyrillic {', '.join(found)}")
    counted = {tag: sum(map(folded.count, _TELLING[tag])) for tag in ("uk", "ru")}
    tag = max(counted, key=lambda each: counted[each])
    if counted[tag] > 2 * min(counted.values()):
        found = _present(folded, _TELLING[tag])
        return Identified(tag, f"Cyrillic {', '.join(found)}")
    return None if any(counted.values()) else _by_hard_sign(folded)


_BULGARIAN = 150
"""Letters in which Bulgarian has two ъ and Russian, on the average, none."""


def _by_hard_sign(folded: str) -> Identified | None:
    """Return what ъ tells alone: frequent, it is Bulgarian, and else Russian."""
    signs = folded.count("ъ")
    if not signs:
        return None
    letters = sum(map(str.isalpha, folded))
    is_frequent = signs > 1 and letters < signs * _BULGARIAN
    return Identified("bg" if is_frequent else "ru", "Cyrillic ъ")


def _present(text: str, letters: str) -> list[str]:
    return [letter for letter in letters if letter in text]


def _arabic(text: str) -> Identified:
    """Return Urdu or Persian where its letters occur, else Arabic."""
    for tag, letters in (("ur", "ٹڈڑےں"), ("fa", "پچژگ")):
        found = _present(text, letters)
        if found:
            return Identified(tag, f"Arabic {', '.join(found)}")
    return Identified("ar", "Arabic letters")


# No other language stacks these marks; ẹ ị ọ ụ are of Igbo and Yoruba, too.
_VIETNAMESE = frozenset("ơưảạấầẩẫậắằẳẵặẻếềểễệỉỏốồổỗộớờởỡợủứừửữựỳỵỷỹ")
_VIETNAMESE_SHARE = 25
"""Letters of which one is such, in Vietnamese three; elsewhere they are in names."""


def _vietnamese(text: str) -> Identified | None:
    """Return Vietnamese where its letters are frequent, and decide nothing else."""
    found = sum(map(_VIETNAMESE.__contains__, fold(beyond_ascii(text))))
    is_frequent = found > 1 and found * _VIETNAMESE_SHARE >= len(text)
    return Identified("vi", "Vietnamese letters") if is_frequent else None


_LEAST_SCORE = 2
_LEAST_SHARE = 0.1
_MARGIN = 1.5
_LONG = 60
"""From so many characters on, the letters of a language's own must occur."""


def by_words(text: str) -> Identified | None:
    """Return the language whose function words prevail clearly, if one's do."""
    folded = fold(text)
    found = sorted(scores(folded).items(), key=lambda item: (-item[1], item[0]))
    if not found:
        return None
    (tag, best), second = found[0], found[1][1] if len(found) > 1 else 0
    words = folded.count(" ") + 1
    is_clear = best >= max(_LEAST_SCORE, _LEAST_SHARE * words, _MARGIN * second)
    if is_clear and (len(text) < _LONG or has_own_letters(tag, folded)):
        return Identified(tag, "function words")
    return None


def _by_statistics(text: str, script: str) -> Identified | None:
    """Ask langdetect, which is slow to load and comes last."""
    from mtaudit.text.statistics import likeliest

    tag = likeliest(text, script, ())
    return Identified(tag, "letter statistics") if tag else None
