"""JSX in Markdown: tags, expressions and modules, put out of the parser's way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.formats.markdown_lines import Title, enclosed
from mtaudit.formats.markdown_tags import BLOCKS, BOUNDARY
from mtaudit.model import Comment, RawSpan
from mtaudit.text.fences import code

_PROSE = frozenset(
    [
        "alt",
        "aria-label",
        "caption",
        "description",
        "heading",
        "label",
        "placeholder",
        "subtitle",
        "summary",
        "tagline",
        "title",
        "tooltip",
    ]
)
_STRING = r""" "[^"]*+" | '[^']*+' """


def _braces(depth: int) -> str:
    """Return the pattern of braces in pairs, as deep as `depth`."""
    inner = f"| {_braces(depth - 1)}" if depth else ""
    return rf"\{{ (?: [^{{}}]++ {inner} )*+ \}}"


_ATTRIBUTE = rf"""
    (?P<name> [A-Za-z_$][\w:.$-]*+ )
    (?: \s*+ = \s*+ (?: (?P<value> {_STRING} ) | {_braces(4)} ) )?
"""
# A group in what is repeated possessively would break some versions of `re`.
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
_SYNTAX = rf"""(?x)
    (?P<tag> < (?P<close> /?+ )
        (?: (?P<name> [A-Za-z][\w:.-]*+ ) (?P<attributes> (?:
              \s++ | {_UNNAMED}
            | {_braces(4)} )*+ ) )?
        /?+ > )
  | \{{ \s*+ /\* (?P<comment> (?: [^*{{]++ | \*(?!/) | \{{(?!\s*+/\*) )*+ ) \*/ \s*+ \}}
  | (?P<expression> (?<!\\) {_braces(4)} )
"""
_HIDDEN = re.compile(r"<(style|script|pre|svg|code|kbd)\b[^<>]*+(?<!/)>")
_MODULE = re.compile(r"^(?:import|export)\b[ {*'\"][^\n]*", re.MULTILINE)
_NO_BREAK = re.compile(r"[^\r\n]")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n|\Z")
_LONGEST_MODULE = 50_000
"""Characters in which the brackets of a module must close."""

_BRACKETS = re.compile(r"[\[({]|[\])}]")


class Jsx(NamedTuple):
    """What a file with JSX holds beside its Markdown."""

    body: str
    """As long as the file's own, where JSX is blank, an empty tag or inline code."""

    titles: tuple[Title, ...]
    """The strings of tags that are prose."""

    comments: tuple[Comment, ...]
    tags: dict[int, int]
    """Where tags that have lines to themselves start, and what they leave open."""


def without_jsx(body: str, base: int) -> Jsx:
    """Return the Markdown of `body`, which stands at `base` in its file."""
    reading = _Reading(body, base)
    reading.read()
    return Jsx(
        "".join(reading.kept),
        tuple(reading.titles),
        tuple(reading.comments),
        reading.tags,
    )


class _Reading:
    """A reading of one file: what is kept of it, and what is put beside."""

    def __init__(self, body: str, base: int) -> None:
        self.kept: list[str] = []
        self.titles: list[Title] = []
        self.comments: list[Comment] = []
        self.tags: dict[int, int] = {}
        self._body = body
        self._base = base
        self._done = 0
        self._line = (0, 0, False)
        """The lines looked at last, and whether there are only tags on them."""

    def read(self) -> None:
        """Take in the body."""
        for start, end in _modules(self._body):
            self._read_until(start)
            self._keep(end, _blank(self._body[start:end]))
        self._read_until(len(self._body))

    def _read_until(self, end: int) -> None:
        """Take in what stands between modules."""
        begin, text = self._done, self._body[self._done : end]
        elements = dict(enclosed(text, _HIDDEN, r"</{}\s*>"))
        hidden = iter([*code(text), (len(text), len(text))])
        span = next(hidden)
        for match in _syntax().finditer(text):
            while span[1] <= match.start() and span[0] < len(text):
                span = next(hidden)
            if match.start() < span[0] and begin + match.start() >= self._done:
                last = elements.get(match.start())
                self._take(match, begin, last)
        self._keep(end, "")

    def _take(self, match: re.Match[str], begin: int, last: int | None) -> None:
        """Put one piece of JSX out of the way, or an element that ends at `last`."""
        start, end = begin + match.start(), begin + (last or match.end())
        self._keep(start, "")
        is_alone = self._is_alone(start, end)
        text = self._body[start:end]
        if match["comment"] is not None:
            place = RawSpan(self._base + start, self._base + end)
            self.comments.append(Comment(match["comment"].strip(), place))
            self._keep(end, _filled(text, "<!--", "-->", is_alone=is_alone))
        elif match["tag"] is None or last:
            self._keep(end, _filled(text, "`", "`", is_alone=is_alone))
        else:
            self._take_tag(match, begin, is_alone=is_alone)

    def _take_tag(self, match: re.Match[str], begin: int, *, is_alone: bool) -> None:
        """Put a tag out of the way, its words noted."""
        start, end = begin + match.start(), begin + match.end()
        is_whole = match["tag"].endswith("/>")
        if is_alone:
            opens = not match["close"] and not is_whole
            self.tags[start] = 1 if opens else -bool(match["close"])
        elif match["name"] in {"br", "img"} and "{" not in match["tag"]:
            return
        self._note(match, begin)
        name = BOUNDARY if (match["name"] or "").lower() in BLOCKS else "z"
        marks = ("`", "`") if is_whole else (f"<{name}", ">")
        self._keep(end, _filled(match["tag"], *marks, is_alone=is_alone))

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether nothing but tags shares the lines from `start` to `end`."""
        first, last, is_alone = self._line
        if first <= start and end <= last:
            return is_alone
        body = self._body
        first = max(body.rfind(char, last, start) + 1 for char in "\r\n") or last
        ending = _LINE_END.search(body, end)
        last = ending.start() if ending else len(body)
        sides = body[first:start], body[end:last]
        is_alone = all(_TAGS.fullmatch(side) for side in sides)
        self._line = first, last, is_alone
        return is_alone

    def _note(self, match: re.Match[str], begin: int) -> None:
        """Note the strings of a tag that a reader sees."""
        if not match["name"] or "=" not in match["tag"]:
            return
        raw = self._body
        span = begin + match.start("attributes"), begin + match.end("attributes")
        for found in _attribute().finditer(raw, *span):
            if found["value"] and found["name"].lower() in _PROSE:
                start, end = found.span("value")
                place = self._base + start + 1, self._base + end - 1
                self.titles.append(Title(*place, found["name"].lower()))

    def _keep(self, end: int, instead: str) -> None:
        """Keep `instead` of what goes to `end`; the text itself for nothing."""
        self.kept.append(instead or self._body[self._done : end])
        self._done = end


_LINE_END = re.compile(r"[\r\n]|\Z")
_TAGS = re.compile(r"[ \t]*+(?:<[^<>]*+>[ \t]*+)*+")


def _modules(body: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that import and export: to a blank line, brackets in pairs."""
    hidden = code(body)
    done = index = hopeless = 0
    for match in _MODULE.finditer(body):
        start = match.start()
        while index < len(hidden) and hidden[index][1] <= start:
            index += 1
        is_code = index < len(hidden) and hidden[index][0] <= start
        if start < done or is_code:
            continue
        done, is_whole = _module_end(body, start, only_first=start < hopeless)
        if not is_whole:
            hopeless = start + _LONGEST_MODULE
        yield start, done


def _module_end(body: str, start: int, *, only_first: bool) -> tuple[int, bool]:
    """Return where module code ends, and whether its brackets are in pairs."""
    end, depth = start, 0
    limit = min(len(body), start + _LONGEST_MODULE)
    first: int | None = None
    for blank in _BLANK_LINE.finditer(body, start, limit):
        for bracket in _BRACKETS.findall(body, end, blank.start()):
            depth += 1 if bracket in "[({" else -1
        end = blank.start()
        first = end if first is None else first
        if depth <= 0 or only_first:
            return end, True
    return (limit if first is None else first), False


def _filled(text: str, first: str, last: str, *, is_alone: bool) -> str:
    """Return something as long: blank, or inert in a sentence."""
    room = len(text) - len(first) - len(last)
    if is_alone or room < 0 or (first == "`" and room < 1):
        return _blank(text)
    inner = "x" if first == "`" else " "
    return f"{first}{inner * room}{last}"


def _blank(text: str) -> str:
    """Return as many spaces, line breaks kept."""
    return _NO_BREAK.sub(" ", text)


@cache
def _syntax() -> re.Pattern[str]:
    return re.compile(_SYNTAX, re.DOTALL)


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(rf"(?x){_ATTRIBUTE}|{_braces(4)}")
