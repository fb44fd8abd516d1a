"""Scores of translations against references, beside what rules find in them."""

from typing import NamedTuple

from mtaudit.model.document import UNKNOWN, Languages
from mtaudit.model.finding import Finding


class Score(NamedTuple):
    """What one metric says of one system."""

    metric: str
    """As sacrebleu calls it: ``BLEU``, ``chrF2++`` or ``TER``."""

    value: float
    """From 0; of TER less is better."""

    signature: str
    """sacrebleu's: what it takes to get the same score again."""

    p: float | None = None
    """
    How likely chance alone makes the difference to the first system so large.

    None for the first system, for the same score, and where nothing was compared.
    """

    mean: float | None = None
    """Of the resamples, if there were any."""

    interval: float | None = None
    """Half of the 95 % confidence interval around `mean`."""


class System(NamedTuple):
    """One set of translations."""

    name: str
    scores: tuple[Score, ...]
    words: int
    findings: tuple[Finding, ...]
    """Those that nothing suppresses."""

    changed: int | None = None
    """How many segments differ from the first system's; None for that itself."""


class WeakSegment(NamedTuple):
    """A segment that is far from its references."""

    key: str
    """The number of its line from 1, or the key that the format knows it by."""

    chrf: float
    """chrF2++ of this segment alone."""

    hypothesis: str
    references: tuple[str, ...]
    source: str | None
    rules: tuple[str, ...]
    """The ids of the rules that found something in it, sorted."""


class Scores(NamedTuple):
    """Everything that a run of ``mtaudit score`` came to."""

    systems: tuple[System, ...]
    """At least one; the others are compared with the first."""

    references: tuple[str, ...]
    """The paths of the references."""

    segments: int
    languages: Languages = UNKNOWN
    samples: int | None = None
    """Of the paired bootstrap test; None if there was none."""

    weakest: tuple[WeakSegment, ...] = ()
    """The ones with the lowest scores, the lowest first."""

    signature: str = ""
    """Ours: two penalties are comparable when it agrees."""
