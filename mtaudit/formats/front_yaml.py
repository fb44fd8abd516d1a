"""YAML front matter, read with a YAML parser that knows places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from mtaudit.formats.front_entry import Entry
from mtaudit.formats.front_quoting import spelled
from mtaudit.formats.pieces import Part

_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)[ \t]*")
_MOST_BRACKETS = 200
"""Deeper nesting than anyone writes would exhaust the parser's stack."""


def entries(raw: str, block: tuple[int, int], wanted: Collection[str]) -> list[Entry]:
    """Return the entries whose key is `wanted`; none if the YAML is faulty."""
    import yaml

    text = raw[slice(*block)]
    if text.count("[") + text.count("{") + text.count("- -") > _MOST_BRACKETS:
        return []
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError, UnicodeError):
        return []
    found: dict[int, Entry] = {}
    for key, node, parent in _scalars(root, wanted):
        start = block[0] + node.start_mark.index
        end = block[0] + node.end_mark.index
        entry = _entry(raw, (start, end), key=key, node=node)
        if entry.spelling == "yaml-plain" and parent.flow_style:
            entry = entry._replace(spelling="yaml-flow")
        found.setdefault(start, entry._replace(is_outermost=parent is root))
    return [found[start] for start in sorted(found)]


def _scalars(root: Any, wanted: Collection[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the scalars under wanted keys, and what they stand in, each once."""
    seen = set()
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if node.id == "sequence":
            nodes.extend(node.value)
        elif node.id == "mapping":
            nodes.extend(value for _, value in node.value)
            for key, value in node.value:
                if key.id == value.id == "scalar" and key.value in wanted:
                    yield key.value, value, node


def _entry(raw: str, span: tuple[int, int], *, key: str, node: Any) -> Entry:
    """Return the entry of a scalar node that stands at `span`."""
    parts, spelling = scalar(raw, span, node)
    return Entry(
        key,
        tuple(parts),
        is_outermost=False,
        is_text=node.tag.endswith(":str"),
        spelling=spelling,
    )


def scalar(raw: str, span: tuple[int, int], node: Any) -> tuple[list[Part], str]:
    """Return the parts of a scalar, a node or an event, and the word for its style."""
    start, end = span
    style = node.style or ""
    if style in {'"', "'"} and raw.startswith(style, start):
        start, end = start + 1, end - 1
    if style in {"|", ">"}:
        header = _HEADER.match(raw, start, end)
        start, style = header.end() if header else start, ""
    while end > start and raw[end - 1].isspace() and style == "":
        end -= 1
    value = node.value.rstrip() if style == "" else node.value
    parts = spelled(raw, (start, end), quote=style, value=value)
    return parts, _spelling(node.style, raw[start:end])


def _spelling(style: str | None, inner: str) -> str:
    """Return the word for how a scalar is spelled."""
    if style == "|":
        return "yaml-literal"
    if style == ">" or "\n" in inner or "\r" in inner:
        return "yaml-lines"
    return {'"': "yaml-double", "'": "yaml-single"}.get(style or "", "yaml-plain")
