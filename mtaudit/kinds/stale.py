"""stale: a translation of an original that has been changed since."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.beside import BesideKind
from mtaudit.kinds.raw import in_lines
from mtaudit.model import Document, Hit, Pairing, Segment, TextSpan

_ALGORITHMS = {32: "md5", 40: "sha1", 64: "sha256"}
"""By the number of digits."""


@dataclass(frozen=True, eq=False, repr=False)
class Stale(BesideKind):
    """
    Find translations whose original is not the text that they were made from.

    A translation may record a hash of its original, in MD5, SHA-1 or SHA-256,
    under one of `keys`, in front matter or in a comment; the name that Git has for
    the file's content is one. Where the original has another hash now, with any
    newlines, it was changed.
    """

    keys: tuple[str, ...] = ("original_hash", "source_hash", "sourceHash")
    """What a hash of the whole original stands after."""

    def compare(
        self, document: Document, pairing: Pairing
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit on each hash that is not the original's."""
        for match in self._hashes(document.raw):
            if match["hash"].lower() not in _hashes_of(pairing.original.raw):
                slots = (("original", pairing.original.path),)
                span = TextSpan(*match.span("hash"))
                yield in_lines(document.raw, Hit(span, slots=slots))

    def _hashes(self, raw: str) -> Iterator[re.Match[str]]:
        """Yield what is recorded, each key and hash."""
        keys = "|".join(map(re.escape, self.keys))
        hashes = "|".join(rf"[0-9A-Fa-f]{{{size}}}" for size in _ALGORITHMS)
        return re.finditer(
            rf"\b(?:{keys})[\"']?\s*[:=]\s*[\"']?(?P<hash>\b(?:{hashes}))\b", raw
        )


def _hashes_of(raw: str) -> frozenset[str]:
    """Return the hashes of a text, whatever newlines it was hashed with."""
    unix = raw.replace("\r\n", "\n")
    forms = {raw, unix, unix.replace("\n", "\r\n")}
    return frozenset(
        hashlib.new(name, head + content).hexdigest()
        for content in (form.encode("utf-8", "surrogatepass") for form in forms)
        for head in (b"", b"blob %d\0" % len(content))
        for name in _ALGORITHMS.values()
    )
