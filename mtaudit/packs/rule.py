"""A rule as the engine runs it: its card, its gate, and its kind when needed."""

from binascii import crc32
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mtaudit.kept import packed, unpacked
from mtaudit.kinds import OPEN, Gate, Kind, kind_class
from mtaudit.model import Applicability, Confidence, RuleMeta, Severity

if TYPE_CHECKING:
    from mtaudit.packs.rule_index import Place

Row = tuple[Any, ...]
"""A rule as tuples, numbers and strings, which is how packs are kept compiled."""

(_META, _KIND, _OPTIONS, _DIGEST, _WIDE, _SOURCE, _TRUSTED) = range(7)
_SCALES = {
    RuleMeta._fields.index(name): tuple(scale)
    for name, scale in (
        ("severity", Severity),
        ("confidence", Confidence),
        ("fix", Applicability),
    )
}
"""Where a card has members of scales, which rows have as their numbers."""

_FIELD = {name: place for place, name in enumerate(RuleMeta._fields)}


class Options(Mapping[str, Any]):
    """
    The fields of a rule's kind by name, as plain data.

    They are kept packed and unpacked when one is asked for: a clean file needs the
    options of few rules, and tables are long.
    """

    __slots__ = ("_values", "data", "digest")

    def __init__(self, data: bytes, digest: int) -> None:
        self.data = data
        self.digest = digest
        """A number that options have in common if they mean the same."""

        self._values: dict[str, Any] | None = None

    @classmethod
    def of(
        cls, said: Mapping[str, Any], derived: Mapping[str, Any] | None = None
    ) -> "Options":
        """Return options that are `said`, with what is `derived` from them."""
        import json

        text = json.dumps(dict(said), ensure_ascii=False, sort_keys=True)
        digest = crc32(text.encode("utf-8", "surrogatepass"))
        return cls(packed({**said, **(derived or {})}), digest)

    def values_by_name(self) -> dict[str, Any]:
        """Return the values."""
        if self._values is None:
            self._values = unpacked(self.data)
        return self._values

    def __getitem__(self, name: str) -> Any:
        return self.values_by_name()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_name())

    def __len__(self) -> int:
        return len(self.values_by_name())


class Rule:
    """
    A card and what it does.

    It is a row, and becomes more when more is asked for: of the many rules that
    there are, few are for the languages of a text, and of those a clean text
    shuts most gates. The kind's module is imported when `kind` is asked for.
    """

    __slots__ = ("_gate", "_kind", "_meta", "_options", "place", "row")

    def __init__(
        self, row: Row, place: "Place | None" = None, gate: Gate | None = None
    ) -> None:
        self.row = row
        self.place = place
        """Where its gate is in the index of all, if it is in one."""

        self._meta: RuleMeta | None = None
        self._options: Options | None = None
        self._kind: Kind | None = None
        self._gate = gate

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 -- the fields of a row
        cls,
        meta: RuleMeta,
        kind_name: str,
        options: Options,
        gate: Gate,
        *,
        document_wide: bool,
        needs_source: bool = False,
        trusted: bool = True,
    ) -> "Rule":
        """
        Return a rule made of its parts.

        `document_wide` says that the kind is a `DocumentKind`, `trusted` that
        the pack is built in, so that its patterns are known to be linear.
        """
        rest = (document_wide, needs_source, trusted)
        own = (_said(meta), kind_name, options.data, options.digest)
        return cls((*own, *rest), gate=gate)

    def changed(
        self, meta: RuleMeta | None = None, options: Options | None = None
    ) -> "Rule":
        """
        Return the rule with another card, or other options and their gate.

        What the kind makes of the options is known then, its complaints too.
        """
        row = (_said(meta or self.meta), *self.row[_META + 1 :])
        if options is None:
            return Rule(row, self.place, self._gate)
        own = (*row[:_OPTIONS], options.data, options.digest)
        return Rule((*own, *row[_DIGEST + 1 :])).with_gate()

    def with_gate(self) -> "Rule":
        """Return the rule itself, its kind and its gate made."""
        self._gate = self.kind.gate()
        return self

    def without_gate(self) -> "Rule":
        """Return the rule with a gate that is open to every text."""
        return Rule(self.row, gate=OPEN)

    @property
    def meta(self) -> RuleMeta:
        """The card."""
        if self._meta is None:
            said = [*self.row[_META]]
            for place, scale in _SCALES.items():
                said[place] = scale[said[place]]
            self._meta = RuleMeta._make(said)
        return self._meta

    def said(self, name: str) -> Any:
        """Return one field of the card; members of scales as their numbers."""
        return self.row[_META][_FIELD[name]]

    @property
    def kind_name(self) -> str:
        """The word on the card's ``kind:`` line."""
        return str(self.row[_KIND])

    @property
    def digest(self) -> int:
        """A number that rules have in common whose options mean the same."""
        return int(self.row[_DIGEST])

    @property
    def options(self) -> Options:
        """The kind's options."""
        if self._options is None:
            self._options = Options(self.row[_OPTIONS], self.row[_DIGEST])
        return self._options

    @property
    def gate(self) -> Gate:
        """What a text must hold before the rule can find anything."""
        if self._gate is None:
            self._gate = self.kind.gate()
        return self._gate

    @property
    def document_wide(self) -> bool:
        """Whether the kind is a `DocumentKind`."""
        return bool(self.row[_WIDE])

    @property
    def needs_source(self) -> bool:
        """Whether there is nothing to do without the original."""
        return bool(self.row[_SOURCE])

    @property
    def trusted(self) -> bool:
        """Whether the pack is built in."""
        return bool(self.row[_TRUSTED])

    @property
    def kind(self) -> Kind:
        """The behaviour, built on first use."""
        if self._kind is None:
            self._kind = kind_class(self.kind_name)(**self.options)
        return self._kind


def _said(meta: RuleMeta) -> tuple[Any, ...]:
    """Return a card as a row has it."""
    said: list[Any] = [*meta]
    for place in _SCALES:
        said[place] = int(said[place])
    return tuple(said)
