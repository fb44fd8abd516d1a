"""The lines of a catalogue of gettext: keywords, quoted strings, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.pieces import Part, text_of
from mtaudit.model import Comment, ParseError, RawSpan

_LINE = re.compile(
    r"""
    [ \t\f\v]*+
    (?: \#(?P<comment> [^\r\n]*+ )
      | (?: (?P<keyword> msgctxt | msgid_plural | msgid | msgstr )
            (?: \[ [ \t]*(?P<number> \d{1,3} )[ \t]* \] )? [ \t]*+ )?
        "(?P<string> (?: [^"\\\r\n]++ | \\[^\r\n] )*+ )" [ \t\f\v]*+
      | )
    (?: \r\n? | \n | \Z )
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_SIMPLE = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}


class Entry:
    """A message, while it is read and after."""

    def __init__(self) -> None:
        self._strings: dict[tuple[str, int], list[Part]] = {}
        self._last: list[Part] | None = None
        self.is_complete = False
        """Whether a translation was seen, so that what follows is another entry."""

        self.is_fuzzy = False
        self.has_previous = False

    @property
    def is_guess(self) -> bool:
        """Whether the translation is of a string that was like this one."""
        return self.is_fuzzy and self.has_previous

    def begin(self, keyword: str, number: int) -> None:
        """Take in a keyword: the strings that follow are its."""
        self._last = self._strings.setdefault((keyword, number), [])
        self.is_complete = keyword == "msgstr"

    def take(self, parts: list[Part]) -> bool:
        """Take in a string; whether there is a keyword before it."""
        if self._last is None:
            return False
        self._last += parts
        return True

    def text(self, keyword: str) -> str:
        """Return what stands after a keyword, empty if it is not there."""
        return text_of(self.parts(keyword))

    def parts(self, keyword: str) -> list[Part]:
        """Return what stands after a keyword, part by part."""
        return self._strings.get((keyword, 0), [])

    def translations(self) -> Iterator[tuple[int, list[Part]]]:
        """Yield the translations and their numbers, in the order of the file."""
        for (keyword, number), parts in self._strings.items():
            if keyword == "msgstr":
                yield number, parts


class Scan:
    """A reading of a catalogue; its comments grow while entries are asked for."""

    def __init__(self, raw: str, path: str) -> None:
        self._raw = raw
        self._path = path
        self.comments: list[Comment] = []

    def entries(self) -> Iterator[Entry]:
        """Yield the entries, or raise `ParseError` at a line that is none."""
        entry, place = Entry(), 0
        while place < len(self._raw):
            line = _LINE.match(self._raw, place)
            if line is None:
                raise self._error(place)
            starts_anew = line["comment"] is not None or line["keyword"] in _FIRST
            if starts_anew and entry.is_complete:
                yield entry
                entry = Entry()
            if not self._take(line, entry):
                raise self._error(place)
            place = line.end()
        if entry.is_complete:
            yield entry

    def _take(self, line: re.Match[str], entry: Entry) -> bool:
        """Take in a line; whether it may stand there."""
        if line["comment"] is not None:
            self._note(line, entry)
            return True
        if line["keyword"]:
            entry.begin(line["keyword"], int(line["number"] or 0))
        return line["string"] is None or entry.take(_decoded(line))

    def _note(self, line: re.Match[str], entry: Entry) -> None:
        """Take in a comment, by the sign after its hash."""
        said = line["comment"]
        if said.startswith(","):
            entry.is_fuzzy = entry.is_fuzzy or "fuzzy" in said
        elif said.startswith("|"):
            entry.has_previous = True
        elif "mtaudit:" in said and not said.startswith("~"):
            span = RawSpan(line.start("comment") - 1, line.end("comment"))
            self.comments.append(Comment(said.lstrip(". \t").rstrip(), span))

    def _error(self, place: int) -> ParseError:
        line = self._raw.count("\n", 0, place) + 1
        return ParseError(
            "no line of a gettext catalogue", place=f"{self._path}:{line}"
        )


_FIRST = frozenset({"msgid", "msgctxt"})
"""Keywords that an entry may begin with."""


def _decoded(line: re.Match[str]) -> list[Part]:
    """Return the string of a line, part by part."""
    text = line["string"]
    start, end = line.span("string")
    if "\\" not in text:
        return [Part(text, start, end)] if text else []
    parts, done = [], start
    for escape in _ESCAPE.finditer(line.string, start, end):
        if escape.start() > done:
            parts.append(Part(line.string[done : escape.start()], done, escape.start()))
        parts.append(Part(_character(escape), *escape.span(), verbatim=False))
        done = escape.end()
    if done < end:
        parts.append(Part(line.string[done:end], done, end))
    return parts


def _character(escape: re.Match[str]) -> str:
    octal, hexadecimal, sign = escape.groups()
    if octal or hexadecimal:
        return chr(int(octal, 8) if octal else int(hexadecimal, 16))
    return _SIMPLE.get(sign, sign)
