"""What a rule says of itself: everything but its behaviour."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, NamedTuple, Self


class _Scale(IntEnum):
    """An ordered scale whose members are written in lower case."""

    def __str__(self) -> str:
        return self._name_.lower()

    @classmethod
    def parse(cls, word: str) -> Self:
        """Return the member named `word`, or raise `KeyError`."""
        if word != word.lower():
            raise KeyError(word)
        return cls[word.upper()]


class Severity(_Scale):
    """How much harm a fault does: the four levels of MQM."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3


class Confidence(_Scale):
    """How often the rule is right."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2


class Applicability(_Scale):
    """Who may apply a fix; a larger value is a freer fix."""

    MANUAL = 0
    """Shown only: the text that it makes may be wrong."""

    UNSAFE = 1
    """On request: likely right, the meaning may shift."""

    SAFE = 2
    """Always: the meaning stays as it is."""


class Example(NamedTuple):
    """A sentence that the rule must find fault with, or must not."""

    text: str
    """Without the marks."""

    spans: tuple[tuple[int, int], ...]
    """What must be found, in code points of `text`; none in a good example."""

    fixed: str | None = None
    """What the first fix of every finding makes of it, where the card says so."""

    source: str | None = None
    """The original, for rules that need it."""

    format: str = "plain"
    """The format that `text` is read as."""

    options: Mapping[str, Any] | None = None
    """Options of the kind that the example needs, in place of the card's."""


class RuleMeta(NamedTuple):
    """The card of a rule: everything but its behaviour."""

    id: str
    """``pack/name``, from where the card lies."""

    message: str
    severity: Severity
    category: str
    """An MQM dimension and type, e.g. ``accuracy/untranslated``."""

    confidence: Confidence
    why: str
    """Why a reader should care: the heart of the rule's page."""

    langs: tuple[str, ...] = ()
    """Target languages, BCP 47, matched by prefix; none means all."""

    source_langs: tuple[str, ...] = ()
    fix: Applicability = Applicability.UNSAFE
    why_not_safe: str | None = None
    default: bool = True
    since: str | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    """Ids that the rule had before; they select and suppress it for ever."""

    unless_in_source: bool = False
    """Whether a hit is dropped where the original has as much for the rule to find."""

    @property
    def pack(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]
