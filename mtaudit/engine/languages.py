"""Which languages a document is in and from, and on what ground that is assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mtaudit.config.schema import Settings
from mtaudit.engine.leftovers import source_of
from mtaudit.model import Document, Languages, Segment
from mtaudit.model.document import UNKNOWN
from mtaudit.text.language import (
    Identified,
    by_letters,
    by_words,
    identify,
    main_script,
)

_PARAGRAPH = 60
"""
Shorter segments have no vote where longer ones have: bytes of UTF-8, in which
twenty characters of Chinese, that say as much, are as long as sixty of Latin.
"""

_SHARE = 3
"""Of so many paragraphs one must show a language, or a stray one decides for all."""

_SAMPLE = 12
"""So many paragraphs decide, taken evenly: the rest would not change it."""

_SAMPLE_LENGTH = 300


def languages_of(
    document: Document,
    settings: Settings,
    path_language: str | None = None,
    *,
    original_language: str | None = None,
) -> Languages:
    """
    Return the languages of a document, the strongest ground for each first.

    `settings` are those of this very file, `path_language` is what its path says
    beyond them, and `original_language` the one that its original is in.
    """
    stated = (
        (settings.target_language, settings.target_ground or "as set"),
        (path_language, "by its path"),
        (document.declared_lang, "as the file says"),
    )
    target = _first(stated) or _majority(document.segments)
    given = (settings.source_language, settings.source_ground or "as set")
    own = (document.declared_source, "as the file says")
    beside = (original_language, "as its original is")
    source = _first((given, own, beside)) or source_of(
        document.segments, target.tag if target else None
    )
    return Languages(
        target.tag if target else None,
        source.tag if source else None,
        _evidence(target, source),
    )


def _first(stated: Sequence[tuple[str | None, str]]) -> Identified | None:
    """Return the first language that was stated."""
    return next((Identified(tag, ground) for tag, ground in stated if tag), None)


def _evidence(target: Identified | None, source: Identified | None) -> str:
    """Return the grounds as one phrase, one for both only once."""
    if target and source and target.ground == source.ground:
        return target.ground
    named = (("target", target), ("source", source))
    grounds = [f"{which}: {found.ground}" for which, found in named if found]
    return "; ".join(grounds) or UNKNOWN.evidence


def _majority(segments: Sequence[Segment]) -> Identified | None:
    """Return the language that most of a document is in, if something decides it."""
    sample = _sampled(segments)
    if main_script(" ".join(text[:100] for text in sample)) == "Latn":
        found = _by_vote(sample) or _of_the_silent(sample)
        return found or identify("\n".join(sample))
    found = identify("\n".join(sample))
    return found and found._replace(ground=f"its {found.ground}")


def _sampled(segments: Sequence[Segment]) -> list[str]:
    """Return texts that stand for all, cut to a length that suffices."""
    texts = [segment.text for segment in segments]
    texts = [text for text in texts if _is_paragraph(text)] or texts
    step = max(1, len(texts) // _SAMPLE)
    return [text[:_SAMPLE_LENGTH] for text in texts[::step]]


def _is_paragraph(text: str) -> bool:
    return len(text) >= _PARAGRAPH or len(text.encode("utf-8", "replace")) >= _PARAGRAPH


def _by_vote(texts: Sequence[str]) -> Identified | None:
    """Return the language of more than half of the texts that show one, if a third."""
    found = [each for each in map(_shown, texts) if each]
    votes = Counter(each.tag for each in found)
    if not votes or len(found) * _SHARE < len(texts):
        return None
    tag, count = votes.most_common(1)[0]
    if count * 2 <= votes.total():
        return None
    ground = next(each.ground for each in found if each.tag == tag)
    paragraphs = "1 paragraph" if count == 1 else f"{count} paragraphs"
    return Identified(tag, f"{ground} of {paragraphs}")


def _of_the_silent(texts: Sequence[str]) -> Identified | None:
    """Return the language of the texts that show none, if they are most by far."""
    silent = [text for text in texts if not _shown(text)]
    is_most = (len(texts) - len(silent)) * _SHARE < len(texts)
    return identify("\n".join(silent)) if is_most else None


def _shown(text: str) -> Identified | None:
    """Return the language that a text in Latin letters shows by itself."""
    return by_letters(text, "Latn") or by_words(text)
