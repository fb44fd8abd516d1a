"""What a configuration says of a file because of its path."""

from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.config.layers import Layer
from mtaudit.config.schema import Override, Settings, Translation
from mtaudit.text.globs import Globs, Template


class TemplatePair(NamedTuple):
    """Where originals live and where their translations do, ready to be asked."""

    source: Template
    target: Template
    said: Translation

    def translation(self, path: str) -> dict[str, str] | None:
        """Return what the placeholders stand for, if `path` is a translation's."""
        slots = self.target.match(path)
        if slots is None or self.source.fixed <= self.target.fixed:
            return slots
        return slots if self.source.match(path) is None else None

    def original(self, path: str) -> dict[str, str] | None:
        """
        Return what the placeholders stand for, if `path` is an original's.

        A path that both templates fit is of the one that says more of it.
        """
        slots = self.source.match(path)
        return slots if slots is not None and self.translation(path) is None else None


class PathRules:
    """Overrides, translations and languages by path, ready to be asked."""

    def __init__(self, settings: Settings) -> None:
        root = settings.root
        self._root = root
        self._origin = settings.origin or "the configuration"
        self._said: dict[tuple[str | None, ...], Layer] = {}
        self._templates = [
            Template(pattern, root) for pattern in settings.language_from_path.patterns
        ]
        self.pairs = [
            TemplatePair(Template(each.source, root), Template(each.target, root), each)
            for each in settings.translations
        ]
        self._overrides = [
            (Globs(each.files, root), self._override(each))
            for each in settings.overrides
        ]

    def is_original(self, path: str) -> bool:
        """Whether `path` is where an original lives, and no translation."""
        if all(pair.original(path) is None for pair in self.pairs):
            return False
        return all(pair.translation(path) is None for pair in self.pairs)

    def original_of(self, path: str) -> str | None:
        """
        Return where the original of the translation at `path` belongs.

        The first of ``[[translations]]`` that fits decides. None if none does,
        or if it does not lead to one path.
        """
        for pair in self.pairs:
            slots = pair.translation(path)
            if slots is not None:
                lang = pair.said.source_language
                original = pair.source.fill({**slots, "lang": lang} if lang else slots)
                return None if original == path else original
        return None

    def layers(self, path: str) -> tuple[Layer, ...]:
        """Return what holds for `path`, the weightiest last."""
        return (
            *self._from_path(path),
            *self._from_pairs(path),
            *(layer for globs, layer in self._overrides if globs.covers(path)),
        )

    def _from_path(self, path: str) -> Iterator[Layer]:
        """Yield what the first template that fits says of the language."""
        for template in self._templates:
            slots = template.match(path)
            if slots and "lang" in slots:
                yield self._languages("language-from-path", None, _tag(slots["lang"]))
                return

    def _from_pairs(self, path: str) -> Iterator[Layer]:
        """Yield what the first translation that fits says of the languages."""
        for pair in self.pairs:
            slots = pair.translation(path)
            if slots is not None:
                lang = pair.said.target_language or _tag(slots.get("lang"))
                source = pair.said.source_language
                yield self._languages("[[translations]]", source, lang)
                return

    def _languages(self, where: str, source: str | None, target: str | None) -> Layer:
        """Return what gives these languages; the same ones, the same object."""
        key = (where, source, target)
        if key not in self._said:
            said = {"source_language": source, "target_language": target}
            values = {name: value for name, value in said.items() if value}
            ground = f"{where} in {self._origin}"
            self._said[key] = Layer(values, self._root, ground)
        return self._said[key]

    def _override(self, override: Override) -> Layer:
        """Return what an override says; what it does not say is as by default."""
        values = override._asdict()
        said = {
            name: values[name]
            for name, default in override._field_defaults.items()
            if values[name] != default
        }
        return Layer(said, self._root, f"[[overrides]] in {self._origin}")


def _tag(name: str | None) -> str | None:
    """Return the language tag that a folder or file name spells, e.g. pt_BR."""
    return name.replace("_", "-") if name else None
