"""changed-code: a block of code that is not the original's any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.beside import BesideKind
from mtaudit.kinds.raw import in_lines
from mtaudit.model import Applicability, Document, Hit, Pairing, Segment, TextSpan
from mtaudit.text.code_tokens import code_tokens, token_counts
from mtaudit.text.fences import Fence, fences

_TEXT = (
    *("ascii", "bibtex", "console", "diff", "log", "markdown", "md", "mdx", "mermaid"),
    *("none", "output", "plain", "plaintext", "text", "tree", "txt"),
)
_NAMED = 5
"""So many tokens a message names."""


@dataclass(frozen=True, eq=False, repr=False)
class ChangedCode(BesideKind):
    """
    Find fenced blocks of code that lack names, flags, addresses or figures.

    Comments may be translated, and strings that read like words. Blocks are
    compared in their order, where there are as many and their languages are the
    same. What stands for what was lost is marked if there is one of each, else
    the first line of the block. The message may say what is {lost}, and all of it
    in {words}.
    """

    text: tuple[str, ...] = _TEXT
    """Languages of what no program reads; such blocks are passed over."""

    def compare(
        self, document: Document, pairing: Pairing
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each block of code that lacks something."""
        original = pairing.original
        if not document.format == original.format == "markdown":
            return
        ours, theirs = fences(original.raw), fences(document.raw)
        if len(ours) != len(theirs):
            return
        for wanted, found in zip(ours, theirs, strict=True):
            if wanted.info == found.info and self._is_code(found.info):
                hit = _difference(_body(original, wanted), _body(document, found))
                if hit is not None:
                    yield in_lines(document.raw, _moved(hit, found.body[0]))

    def _is_code(self, info: str) -> bool:
        """Whether the words behind a fence say that a program reads what is in it."""
        words = info.split(maxsplit=1)
        language = words[0].strip("{}.").casefold() if words else ""
        return bool(language) and language not in self.text


def _body(document: Document, fence: Fence) -> str:
    return document.raw[slice(*fence.body)]


def _difference(original: str, code: str) -> Hit | None:
    """Return a hit in offsets of `code` if it lacks tokens of `original`."""
    if original == code:
        return None
    held, wanted = token_counts(code), token_counts(original)
    asked = Counter(each.text for each in code_tokens(original))
    lost = [token for token, times in asked.items() if held[token] < times]
    if not lost:
        return None
    added = [each for each in code_tokens(code) if not wanted[each.text]]
    shown = ", ".join(lost[:_NAMED]) + (", …" if len(lost) > _NAMED else "")
    if len(lost) == len(added) == 1:
        words = f"“{added[0].text}” stands for “{shown}”"
        slots = ("lost", shown), ("words", words)
        return Hit(added[0].span, (shown,), slots, limit=Applicability.UNSAFE)
    start = len(code) - len(code.lstrip())
    end = start + len(code.lstrip().split("\n", 1)[0].rstrip())
    slots = ("lost", shown), ("words", f"“{shown}” is missing")
    return Hit(TextSpan(start, end), slots=slots)


def _moved(hit: Hit, by: int) -> Hit:
    """Return a hit so much farther on."""
    return hit._replace(span=TextSpan(hit.span.start + by, hit.span.end + by))
