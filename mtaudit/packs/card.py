"""One card: the YAML of a rule, decoded and checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from mtaudit.kinds import KINDS, DocumentKind, Kind, kind_class
from mtaudit.model import (
    Applicability,
    Confidence,
    Example,
    GroupedError,
    PackError,
    RuleMeta,
    Severity,
)
from mtaudit.packs.decode import Decoder
from mtaudit.packs.nodes import Node, read_yaml
from mtaudit.packs.options import wrong_patterns
from mtaudit.packs.rule import Options, Rule
from mtaudit.text.nearest import nearest

DIMENSIONS = frozenset(
    {
        "terminology",
        "accuracy",
        "linguistic-conventions",
        "style",
        "locale-conventions",
        "audience-appropriateness",
        "design",
        "suppression",
    }
)
"""The seven of MQM-Core, and one for our own comments."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class ExampleShape:
    """The keys of one example."""

    bad: str | None = None
    good: str | None = None
    fixed: str | None = None
    source: str | None = None
    format: str = "plain"
    with_: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CardShape:
    """The keys of a card."""

    kind: str
    message: str
    severity: Severity
    category: str
    confidence: Confidence
    why: str
    examples: tuple[object, ...]
    langs: tuple[str, ...] = ()
    source_langs: tuple[str, ...] = ()
    fix: Applicability = Applicability.UNSAFE
    why_not_safe: str | None = None
    default: bool = True
    since: str | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    unless_in_source: bool = False
    with_: Mapping[str, object] = field(default_factory=dict)


class Card(NamedTuple):
    """A rule together with what only its page and its tests need."""

    rule: Rule
    examples: tuple[Example, ...]
    path: Path


def read_card(path: Path, pack: str, *, trusted: bool) -> Card:
    """Return the card at `path`, or raise `GroupedError` with all that is wrong."""
    decoder = Decoder(path.parent)
    try:
        root = read_yaml(path.read_bytes().decode("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"cannot be read: {error}", place=str(path)) from None
    reader = _CardReader(decoder, root, f"{pack}/{path.stem}", trusted=trusted)
    return reader.card(path)


class _CardReader:
    """Reads one card; what is wrong with it goes to the decoder's complaints."""

    def __init__(
        self, decoder: Decoder, root: Node, rule_id: str, *, trusted: bool
    ) -> None:
        self.decoder = decoder
        self.root = root
        self.id = rule_id
        self.trusted = trusted
        """Whether patterns need not be searched for dangers: ours are in a test."""

    def card(self, path: Path) -> Card:
        """Return the card, or raise `GroupedError`."""
        nodes = dict(self.root.items())
        options, kind = self._kind(nodes.get("kind"), nodes.pop("with", None))
        examples = self._examples(nodes.pop("examples", None), kind)
        meta = self._meta(nodes)
        if self.decoder.complaints or meta is None or kind is None:
            raise GroupedError(tuple(self.decoder.complaints))
        rule = Rule.of(
            meta,
            str(nodes["kind"].value),
            Options.of(options, kind.derived()),
            kind.gate(),
            document_wide=isinstance(kind, DocumentKind),
            needs_source=kind.needs_source,
            trusted=self.trusted,
        )
        return Card(rule, examples, path)

    def _complain(self, node: Node, message: str, hint: str | None = None) -> None:
        self.decoder.complaints.append(node.error(message, hint))

    def _meta(self, nodes: dict[str, Node]) -> RuleMeta | None:
        """Return what the card says of itself, as far as it can be decoded."""
        if not _NAME.fullmatch(self.id.rpartition("/")[2]):
            self._complain(self.root, "a rule's file name is in kebab-case", None)
        rest = Node({**nodes, "examples": Node([], self.root.place)}, self.root.place)
        found = self.decoder.fields_of(rest, CardShape)
        if self.decoder.complaints:
            return None
        for name in ("kind", "with_", "examples"):
            found.pop(name, None)
        self._check_category(nodes["category"])
        self._check_message(nodes["message"])
        return RuleMeta(id=self.id, **{**found, "why": " ".join(found["why"].split())})

    def _check_category(self, node: Node) -> None:
        dimension, slash, kind = str(node.value).partition("/")
        if dimension not in DIMENSIONS or (slash and not kind):
            near = nearest(dimension, DIMENSIONS)
            hint = f"did you mean “{near}”?" if near else ", ".join(sorted(DIMENSIONS))
            self._complain(node, f"“{dimension}” is no dimension of MQM", hint)

    def _check_message(self, node: Node) -> None:
        try:
            [*Formatter().parse(str(node.value))]
        except ValueError as error:
            self._complain(node, f"the message cannot be filled: {error}")

    def _kind(
        self, name: Node | None, options: Node | None
    ) -> tuple[dict[str, Any], Kind | None]:
        """Return the options of the card's kind, and the kind made with them."""
        if name is None:
            return {}, None
        if name.value not in KINDS:
            near = nearest(str(name.value), KINDS)
            hint = f"did you mean “{near}”?" if near else f"one of {', '.join(KINDS)}"
            self._complain(name, f"no such kind: “{name.value}”", hint)
            return {}, None
        shape = kind_class(str(name.value))
        node = options or Node({}, name.place)
        found = self.decoder.fields_of(node, shape)
        self._check_patterns(node, found)
        if self.decoder.complaints:
            return found, None
        return found, self._made(shape, found, node)

    def _made(
        self, shape: type[Kind], options: dict[str, Any], node: Node
    ) -> Kind | None:
        try:
            return shape(**options)
        except ValueError as error:
            self._complain(node, str(error))
            return None

    def _check_patterns(self, node: Node, options: Mapping[str, Any]) -> None:
        """Complain of each pattern that is none, or that could hang."""
        if not self.trusted:
            for name, pattern, wrong in wrong_patterns(options):
                self._complain(_found_in(node, name, pattern), wrong)

    def _examples(self, node: Node | None, kind: Kind | None) -> tuple[Example, ...]:
        """Return the examples: at least one bad and one good."""
        if node is None or not isinstance(node.value, list):
            where = node or self.root
            self._complain(where, "a card has a list of “examples”, bad ones and good")
            return ()
        found = (self._example(each, kind) for each in node.value)
        examples = tuple(filter(None, found))
        if not self.decoder.complaints:
            if not any(example.spans for example in examples):
                self._complain(node, "there is no bad example", "mark the fault: ⟦…⟧")
            if all(example.spans for example in examples):
                self._complain(
                    node,
                    "there is no good example",
                    "add the near miss that a naive pattern would flag",
                )
        return examples

    def _example(self, node: Node, kind: Kind | None) -> Example | None:
        options = None
        if isinstance(node.value, dict):
            keys = {**node.value}
            options = keys.pop("with", None)
            node = node._replace(value=keys)
        found = self.decoder.fields_of(node, ExampleShape)
        bad, good = found.get("bad"), found.get("good")
        if (bad is None) == (good is None):
            self._complain(node, "an example is either bad or good")
            return None
        text, spans = unmark(bad if bad is not None else good or "")
        if bool(spans) != (bad is not None):
            what = "no ⟦mark⟧ in a bad example" if bad else "a ⟦mark⟧ in a good example"
            self._complain(node, what)
        return Example(
            text,
            spans,
            found.get("fixed"),
            found.get("source"),
            found.get("format", "plain"),
            self.decoder.fields_of(options, type(kind)) if options and kind else None,
        )


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `marked` without its ⟦ ⟧, and the spans that they enclosed."""
    spans = []
    for number, match in enumerate(_MARKED.finditer(marked)):
        start = match.start() - 2 * number
        spans.append((start, start + len(match[1])))
    return _MARKED.sub(r"\1", marked), tuple(spans)


def _found_in(options: Node, name: str, pattern: str) -> Node:
    """Return the node that spells `pattern` among the options, for its place."""
    entries = options.value if isinstance(options.value, dict) else {}
    return next(_spelling(entries.get(name.replace("_", "-")), pattern), options)


def _spelling(node: Node | None, text: str) -> Iterator[Node]:
    """Yield the nodes at and below `node` that spell `text`, keys included."""
    if node is None:
        return
    if isinstance(node.value, dict):
        for key, value in node.value.items():
            if key == text:
                yield value.key or value
    elif isinstance(node.value, list):
        for item in node.value:
            yield from _spelling(item, text)
    elif node.value == text:
        yield node
