"""fences: fences of code that swallow the page, or that nothing closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.base import Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import RawKind
from mtaudit.model import Applicability, Document, Hit, TextSpan
from mtaudit.text.fences import Fence, Line, closes, fences, layout, lines_of

GLUED, TRAILING, UNCLOSED, WRAPPER, AFTER_TEXT = (
    "glued",
    "trailing",
    "unclosed",
    "wrapper",
    "after-text",
)

_WRAPPERS = frozenset({"markdown", "md", "mdx", "text", "plaintext", "txt", "html", ""})
_SURE_WRAPPERS = frozenset({"markdown", "md", "mdx"})
_INFO = re.compile(
    r"\{?\.?[a-zA-Z][\w+#.:-]*\}?"
    r"(?:[ \t]*\{.*|(?:[ \t]+[\w-]+)*(?:[ \t]+[\w-]+=.*)|,\S+|[ \t]*)"
    r"|(?:html|css|jsx?|tsx?|javascript|typescript|bash|sh|shell|python|py|json|ya?ml"
    r"|xml|sql|java|cpp|go|rust|ruby|php|diff|http|text|console|mermaid|r|c)[ \t].*"
)
"""What could name the language of a block, with what sites put after it."""

_MARKUP = re.compile(
    r"^(?:#{1,6} |---\r?$|[-*] \[?|\d\. |> |\|.+\||.*\]\()", re.MULTILINE
)


@dataclass(frozen=True, eq=False, repr=False)
class Fences(RawKind):
    """
    Find what is wrong with fences of code.

    ``glued``: text right after a closing fence, which closes nothing then.
    ``trailing``: a closing fence at the end of a line of code. ``unclosed``: a
    fence that nothing closes and that is neither of these. ``wrapper``: a fence
    around the whole file. ``after-text``: an opening fence at the end of a line
    of prose, which opens nothing, so that the closing one opens a block.
    """

    report: str
    """``glued``, ``trailing``, ``unclosed``, ``wrapper`` or ``after-text``."""

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def __post_init__(self) -> None:
        known = (GLUED, TRAILING, UNCLOSED, WRAPPER, AFTER_TEXT)
        require_one_of("report", self.report, known)

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
        for fence in parts.fences:
            broken = [*_broken(raw, fence)]
            is_open = not fence.closed and not broken and not _is_deep(fence)
            if self.report == UNCLOSED and is_open:
                yield _unclosed(fence)
            yield from (hit for report, hit in broken if report == self.report)


def _broken(raw: str, fence: Fence) -> Iterator[tuple[str, Hit]]:
    """Yield the closing fences inside a block that close nothing."""
    if fence.info.partition(" ")[0].lower() in _SURE_WRAPPERS:
        return  # what is shown there may be Markdown with fences of its own
    reopens = not fence.closed
    for line in _lines_inside(raw, fence):
        bare = line.text.lstrip(" \t>")
        if bare.startswith(fence.marker):
            glued = _glued(fence, line)
            if glued is not None:
                yield GLUED, glued
            reopens = True
    if not reopens or any(_is_glued(fence, each) for each in _bare(raw, fence)):
        return
    for line in _lines_inside(raw, fence):
        trailing = _trailing(fence, line)
        if trailing is not None:
            yield TRAILING, trailing
            return


def _bare(raw: str, fence: Fence) -> Iterator[str]:
    return (line.text.lstrip(" \t>") for line in _lines_inside(raw, fence))


def _lines_inside(raw: str, fence: Fence) -> Iterator[Line]:
    start, end = fence.body
    yield from lines_of(raw[:end], start)


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
    return not fence.indent.strip() and len(fence.indent.expandtabs(4)) >= 4  # noqa: PLR2004


def _unclosed(fence: Fence) -> Hit:
    """Return a hit on the marker that opens what nothing closes."""
    start = fence.start + len(fence.indent)
    end = start + len(fence.marker)
    return Hit(TextSpan(start, end), limit=Applicability.MANUAL)


def _wrappers(raw: str, blocks: tuple[Fence, ...]) -> Iterator[Hit]:
    """Yield a hit on the opening line of a fence around all that the file holds."""
    lines = [line for line in lines_of(raw) if line.text.strip()]
    if not blocks or len(lines) < 3 or blocks[0].start != lines[0].start:  # noqa: PLR2004
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
    for line in lines_of(text, layout(raw).front):
        match = re.fullmatch(
            r"(.*[^\s`>*+\-].*?)[ \t]*(?P<at>```([a-z]\w*)?)[ \t]*", line.text
        )
        if match is None or "`" in match[1]:
            continue
        start = line.start + match.start("at")
        yield Hit(
            TextSpan(start, line.start + match.end("at")), (f"\n\n{match['at']}",)
        )
