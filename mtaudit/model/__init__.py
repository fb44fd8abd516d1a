"""The nouns: frozen values that every room passes around."""

from mtaudit.model.document import (
    OPAQUE,
    Comment,
    Document,
    Languages,
    Piece,
    Role,
    Segment,
)
from mtaudit.model.errors import (
    ConfigError,
    GroupedError,
    MtauditError,
    PackError,
    ParseError,
    ReadError,
    UsageError,
    WriteError,
)
from mtaudit.model.finding import (
    Edit,
    Excerpt,
    Finding,
    Fix,
    Hit,
    Location,
    Related,
)
from mtaudit.model.layout import Block, blocks_of
from mtaudit.model.report import Audited, Failure, Report
from mtaudit.model.rule import (
    Applicability,
    Confidence,
    Example,
    RuleMeta,
    Severity,
)
from mtaudit.model.span import Position, RawSpan, Span, TextSpan

__all__ = [
    "OPAQUE",
    "Applicability",
    "Audited",
    "Block",
    "Comment",
    "Confidence",
    "ConfigError",
    "Document",
    "Edit",
    "Example",
    "Excerpt",
    "Failure",
    "Finding",
    "Fix",
    "GroupedError",
    "Hit",
    "Languages",
    "Location",
    "MtauditError",
    "PackError",
    "ParseError",
    "Piece",
    "Position",
    "RawSpan",
    "ReadError",
    "Related",
    "Report",
    "Role",
    "RuleMeta",
    "Segment",
    "Severity",
    "Span",
    "TextSpan",
    "UsageError",
    "WriteError",
    "blocks_of",
]
