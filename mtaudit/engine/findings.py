"""Hits into findings: places, messages, fixes and fingerprints."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.engine.line_breaks import Change, by_line, changed
from mtaudit.engine.places import Places
from mtaudit.formats import PACKED
from mtaudit.model import (
    Applicability,
    Document,
    Edit,
    Finding,
    Fix,
    Hit,
    Role,
    RuleMeta,
    Segment,
)


class Placed(NamedTuple):
    """A hit, and what it needs to become a finding."""

    meta: RuleMeta
    segment: Segment
    hit: Hit


class FindingMaker:
    """Makes the findings of one document; it counts equal ones."""

    def __init__(
        self,
        document: Document,
        escape: Callable[..., str | None],
        fits: Callable[[str, str], bool] = lambda text, spelling: True,  # noqa: ARG005 -- for formats that ask nothing
    ) -> None:
        self._document = document
        self._escape = escape
        self._fits = fits
        self._is_packed = document.path.lower().endswith(PACKED)
        self._places = Places(document.path, document.raw)
        self._seen: Counter[str] = Counter()

    def finding(self, placed: Placed) -> Finding:
        """Return the finding that a hit comes to."""
        meta, segment, hit = placed
        span = segment.to_raw(hit.span)
        match = hit.span.of(segment.text)
        fingerprint, content = self._identities(meta.id, match, segment)
        return Finding(
            rule=meta,
            message=filled(meta.message, match, hit),
            severity=meta.severity,
            location=self._places.location(span),
            match=match,
            excerpt=self._places.excerpt(span),
            fingerprint=fingerprint,
            fixes=tuple(self._fixes(meta, segment, hit)),
            content=content,
        )

    def _fixes(self, meta: RuleMeta, segment: Segment, hit: Hit) -> Iterator[Fix]:
        """Yield a fix for each replacement, best first."""
        applicability = min(meta.fix, hit.limit)
        if len(hit.replacements) > 1:
            applicability = min(applicability, Applicability.UNSAFE)
        for replacement in hit.replacements:
            title = f"Replace with “{replacement}”" if replacement else "Delete"
            edits = self._edits(segment, sorted(_changes(segment, hit, replacement)))
            yield Fix(title, edits, applicability if edits else Applicability.MANUAL)

    def _edits(self, segment: Segment, changes: Sequence[Change]) -> tuple[Edit, ...]:
        """Return the edits that make `changes`; none if the file cannot spell them."""
        if self._is_packed or not all(segment.is_verbatim(span) for span, _ in changes):
            return ()
        edits = []
        for span, replacement in changes:
            written = self._spelled(replacement, segment)
            if written is None:
                return ()
            edits.append(Edit(segment.to_raw(span), written))
        if segment.spelling and not self._fits(
            changed(segment.text, changes), segment.spelling
        ):
            return ()
        return tuple(edits)

    def _spelled(self, text: str, segment: Segment) -> str | None:
        """Return `text` as the file must spell it in `segment`; None if it cannot."""
        if segment.role is Role.MARKUP:
            return text
        if segment.spelling:
            return self._escape(text, segment.spelling)
        return self._escape(text)

    def _identities(
        self, rule_id: str, match: str, segment: Segment
    ) -> tuple[str, str]:
        """
        Return a fingerprint and its content, numbered among equal ones.

        The content is made of the matched text, the segment's text with white
        space collapsed, and the unit's key; the fingerprint of the rule and the
        path besides.
        """
        said = match, " ".join(segment.text.split()), segment.unit_id or ""
        digest = _digest(rule_id, self._document.path, *said)
        self._seen[digest] += 1
        number = self._seen[digest]
        content = _digest(match.replace("\r\n", "\n"), *said[1:])
        suffix = "" if number == 1 else f":{number}"
        return f"{digest}{suffix}", f"{content}{suffix}"


def _changes(segment: Segment, hit: Hit, replacement: str) -> list[Change]:
    """Return what a replacement changes in the text of its segment."""
    is_markup = segment.role is Role.MARKUP
    replaced = (hit.span, replacement)
    lines = [replaced] if is_markup else by_line(segment.text, *replaced)
    return [*lines, *hit.companions]


def _digest(*parts: str) -> str:
    """Return sixteen digits that stand for `parts` in NFC."""
    from hashlib import sha256

    normal = unicodedata.normalize("NFC", "\0".join(parts))
    return sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _Slots(dict[str, str]):
    """Names a message may use; one that nobody filled stays as it is written."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def filled(message: str, match: str, hit: Hit) -> str:
    """Return a card's message with the match and the slots of a hit filled in."""
    best = hit.replacements[0] if hit.replacements else ""
    collapsed = " ".join(match.split()) or match
    return message.format_map(
        _Slots({"match": collapsed, "fix": best, **dict(hit.slots)})
    )
