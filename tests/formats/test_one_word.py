"""One word changed in the middle of a file, held against the formats' own readers."""

import csv
import io
import json
import plistlib
import re
import tomllib
from functools import partial
from pathlib import Path

import docutils.core
import html5lib
import javaproperties
import json5
import nbformat
import openstep_plist
import polib
import pysubs2
import pytest
import srt
import webvtt
import yaml
from fluent.syntax import FluentParser
from lxml import etree
from markdown_it import MarkdownIt

from mtaudit.engine.findings import FindingMaker, Placed
from mtaudit.engine.fix import apply_fixes
from mtaudit.engine.read import read
from mtaudit.engine.write import write
from mtaudit.formats import PACKED, format_for, load_format
from mtaudit.formats.base import FormatOptions, fits
from mtaudit.model import (
    Applicability,
    Confidence,
    Hit,
    RuleMeta,
    Severity,
    TextSpan,
)

CASES = Path(__file__).parent / "cases"
PATHS = [path for path in sorted(CASES.glob("*/*")) if path.suffix != ".segments"]
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}(?![\w-])")
META = RuleMeta(
    id="a/b",
    message="",
    severity=Severity.MINOR,
    category="style",
    confidence=Confidence.HIGH,
    why="",
    fix=Applicability.SAFE,
)


def leaves(value):
    """Yield the keys and values of nested lists, tables and objects, in order."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from leaves(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from leaves(each)
    else:
        yield str(value)


def of_xml(text):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for element in etree.fromstring(text.encode(), parser).iter():
        yield str(element.tag)
        yield from leaves(dict(element.attrib))
        yield from (element.text or "", element.tail or "")


def of_html(text):
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        yield str(element.tag)
        yield from leaves(dict(element.attrib))
        yield from (element.text or "", element.tail or "")


def of_po(text):
    catalogue = polib.pofile(text)
    yield from leaves(catalogue.metadata)
    for entry in catalogue:
        yield from leaves([entry.msgctxt, entry.msgid, entry.msgid_plural])
        yield from leaves([entry.msgstr, entry.msgstr_plural])
        yield from leaves([entry.comment, entry.tcomment, entry.flags])


def of_markdown(text):
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(text):
        spoken = ""
        for each in token.children or [token]:
            if each.type in {"text", "text_special"}:
                spoken += each.content
                continue
            yield from leaves([spoken, each.type, each.tag, each.attrs, each.content])
            spoken = ""
        yield spoken


def of_rst(text):
    settings = {
        "report_level": 5,
        "file_insertion_enabled": False,
        "raw_enabled": False,
    }
    tree = docutils.core.publish_doctree(text, settings_overrides=settings)
    for node in tree.findall():
        yield type(node).__name__
        yield node.astext() if not node.children else ""


def of_fluent(text):
    yield from leaves(FluentParser(with_spans=False).parse(text).to_json())


def of_subtitles(text):
    for event in pysubs2.SSAFile.from_string(text).events:
        yield from leaves([event.type, event.start, event.end, event.style, event.text])


def of_srt(text):
    for cue in srt.parse(text):
        yield from leaves([cue.index, cue.start, cue.end, cue.content])


def of_vtt(text):
    for cue in webvtt.from_string(text):
        yield from leaves([cue.identifier, cue.start, cue.end, cue.raw_text])


def of_yaml(text):
    for document in yaml.load_all(text, yaml.BaseLoader):
        yield from leaves(document)


READERS = {
    "android": of_xml,
    "ass": of_subtitles,
    "csv": lambda text: leaves([*csv.reader(io.StringIO(text, newline=""))]),
    "fluent": of_fluent,
    "html": of_html,
    "ipynb": lambda text: leaves(nbformat.reads(text, as_version=4)),
    "json": lambda text: leaves(json.loads(text)),
    "jsonl": lambda text: leaves([json.loads(line) for line in text.splitlines()]),
    "markdown": of_markdown,
    "po": of_po,
    "properties": lambda text: leaves(javaproperties.loads(text)),
    "qt": of_xml,
    "resx": of_xml,
    "rst": of_rst,
    "srt": of_srt,
    "strings": lambda text: leaves(openstep_plist.loads(text)),
    "stringsdict": lambda text: leaves(plistlib.loads(text.encode())),
    "tmx": of_xml,
    "toml": lambda text: leaves(tomllib.loads(text)),
    "vtt": of_vtt,
    "xliff": of_xml,
    "yaml": of_yaml,
}
"""What the library for a format makes of a text: strings, in order."""


def reader_of(path):
    """Return the reader for a file; a file without marks is the lines that it has."""
    name = format_for(path.name)
    if path.suffix == ".jsonc":
        return lambda text: leaves(json5.loads(text))
    return READERS.get(name, str.splitlines)


def changed(path, before, after):
    """Return the strings of a file that are not what they were, old and new."""
    strings = reader_of(path)
    pairs = zip(strings(before), strings(after), strict=True)
    return [(old, new) for old, new in pairs if old != new]


def middle(document):
    """Return a word that stands once in the file, as near its middle as there is."""
    found = []
    for segment in document.segments:
        for word in _WORD.finditer(segment.text):
            span = TextSpan(*word.span())
            if document.raw.count(word[0]) == 1 and segment.is_verbatim(span):
                distance = abs(segment.to_raw(span).start - len(document.raw) // 2)
                found.append((distance, segment, span))
    _, segment, span = min(found, key=lambda each: each[0])
    return segment, span


def mended(document, segment, hit):
    """Return the text of a file in which one hit is mended."""
    form = load_format(document.format)
    maker = FindingMaker(document, form.escape, partial(fits, form))
    finding = maker.finding(Placed(META, segment, hit))
    return apply_fixes(document.raw, [finding], Applicability.SAFE).text


@pytest.mark.parametrize(
    "path", [pytest.param(each, id=f"{each.parent.name}/{each.name}") for each in PATHS]
)
def test_one_word(path, tmp_path):
    """A fix changes one string of a file, and not a byte beside it."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    raw = read(str(copy))
    document = load_format(path.parent.name).parse(raw.text, path.name, FormatOptions())
    segment, span = middle(document)
    word, place = span.of(segment.text), segment.to_raw(span)

    for replacement, is_plain in (("Schwäne", True), ('Ö "a < b & c"', False)):
        text = mended(document, segment, Hit(span, (replacement,)))
        if text == raw.text:
            assert path.suffix in PACKED or not is_plain
            continue
        write(str(copy), text, raw)
        written = copy.read_bytes()
        copy.write_bytes(raw.content)

        assert written.startswith(raw.content[: len(raw.text[: place.start].encode())])
        assert written.endswith(raw.text[place.end :].encode())
        ((old, new),) = changed(path, raw.text, text)
        assert not is_plain or new == old.replace(word, replacement)
