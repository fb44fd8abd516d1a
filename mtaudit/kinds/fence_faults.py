"""fences: fences of code that swallow the page, or that nothing closes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.kinds.base import Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import RawKind
from mtaudit.model import Applicability, Document, Hit, TextSpan
from mtaudit.text.fences import (
    Fence,
    Line,
    closes,
    fences,
    layout,
    lines_of,
    opening,
)

GLUED, TRAILING, REOPENED = "glued", "trailing", "reopened"
UNCLOSED, WRAPPER, AFTER_TEXT = "unclosed", "wrapper", "after-text"
_REPORTS = (GLUED, TRAILING, REOPENED, UNCLOSED, WRAPPER, AFTER_TEXT)

_WRAPPERS = frozenset({"markdown", "md", "mdx", "text", "plaintext", "txt", "html", ""})
_LANGUAGES = frozenset(
    """
    bash c console cpp cs csharp css diff docker dockerfile go html http ini java
    javascript js json jsx kotlin mermaid php powershell py python rs ruby rust sh
    shell sql swift toml ts tsx typescript xml yaml yml
    """.split()  # noqa: SIM905 -- a list of forty strings is harder to read
)
_DIALECT = re.compile(r"^`{3,}\w[^\n`]*`", re.MULTILINE)
"""Code after a fence, on its line: to Markdown it is no fence, to some sites it is."""

_SURE_WRAPPERS = frozenset({"markdown", "md", "mdx"})
_INFO = re.compile(
    r"\{?\.?[a-zA-Z][\w+#.:-]*+\}?"
    r"(?:[ \t]*+\{.*|(?:[ \t]++[\w-]++)*[ \t]++[\w-]++=.*|,\S++|[ \t]*+)"
    r"|(?:html|css|jsx?|tsx?|javascript|typescript|bash|sh|shell|python|py|json|ya?ml"
    r"|xml|sql|java|cpp|go|rust|ruby|php|diff|http|text|console|mermaid|r|c)[ \t].*"
)
"""What could name the language of a block, with what sites put after it."""

_OPENING = re.compile(r"(?P<at>```(?:[a-z]\w*+)?)[ \t]*+")
_BEFORE_FENCES = " \t\x0b\x0c>*+-"
"""What may stand before a fence on its line."""

_MARKUP = re.compile(
    r"^(?:#{1,6} |---\r?$|[-*] \[?|\d\. |> |\|.+\||.*\]\()", re.MULTILINE
)


@dataclass(frozen=True, eq=False, repr=False)
class Fences(RawKind):
    """
    Find what is wrong with fences of code.

    ``glued``: text right after a closing fence, which closes nothing then.
    ``trailing``: a closing fence at the end of a line of code. ``reopened``: a
    fence that opens inside a block of code, which was not closed. ``unclosed``: a
    fence that nothing closes and that is none of these. ``wrapper``: a fence
    around the whole file. ``after-text``: an opening fence at the end of a line
    of prose, which opens nothing, so that the closing one opens a block.
    """

    report: str
    """One of the words above."""

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, _REPORTS)

    def gate(self) -> Gate:
        """Open where a fence could be."""
        return Gate(parts=frozenset({"```", "~~~"}))

    def faults(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each fence that is broken in the way asked for."""
        raw = document.raw
        parts = layout(raw)
        if self.report == WRAPPER:
            yield from _wrappers(raw, parts.fences)
            return
        if self.report == AFTER_TEXT:
            yield from _after_text(raw)
            return
        found = [*self._faults_of(raw, parts.fences)]
        if found and self.report in {UNCLOSED, REOPENED} and _DIALECT.search(raw):
            return
        yield from found

    def _faults_of(self, raw: str, blocks: Iterable[Fence]) -> Iterator[Hit]:
        """Yield the hits of single fences."""
        for fence in blocks:
            broken = _broken(raw, fence)
            if self.report == UNCLOSED:
                if not (fence.closed or broken or _is_deep(fence)):
                    yield _unclosed(fence)
            else:
                yield from (hit for report, hit in broken if report == self.report)


@lru_cache(maxsize=64)
def _broken(raw: str, fence: Fence) -> tuple[tuple[str, Hit], ...]:
    """Return what is wrong inside a block; several rules ask for the same."""
    return tuple(_faults_inside(raw, fence))


def _faults_inside(raw: str, fence: Fence) -> Iterator[tuple[str, Hit]]:
    """Yield the fences inside a block that neither close nor open anything."""
    if fence.info.partition(" ")[0].lower() in _SURE_WRAPPERS:
        return  # what is shown there may be Markdown with fences of its own
    lines = [*lines_of(raw[: fence.body[1]], fence.body[0])]
    glued = [hit for hit in (_glued(fence, line) for line in lines) if hit]
    yield from ((GLUED, hit) for hit in glued)
    starts = (line.text.lstrip(" \t>") for line in lines)
    if glued or (fence.closed and not any(s.startswith(fence.marker) for s in starts)):
        return
    trailing = (_trailing(fence, line) for line in lines)
    if (hit := next(filter(None, trailing), None)) is not None:
        yield TRAILING, hit
    elif (hit := _reopened(fence, lines)) is not None:
        yield REOPENED, hit


def _reopened(fence: Fence, lines: list[Line]) -> Hit | None:
    """Return a hit on the first line in a block that opens another one."""
    has_prose = False
    for line in lines:
        if _reopens(fence, line):
            span = TextSpan(line.start, line.end)
            if fence.info.lower() in _LANGUAGES:
                fix = f"{fence.indent}{fence.marker}\n\n{line.text}"
                return Hit(span, (fix,), limit=Applicability.UNSAFE)
            return Hit(span) if has_prose and not fence.info else None
        has_prose |= line.text.rstrip().endswith((":", ".", "：", "。"))
    return None


def _reopens(fence: Fence, line: Line) -> bool:
    """Whether a line inside a block opens another one in a language."""
    match = opening(line.text)
    return (
        match is not None
        and match["indent"] == fence.indent
        and match["marker"] == fence.marker
        and match["info"].strip().lower() in _LANGUAGES
    )


def _is_glued(fence: Fence, bare: str) -> bool:
    """Whether a line starts with a closing fence and goes on with text."""
    rest = bare.lstrip(fence.marker[0])
    return (
        bare.startswith(fence.marker)
        and bool(rest.strip())
        and not _INFO.fullmatch(rest)
        and fence.marker not in rest
    )


def _glued(fence: Fence, line: Line) -> Hit | None:
    """Return a hit on text after a closing fence; the fix breaks the line."""
    bare = line.text.lstrip(" \t>")
    if not _is_glued(fence, bare):
        return None
    start = line.end - len(bare)
    rest = bare.lstrip(fence.marker[0])
    marker = bare[: len(bare) - len(rest)]
    indent = line.text[: start - line.start]
    span = TextSpan(start, line.end)
    return Hit(span, (f"{marker}\n{indent}{rest.lstrip()}",))


def _trailing(fence: Fence, line: Line) -> Hit | None:
    """Return a hit on a closing fence behind a line of code."""
    code = line.text.rstrip()
    before = code.removesuffix(fence.marker)
    is_fence = before != code and not before.endswith(fence.marker[0])
    if not is_fence or not before.strip(" \t>") or fence.marker in before:
        return None
    start = line.start + len(before)
    span = TextSpan(start, start + len(fence.marker))
    indent = re.match(r"[ \t>]*", fence.indent)
    return Hit(span, (f"\n{indent[0] if indent else ''}{fence.marker}",))


def _is_deep(fence: Fence) -> bool:
    """Whether a fence stands so far in that it may be code by its indentation."""
    return not fence.indent.strip() and len(fence.indent.expandtabs(4)) >= 4  # noqa: PLR2004 -- as CommonMark has it


def _unclosed(fence: Fence) -> Hit:
    """Return a hit on the marker that opens what nothing closes."""
    start = fence.start + len(fence.indent)
    end = start + len(fence.marker)
    return Hit(TextSpan(start, end), limit=Applicability.MANUAL)


def _wrappers(raw: str, blocks: tuple[Fence, ...]) -> Iterator[Hit]:
    """Yield a hit on the opening line of a fence around all that the file holds."""
    if not blocks or raw[: blocks[0].start].strip():
        return
    lines = [line for line in lines_of(raw) if line.text.strip()]
    if len(lines) < 3:  # noqa: PLR2004 -- as CommonMark has it
        return
    first, opener = blocks[0], lines[0]
    info = first.info.lower()
    body = raw[opener.end : lines[-1].start]
    whole = closes(lines[-1].text, first.marker) and _is_balanced(body, first)
    is_text = info in _SURE_WRAPPERS or len(_MARKUP.findall(body)) > 1
    if info not in _WRAPPERS or not whole or not is_text:
        return
    span = TextSpan(opener.start, lines[1].start)
    closing = TextSpan(lines[-1].start, lines[-1].end)
    sure = info in _SURE_WRAPPERS
    limit = Applicability.SAFE if sure else Applicability.UNSAFE
    yield Hit(span, ("",), companions=((closing, ""),), limit=limit)


def _is_balanced(body: str, first: Fence) -> bool:
    """Whether every fence inside is closed, so that the last line closes the first."""
    inside = fences(body)
    return all(each.closed for each in inside) or (not inside and first.closed)


def _after_text(raw: str) -> Iterator[Hit]:
    """Yield openings at the end of prose; the fix breaks the line."""
    text = layout(raw).prose
    if "```" not in text:
        return
    for line in lines_of(text, layout(raw).front):
        before, mark, _ = line.text.partition("```")
        opening = _OPENING.fullmatch(line.text, len(before)) if mark else None
        if opening is None or "`" in before or not before.strip(_BEFORE_FENCES):
            continue
        start, end = opening.span("at")
        span = TextSpan(line.start + start, line.start + end)
        yield Hit(span, (f"\n\n{opening['at']}",))
