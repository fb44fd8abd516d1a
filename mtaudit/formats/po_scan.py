"""The lines of a catalogue of gettext: keywords, quoted strings, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.pieces import Part, text_of
from mtaudit.model import OPAQUE, Comment, ParseError, RawSpan

_SAID = r"(?: [^\"\\\r\n]++ | \\[^\r\n] )*+"
_LINE = re.compile(
    rf"""
    [ \t\f\v]*+
    (?: \#(?P<comment> [^\r\n]*+ )
      | (?: (?P<keyword> msgctxt | msgid_plural | msgid | msgstr )
            (?: \[ [ \t]*(?P<number> \d{{1,3}} )[ \t]* \] )? [ \t]*+ )?
        "(?P<string> {_SAID} )" [ \t\f\v]*+
      | )
    (?: \r\n? | \n | \Z )
    """,
    re.VERBOSE,
)
_NEXT = r"(?: (?: \r?\n )++ (?= \#|msgid(?!_)|msgctxt|\Z ) | \Z )"
_STRINGS = rf'(?: "{_SAID}" (?: \r?\n "{_SAID}" )*+ )'
_MESSAGE = re.compile(
    rf"""
    (?: \#(?!\|) [^\r\n]*+ \r?\n )*+
    (?: msgctxt[ ] (?P<msgctxt> {_STRINGS} ) \r?\n )?+
    msgid[ ] (?P<msgid> {_STRINGS} ) \r?\n
    (?: msgstr[ ]
        (?: "(?P<plain> [^"\\\r\n%{{<$@\ud800-\udfff{OPAQUE}]*+ )"
          | (?P<msgstr> {_STRINGS} ) )
      | msgid_plural[ ] (?P<msgid_plural> {_STRINGS} ) \r?\n
        (?P<forms> (?: msgstr\[\d\][ ] {_STRINGS} (?: \r?\n (?=msgstr\[) )?+ )++ ) )
    {_NEXT}
    """,
    re.VERBOSE,
)
"""
A message as tools write it; `plain` is a translation that holds no placeable.

One that was guessed is read line by line, and what it was guessed from.
"""

_FORM = re.compile(rf"msgstr\[(?P<number>\d)\][ ](?P<strings>{_STRINGS})", re.VERBOSE)

_INSIDE = re.compile(
    r"""
    (?P<text> [^"\\\r\n]++ )
    | \\ (?: (?P<octal> [0-7]{1,3} ) | x (?P<hex> [0-9A-Fa-f]{1,2} ) | (?P<sign> . ) )
    """,
    re.VERBOSE,
)
"""What stands inside quoted strings that follow each other."""

_SIMPLE = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}
_Place = tuple[int, int]


class Entry:
    """A message, while it is read and after."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._places: dict[tuple[str, int], list[_Place]] = {}
        """Where quoted strings stand, one or several of them to a place."""

        self._last: list[_Place] | None = None
        self.is_new = True
        """Whether nothing but blank lines was seen."""

        self.is_complete = False
        """Whether a translation was seen, so that what follows is another entry."""

        self.is_fuzzy = False
        self.has_previous = False

    @property
    def is_guess(self) -> bool:
        """Whether the translation is of a string that was like this one."""
        return self.is_fuzzy and self.has_previous

    def begin(self, keyword: str, number: int = 0) -> None:
        """Take in a keyword: the strings that follow are its."""
        self._last = self._places.setdefault((keyword, number), [])
        self.is_complete = keyword == "msgstr"

    def take(self, start: int, end: int) -> bool:
        """Take in a string in its quotes; whether there is a keyword before it."""
        if self._last is None:
            return False
        if self._last and self._raw[self._last[-1][1] : start] in {"\n", "\r\n"}:
            start = self._last.pop()[0]
        self._last.append((start, end))
        return True

    def text(self, keyword: str) -> str:
        """Return what stands after a keyword, empty if it is not there."""
        return text_of(self.parts(keyword))

    def parts(self, keyword: str, number: int = 0) -> list[Part]:
        """Return what stands after a keyword, part by part."""
        places = self._places.get((keyword, number), ())
        return [part for place in places for part in decoded(self._raw, *place)]

    def spelled(self, keyword: str) -> str | None:
        """Return how the file spells what stands after a keyword; None if oddly."""
        places = self._places.get((keyword, 0), ())
        return self._raw[slice(*places[0])] if len(places) == 1 else None

    def translations(self) -> Iterator[tuple[int, list[Part]]]:
        """Yield the translations and their numbers, in the order of the file."""
        for keyword, number in self._places:
            if keyword == "msgstr":
                yield number, self.parts(keyword, number)


Message = re.Match[str]
"""An entry that was read in one go, with its parts as groups."""


def entry_of(message: Message) -> Entry:
    """Return a message as an entry."""
    entry = Entry(message.string)
    for keyword in ("msgctxt", "msgid", "msgid_plural"):
        if message[keyword] is not None:
            entry.begin(keyword)
            entry.take(*message.span(keyword))
    for number, place in forms_of(message):
        entry.begin("msgstr", number)
        entry.take(*place)
    return entry


def forms_of(message: Message) -> Iterator[tuple[int, _Place]]:
    """Yield the number of each form of a translation, and where its strings stand."""
    if message["msgid_plural"] is None:
        yield 0, place_of_translation(message)
        return
    for form in _FORM.finditer(message.string, *message.span("forms")):
        yield int(form["number"]), form.span("strings")


def place_of_translation(message: Message) -> tuple[int, int]:
    """Return where the strings of a translation stand, with their quotes."""
    start, end = message.span("plain")
    return (start - 1, end + 1) if start >= 0 else message.span("msgstr")


class Scan:
    """A reading of a catalogue; its comments grow while entries are asked for."""

    def __init__(self, raw: str, path: str) -> None:
        self._raw = raw
        self._path = path
        self._is_addressed = "mtaudit:" in raw
        """Whether a comment may be for this program."""

        self.comments: list[Comment] = []

    def entries(self) -> Iterator[Entry]:
        """Yield the entries, or raise `ParseError` at a line that is none."""
        for each in self.read():
            yield each if isinstance(each, Entry) else entry_of(each)

    def read(self) -> Iterator[Entry | Message]:
        """Yield the entries, those that can be read in one go as messages."""
        raw, place, entry = self._raw, 0, Entry(self._raw)
        while place < len(raw):
            is_free = entry.is_complete or entry.is_new
            message = self._message_at(place) if is_free else None
            if message:
                if entry.is_complete:
                    yield entry
                    entry = Entry(raw)
                yield message
                place = message.end()
                continue
            line = self._line_at(place)
            if entry.is_complete and _begins(line):
                yield entry
                entry = Entry(raw)
            if not self._take(line, entry):
                raise self._error(place)
            place = line.end()
        if entry.is_complete:
            yield entry

    def _message_at(self, place: int) -> Message | None:
        """Return the message that begins at `place`, if it is a plain one."""
        message = _MESSAGE.match(self._raw, place)
        if message and self._is_addressed:
            tells = "mtaudit:" in self._raw[place : message.start("msgid")]
            return None if tells else message
        return message

    def _line_at(self, place: int) -> re.Match[str]:
        """Return the line that begins at `place`."""
        line = _LINE.match(self._raw, place)
        if line is None:
            raise self._error(place)
        return line

    def _take(self, line: re.Match[str], entry: Entry) -> bool:
        """Take in a line; whether it may stand there."""
        if line["comment"] is not None:
            entry.is_new = False
            self._note(line, entry)
            return True
        if line["keyword"]:
            entry.is_new = False
            entry.begin(line["keyword"], int(line["number"] or 0))
        start, end = line.span("string")
        return start < 0 or entry.take(start - 1, end + 1)

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


def _begins(line: re.Match[str]) -> bool:
    """Whether an entry may begin with a line."""
    return line["comment"] is not None or line["keyword"] in {"msgid", "msgctxt"}


def decoded(raw: str, start: int, end: int) -> list[Part]:
    """Return what quoted strings say that stand at a place, part by part."""
    inner = raw[start + 1 : end - 1]
    if inner and '"' not in inner and "\\" not in inner:
        return [Part(inner, start + 1, end - 1)]
    parts: list[Part] = []
    for token in _INSIDE.finditer(raw, start, end):
        is_text = token.lastgroup == "text"
        text = token[0] if is_text else _character(token)
        parts.append(Part(text, *token.span(), is_text))
    return parts


def text_in(spelled: str) -> str:
    """Return what quoted strings say; they may be parted by line breaks."""
    if spelled.count("\\") > spelled.count("\\n"):
        return text_of(decoded(spelled, 0, len(spelled)))
    return "".join(spelled.split('"')[1::2]).replace("\\n", "\n")


def _character(escape: re.Match[str]) -> str:
    """Return the character that an escape stands for."""
    if escape["sign"]:
        return _SIMPLE.get(escape["sign"], escape["sign"])
    octal = escape["octal"]
    return chr(int(octal, 8) if octal else int(escape["hex"], 16))
