"""What the attributes of an element say: prose, language, whether to translate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.formats import html_text
from mtaudit.formats.html_elements import ATTRIBUTES, BUTTONS, DESCRIPTIONS
from mtaudit.formats.html_tokens import Attribute, attributes, template
from mtaudit.formats.pieces import Mask, Part, build, opaque
from mtaudit.model import Role, Segment

_OF_NOTE = re.compile(
    r"(?i)(?:alt|title|label|placeholder|description|lang|translate|content|value"
    r"|valuetext)[\t\n\f\r ]*=|notranslate"
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SPELLINGS = {'"': "html-double", "'": "html-single"}
_Said = dict[str, Attribute]


class Described(NamedTuple):
    """What is known of an element from its attributes."""

    lang: str | None = None
    translate: bool | None = None
    """None if nothing is said."""

    declared: str | None = None
    """The language of the page, where the element states it."""

    prose: tuple[tuple[str, Role, Attribute], ...] = ()

    def segments(self, mask: Mask | None) -> Iterator[Segment]:
        """Yield a segment for each attribute that is prose."""
        for name, role, said in self.prose:
            found = segment(said, name, mask)
            if found:
                yield found._replace(role=role)


NOTHING = Described()


def described(raw: str, name: str, span: tuple[int, int]) -> Described:
    """Return what the attributes at `span` say of an element of that name."""
    if not _OF_NOTE.search(raw, *span):
        return NOTHING
    said: _Said = {}
    for key, value in attributes(raw, *span):
        said.setdefault(key, value)
    return Described(
        _lang(said),
        _translate(said),
        _declared(said) if name == "meta" else None,
        tuple(_prose(said, name)),
    )


def segment(said: Attribute, name: str, mask: Mask | None = None) -> Segment | None:
    """Return the segment of a value; without quotation marks it is not rewritten."""
    parts = [*_parts(said)]
    if not said.quote:
        parts = [part._replace(verbatim=False) for part in parts]
    if mask:
        parts = mask(parts)
    built = build(parts, Role.CAPTION, name)
    return built and built._replace(spelling=_SPELLINGS.get(said.quote, ""))


def _parts(said: Attribute) -> Iterator[Part]:
    """Yield the parts of a value; a template is one where the file spells it so."""
    done = said.start
    for match in template().finditer(said.raw, said.start, said.end):
        yield from html_text.parts(said.raw, done, match.start(), quoted=True)
        yield opaque(*match.span())
        done = match.end()
    yield from html_text.parts(said.raw, done, said.end, quoted=True)


def _prose(said: _Said, name: str) -> Iterator[tuple[str, Role, Attribute]]:
    """Yield the attributes of an element that a reader sees or hears."""
    for key, value in said.items():
        if key in ATTRIBUTES:
            yield key, ATTRIBUTES[key], value
        elif key == "content" and name == "meta":
            about = said.get("name") or said.get("property")
            if about and about.value in DESCRIPTIONS:
                yield about.value, Role.FRONT_MATTER, value
        elif key == "value" and name == "input":
            kind = said.get("type")
            if kind and kind.value in BUTTONS:
                yield key, Role.CAPTION, value
        elif key == "label" and name in {"optgroup", "option", "track"}:
            yield key, Role.CAPTION, value


def _lang(said: _Said) -> str | None:
    """Return the language that an element gives its text."""
    value = said.get("lang") or said.get("xml:lang")
    return _tag(value) if value else None


def _tag(value: Attribute) -> str | None:
    spelled = value.raw[value.start : value.end].strip()
    return spelled.replace("_", "-") if _TAG.fullmatch(spelled) else None


def _translate(said: _Said) -> bool | None:
    """Return whether text may be translated, if anything is said about it."""
    value = said.get("translate")
    if value:
        return {"no": False, "yes": True}.get(value.value)
    names = said.get("class")
    return False if names and "notranslate" in names.value.split() else None


def _declared(said: _Said) -> str | None:
    """Return the language that metadata give."""
    about = said.get("http-equiv")
    content = said.get("content")
    is_it = about and content and about.value == "content-language"
    return _tag(content) if content and is_it else None
