"""What a rule finds, first in a segment (`Hit`), then in a file (`Finding`)."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple, TypeVar

from mtaudit.model.rule import Applicability, Confidence, RuleMeta, Severity
from mtaudit.model.span import Position, RawSpan, TextSpan

_Made = TypeVar("_Made")


class Hit(NamedTuple):
    """A place in a segment that breaks the rule."""

    span: TextSpan
    replacements: tuple[str, ...] = ()
    """What could stand there instead, best first."""

    slots: tuple[tuple[str, str], ...] = ()
    """Names and values that the card's message may use, beside ``{match}``."""

    companions: tuple[tuple[TextSpan, str], ...] = ()
    """Other edits of the segment that every replacement needs to make sense."""

    limit: Applicability = Applicability.SAFE
    """However free the card's fix is, this one is no freer."""

    priority: int = 0
    """Among hits of one rule that overlap, the largest stays."""


class Edit(NamedTuple):
    """Replace `span` of the file by `content`, which is already escaped."""

    span: RawSpan
    content: str


class Fix(NamedTuple):
    """One way to mend a finding. Its edits are applied together or not at all."""

    title: str
    edits: tuple[Edit, ...]
    """Sorted by place; no two overlap."""

    applicability: Applicability


class Location(NamedTuple):
    """Where in which file."""

    path: str
    span: RawSpan
    start: Position
    end: Position
    """Just past the last code point."""


class Excerpt(NamedTuple):
    """The lines around a finding as the file has them, cut at the finding."""

    before: str
    """From the start of its first line; cropped at the left where that is long."""

    match: str
    after: str
    """To the end of its last line, without the newline; cropped likewise."""

    start: int
    """Where `before` begins, in code points of the file."""

    def __str__(self) -> str:
        return f"{self.before}{self.match}{self.after}"


class Related(NamedTuple):
    """Another place, or another rule's word on the same one."""

    note: str
    location: Location | None = None
    rule: str | None = None
    """The id of the rule that says so, where it is not the finding's own."""


class Finding(NamedTuple):
    """One fault at one place."""

    rule: RuleMeta
    message: str
    severity: Severity
    """The card's, unless the configuration says otherwise."""

    location: Location
    match: str
    """The text at fault, decoded; `OPAQUE` for what rules do not see."""

    excerpt: Excerpt
    fingerprint: str
    """An identity that survives when lines move: rule, path, match, segment."""

    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    """Best first."""

    suppressed_by: str | None = None
    """``comment``, ``config``, ``ignore-file`` or ``baseline``."""

    content: str = ""
    """What of the fingerprint is neither rule nor path: it survives renames."""

    @property
    def confidence(self) -> Confidence:
        """The card's: how often the rule is right."""
        return self.rule.confidence

    @property
    def applicability(self) -> Applicability | None:
        """How freely the best fix may be applied; None if there is no fix."""
        return self.fixes[0].applicability if self.fixes else None


class SortedFindings(Collection[Finding]):
    """Findings by path, start, end and rule that are made when they are asked for."""

    @abstractmethod
    def __iter__(self) -> Iterator[Finding]:
        """Make them, one after the other, as often as it is asked."""

    def by_parts(self, work: Callable[[Iterable[Finding]], _Made]) -> Iterator[_Made]:
        """
        Yield what `work` makes of the findings of some files, then of others.

        It may be done by other processes, and what it returns be sent by them.
        """
        yield work(self)

    def __contains__(self, finding: object) -> bool:
        return any(each == finding for each in self)
