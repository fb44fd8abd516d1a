"""`mtaudit check` once its flags are known: run once, or again on changes."""

import sys
from collections.abc import Mapping
from typing import Any

from mtaudit.cli.run import Run
from mtaudit.model import UsageError

_LISTS = (
    "select",
    "extend_select",
    "ignore",
    "fixable",
    "unfixable",
    "exclude",
    "extend_exclude",
)
"""Flags whose values may be parted by commas."""

_KEYS = (
    *_LISTS,
    "fix",
    "unsafe_fixes",
    "show_fixes",
    "min_severity",
    "min_confidence",
    "source_language",
    "target_language",
    "force_exclude",
    "respect_gitignore",
    "output_format",
    "fail_on",
    "cache_dir",
)
"""Flags that set the key of the configuration that has their name."""

_CONFLICTS = (
    ("diff", ("fix", "fix_only", "show_fixes", "statistics", "add_ignore", "watch")),
    ("add_ignore", ("fix", "fix_only", "statistics", "watch")),
    ("exit_zero", ("exit_non_zero_on_fix",)),
    ("since", ("staged", "earlier")),
    ("staged", ("earlier",)),
    ("baseline", ("no_baseline",)),
    ("watch", ("statistics",)),
)
"""Flags that say no to each other, or of which one would have nothing to say."""


def check_with(flags: Mapping[str, Any]) -> None:
    """Do what `mtaudit check` does with `flags`, by the names of its parameters."""
    values = _values(flags)
    _refuse_conflicts(flags)
    if not flags["watch"]:
        sys.exit(Run(flags, values).to_its_end())
    from mtaudit.cli.watch import run_on_changes

    run_on_changes(flags["paths"] or ["."], lambda: Run(flags, values).to_its_end())


def _refuse_conflicts(flags: Mapping[str, Any]) -> None:
    """Raise `UsageError` for flags that do not go together."""
    for first, others in _CONFLICTS:
        for second in others:
            if flags[first] and flags[second]:
                names = f"--{first} and --{second}".replace("_", "-")
                raise UsageError(f"{names} do not go together")
    if flags["reason"] and not flags["add_ignore"]:
        raise UsageError("--reason goes with --add-ignore")


def _values(flags: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the flags say of settings, by key."""
    values = {name.replace("_", "-"): flags[name] for name in _KEYS}
    if flags["fix_only"]:
        values["fix"] = True
    for name in _LISTS:
        if flags[name]:
            listed = (part for each in flags[name] for part in each.split(","))
            values[name.replace("_", "-")] = [part for part in listed if part]
    # Of a list that nobody gave Click has (); what is None says nothing either.
    return {key: value for key, value in values.items() if value != ()}
