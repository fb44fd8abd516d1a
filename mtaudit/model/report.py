"""A finished run: all that reporters see."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from mtaudit.model.document import Languages
from mtaudit.model.finding import Finding
from mtaudit.model.layout import Block


class Failure(NamedTuple):
    """A file that could not be audited, or a rule that broke on one."""

    path: str
    reason: str
    rule: str | None = None
    named: bool = False
    """Whether the user named the file, rather than a folder it lies in."""

    @property
    def is_bug(self) -> bool:
        """Whether it is our fault: a rule broke, not the file."""
        return self.rule is not None


class PassedOver(NamedTuple):
    """A file that could have been audited, or a folder, that was left out."""

    path: str
    reason: str


class Audited(NamedTuple):
    """A file that was audited."""

    path: str
    format: str
    words: int
    """Of target text; of Han characters and kana, two make a word."""

    languages: Languages
    source_path: str | None = None


class Earlier(NamedTuple):
    """A run before this one, to compare with."""

    name: str
    """As people know it: the name of its file."""

    findings: tuple[Finding, ...]
    documents: tuple[Audited, ...]
    signature: str = ""

    @property
    def shown(self) -> Iterator[Finding]:
        """The findings that nothing suppressed."""
        return (finding for finding in self.findings if not finding.suppressed_by)


class GateResult(NamedTuple):
    """A limit of the configuration, and what it was held against."""

    gate: str
    """The key of the limit, e.g. ``max-major``."""

    scope: str
    """The files that it is about, as the configuration names them; else ``all``."""

    language: str | None
    """Their target language, if each is held to the limit by itself."""

    value: float
    limit: float

    @property
    def passed(self) -> bool:
        """Whether the value is within the limit."""
        if self.gate.startswith("min-"):
            return self.value >= self.limit
        return self.value <= self.limit


NO_TEXTS: Mapping[str, str] = {}
NO_LAYOUTS: Mapping[str, tuple[Block, ...]] = {}


class Report(NamedTuple):
    """A finished run: all that reporters see."""

    findings: Collection[Finding] = ()
    """Sorted by path, start, end, rule; the suppressed ones among them."""

    failures: tuple[Failure, ...] = ()
    documents: tuple[Audited, ...] = ()
    binary: tuple[str, ...] = ()
    """Paths that were passed over because they are not text."""

    passed_over: tuple[PassedOver, ...] = ()
    """What the configuration or Git left out, by path."""

    rules: int = 0
    """How many rules were selected."""

    signature: str = ""
    """Two reports are comparable when their signatures agree."""

    fixed: int = 0
    """How many findings were mended in this run and are not in `findings`."""

    notices: tuple[str, ...] = ()
    """Sentences for standard error, e.g. that no file matched."""

    mended: tuple[Finding, ...] = ()
    """What was mended in this run, as it was found; told with ``--show-fixes``."""

    texts: Mapping[str, str] = NO_TEXTS
    """Files with findings, decoded, by path; only if a reporter asks for them."""

    layouts: Mapping[str, tuple[Block, ...]] = NO_LAYOUTS
    """The segments of those files, by path."""

    earlier: tuple[Earlier, ...] = ()
    """Runs to compare with, the oldest first."""

    link: str | None = None
    """
    The address of a line of a file in a repository, if it is known.

    It has ``{path}`` and ``{line}`` in it; paths are those of the findings.
    """

    gates: tuple[GateResult, ...] = ()
    """What the run was held against besides ``fail-on``."""

    @property
    def shown(self) -> Iterator[Finding]:
        """The findings that nothing suppresses."""
        return (finding for finding in self.findings if not finding.suppressed_by)
