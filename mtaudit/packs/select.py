"""Which rules run, and how: selectors, severities, options from the configuration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit.config.schema import Glossary, Names, Settings
from mtaudit.model import Applicability, ConfigError, RuleMeta
from mtaudit.packs.rule import Rule
from mtaudit.text.nearest import nearest

_OF_PLACES = "names/place-variant"
_EVERY, _CATEGORY, _PACK, _ID = range(1, 5)
"""How specific a selector is: the more specific of two that disagree wins."""


class Selectors:
    """Selectors over a set of rules, checked: each names at least one rule."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._ids = {rule.said("id") for rule in rules}
        self._aliases = {alias for rule in rules for alias in rule.said("aliases")}
        self._packs = {each.partition("/")[0] for each in self._ids}
        self._rules = rules

    def specificity(self, selector: str, origin: str) -> int:
        """Return how specific `selector` is; `ConfigError` if it names nothing."""
        if selector in {"ALL", "DEFAULT"}:
            return _EVERY
        if selector in self._ids or selector in self._aliases:
            return _ID
        if not any(matches(selector, rule.meta) for rule in self._rules):
            raise self._unknown(selector, origin)
        return _CATEGORY if selector.startswith("@") else _PACK

    def _unknown(self, selector: str, origin: str) -> ConfigError:
        known = [*self._ids, *self._packs, *self._aliases, "ALL", "DEFAULT"]
        near = nearest(selector, known)
        hint = f"did you mean “{near}”?" if near else "see “mtaudit rule --all”"
        message = f"unknown rule selector “{selector}” in {origin}"
        return ConfigError(message, hint=hint)


def matches(selector: str, meta: RuleMeta) -> bool:
    """Whether `selector` names the rule: by id, alias, pack, glob or category."""
    if selector == "ALL":
        return True
    if selector == "DEFAULT":
        return meta.default
    if selector.startswith("@"):
        return selector[1:] in {meta.category, *meta.category.split("/")}
    names = (meta.id, *meta.aliases)
    if selector in names or selector == meta.pack:
        return True
    return "*" in selector and any(fnmatchcase(name, selector) for name in names)


def select(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """
    Return the rules that `settings` turn on, changed as the settings say.

    What may change are severities, how freely fixes apply, and options. Of two
    selectors that disagree the more specific one wins; of two equally specific
    ones, the one that turns the rule off. A rule below the least confidence
    runs only if it is selected by its id.
    """
    selectors = Selectors(rules)
    wanted = _chosen(
        selectors,
        ("select", settings.select),
        ("extend-select", settings.extend_select),
    )
    unwanted = _chosen(selectors, ("ignore", settings.ignore))
    adjust = _adjuster(selectors, settings)
    return tuple(
        adjust(rule)
        for rule in rules
        if _is_on(rule, settings, wanted=wanted, unwanted=unwanted)
    )


class _Chosen(NamedTuple):
    """Selectors that turn rules on, or those that turn them off."""

    ids: set[str]
    """Those that are the id of a rule, or were."""

    others: list[tuple[str, int]]
    """Those that name several rules, each with how specific it is."""

    def rank(self, rule: Rule) -> int:
        """Return the specificity of the most specific one that names the rule; or 0."""
        if not self.ids.isdisjoint((rule.said("id"), *rule.said("aliases"))):
            return _ID
        named = (rank for each, rank in self.others if matches(each, rule.meta))
        return max(named, default=0)


_JUST_DEFAULTS = _Chosen(set(), [("DEFAULT", _EVERY)])


def _chosen(selectors: Selectors, *settings: tuple[str, Iterable[str]]) -> _Chosen:
    """Return the selectors of some settings, each given with what it is called."""
    ranked = [
        each for origin, said in settings for each in _ranked(selectors, origin, said)
    ]
    ids = {selector for selector, rank in ranked if rank == _ID}
    return _Chosen(ids, [each for each in ranked if each[1] != _ID])


def _ranked(
    selectors: Selectors, origin: str, chosen: Iterable[str]
) -> list[tuple[str, int]]:
    return [(each, selectors.specificity(each, f"“{origin}”")) for each in chosen]


def _is_on(
    rule: Rule, settings: Settings, *, wanted: _Chosen, unwanted: _Chosen
) -> bool:
    if rule.said("severity") < settings.min_severity:
        return False
    is_sure = bool(rule.said("confidence") >= settings.min_confidence)
    if wanted == _JUST_DEFAULTS and not any(unwanted):
        return is_sure and bool(rule.said("default"))
    on, off = wanted.rank(rule), unwanted.rank(rule)
    return on > off and (is_sure or on == _ID)


def _adjuster(selectors: Selectors, settings: Settings) -> Callable[[Rule], Rule]:
    """Return what gives a rule the severity, fix and options of the settings."""
    for origin, chosen in (
        ("severity", settings.severity),
        ("rules", settings.rules),
        ("fixable", settings.fixable),
        ("unfixable", settings.unfixable),
        ("extend-safe-fixes", settings.extend_safe_fixes),
        ("extend-unsafe-fixes", settings.extend_unsafe_fixes),
    ):
        _ranked(selectors, origin, chosen)

    if not _changes_rules(settings):
        return lambda rule: rule

    def adjust(rule: Rule) -> Rule:
        changed = _options(rule, settings)
        if changed:
            from mtaudit.packs.options import with_options

            rule = with_options(rule, changed, Path(settings.root))
        meta = _meta(rule.meta, settings)
        return rule if meta is rule.meta else rule.changed(meta=meta)

    return adjust


def _changes_rules(settings: Settings) -> bool:
    """Whether settings say anything of what selected rules are like."""
    plain = Settings()
    return any(getattr(settings, name) != getattr(plain, name) for name in _ABOUT_RULES)


_ABOUT_RULES = (
    "severity",
    "rules",
    "names",
    "glossary",
    "fixable",
    "unfixable",
    "extend_safe_fixes",
    "extend_unsafe_fixes",
)


def _meta(meta: RuleMeta, settings: Settings) -> RuleMeta:
    """Return the card as the settings change it; itself if they do not."""
    severity, fix = meta.severity, meta.fix
    for selector, chosen in settings.severity.items():
        if matches(selector, meta):
            severity = chosen
    if _any(settings.extend_safe_fixes, meta):
        fix = Applicability.SAFE
    if _any(settings.extend_unsafe_fixes, meta):
        fix = min(fix, Applicability.UNSAFE)
    if _any(settings.unfixable, meta) or not _any(settings.fixable, meta):
        fix = Applicability.MANUAL
    if (severity, fix) == (meta.severity, meta.fix):
        return meta
    return meta._replace(severity=severity, fix=fix)


def _any(selectors: Iterable[str], meta: RuleMeta) -> bool:
    return any(matches(selector, meta) for selector in selectors)


def _options(rule: Rule, settings: Settings) -> dict[str, Any]:
    """Return the options that the settings give to the rule's kind."""
    changed: dict[str, Any] = {}
    if rule.kind_name == "name-variant" and settings.names != Names():
        changed |= _house_style(rule.meta.id, settings)
    if settings.glossary != Glossary():
        from mtaudit.packs.glossary import GLOSSARY_RULES, glossary_options

        if rule.meta.id in GLOSSARY_RULES:
            changed |= glossary_options(settings.glossary, settings.root)
    for rule_id in (*rule.meta.aliases, rule.meta.id):
        changed |= settings.rules.get(rule_id, {})
    return changed


def _house_style(rule_id: str, settings: Settings) -> dict[str, Any]:
    """Return the options that the house style of names comes to."""
    from mtaudit.kinds.name_table import NONE, OWN_COLUMNS, STYLES
    from mtaudit.packs.table import read_table

    names = settings.names
    given = {"style": names.style, "allow": names.allow}
    if names.style in (*STYLES, NONE):
        return given
    path = Path(settings.root, names.style)
    if path.suffix != ".tsv" or not path.is_file():
        styles = ", ".join((*STYLES, NONE))
        message = f"there is no house style “{names.style}”"
        raise ConfigError(message, hint=f"{styles}, or the path of a TSV of your own")
    # One rule speaks for the whole table: the others would say the same again.
    own = read_table(path, OWN_COLUMNS) if rule_id == _OF_PLACES else ()
    return {**given, "own_table": own}
