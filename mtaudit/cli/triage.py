"""`mtaudit triage apply`: write what people decided in the HTML report."""

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from mtaudit.api import Session
from mtaudit.cli.decisions import Decision, Way, read_decisions
from mtaudit.cli.exits import Exit
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.fix import apply_fixes
from mtaudit.engine.write import write
from mtaudit.formats import FORMATS
from mtaudit.model import Applicability, Finding, MtauditError, Report
from mtaudit.reporters.summary import plural
from mtaudit.text.display import visible

_GONE = "it is not found any more"
_NO_FIX = "the fix that was chosen is not offered any more"
_TOUCHES = "its fix touches another one: decide on it again"


class Left(NamedTuple):
    """A decision that was not carried out, and why."""

    decision: Decision
    reason: str


class Done(NamedTuple):
    """What came of the decisions on one file."""

    fixed: int = 0
    others: tuple[tuple[Finding, Decision], ...] = ()
    """Those that are no fixes, with the findings as they stand now."""

    left: tuple[Left, ...] = ()


def apply(path: str, said: CommandLine, *, to_baseline: bool) -> None:
    """
    Carry out the decisions in the file at `path`, then say what was done.

    Fixes come first, then what ignores. What was decided on a text that has
    changed since is left alone and told of: exit 1.
    """
    decisions = sorted(read_decisions(path))
    rules = sorted({each.rule for each in decisions})
    values = {**said.values, **({"extend-select": rules} if rules else {})}
    session = Session(
        Configurations(".", said._replace(values=values), formats=FORMATS)
    )
    by_path = groupby(decisions, lambda each: each.path)
    done = [_of_file(session, name, [*some]) for name, some in by_path]
    others = [pair for each in done for pair in each.others]
    _ignore(session, [pair for pair in others if pair[1].way is Way.IGNORE])
    later = [finding for finding, decision in others if decision.way is Way.LATER]
    if later and to_baseline:
        _put_into_baseline(session, later)
    left = [one for each in done for one in each.left]
    _tell(sum(each.fixed for each in done), len(later), left, to_baseline=to_baseline)
    sys.exit(Exit.FINDINGS if left else Exit.CLEAN)


def _of_file(session: Session, path: str, decisions: Sequence[Decision]) -> Done:
    """Carry out the decisions on one file that are fixes, and write it."""
    try:
        return _mended(session, path, decisions)
    except MtauditError as error:
        return Done(left=tuple(Left(each, error.message) for each in decisions))


def _mended(session: Session, path: str, decisions: Sequence[Decision]) -> Done:
    (file,) = session.find([path]).files
    raw = session.read(file.path)
    found = {each.fingerprint: each for each in session.findings(file, raw.text)}
    fixes: dict[Finding, Decision] = {}
    others: list[tuple[Finding, Decision]] = []
    left: list[Left] = []
    for decision in decisions:
        finding = found.get(decision.fingerprint)
        if finding is None:
            left.append(Left(decision, _GONE))
        elif decision.way is not Way.FIX:
            others.append((finding, decision))
        elif chosen := _with_chosen_fix(finding, decision):
            fixes[chosen] = decision
        else:
            left.append(Left(decision, _NO_FIX))
    applied = apply_fixes(raw.text, fixes, Applicability.MANUAL)
    if applied.text != raw.text:
        write(file.path, applied.text, raw)
    done = {*applied.findings}
    left += [Left(fixes[each], _TOUCHES) for each in fixes if each not in done]
    now = {_identity(each): each for each in session.findings(file, applied.text)}
    moved = [(_moved(each, applied.findings), decision) for each, decision in others]
    left += [Left(decision, _GONE) for place, decision in moved if place not in now]
    standing = tuple((now[place], each) for place, each in moved if place in now)
    return Done(len(done), standing, tuple(left))


def _with_chosen_fix(finding: Finding, decision: Decision) -> Finding | None:
    """Return the finding with the chosen fix alone; None if it is not there."""
    for fix in finding.fixes:
        if fix.edits and fix.title == decision.title:
            return finding._replace(fixes=(fix,), suppressed_by=None)
    return None


def _identity(finding: Finding) -> tuple[str, int, str]:
    return finding.rule.id, finding.location.span.start, finding.match


def _moved(finding: Finding, mended: Iterable[Finding]) -> tuple[str, int, str]:
    """Return the identity of a finding once those before it have been mended."""
    rule, start, match = _identity(finding)
    edits = (edit for each in mended for edit in each.fixes[0].edits)
    grown = sum(
        len(edit.content) - (edit.span.end - edit.span.start)
        for edit in edits
        if edit.span.end <= start
    )
    return rule, start + grown, match


def _ignore(session: Session, pairs: Sequence[tuple[Finding, Decision]]) -> None:
    """Suppress findings, those with the same reason together."""
    from mtaudit.cli.add_ignore import add_ignores

    by_reason: dict[str, list[Finding]] = {}
    for finding, decision in pairs:
        open_finding = finding._replace(suppressed_by=None)
        by_reason.setdefault(decision.reason, []).append(open_finding)
    for reason, findings in by_reason.items():
        add_ignores(session, Report(findings=tuple(findings)), reason or None)


def _put_into_baseline(session: Session, findings: Sequence[Finding]) -> None:
    """Take findings as known, beside those that are."""
    from mtaudit.engine.baseline import Baseline, read_baseline, write_baseline
    from mtaudit.engine.beside import baseline_path

    path = baseline_path(session.configurations.for_folder("."), None)
    baseline = read_baseline(path) if Path(path).exists() else Baseline(path, ())
    write_baseline(baseline, baseline.entries | baseline.of_findings(findings))


def _tell(fixed: int, later: int, left: Sequence[Left], *, to_baseline: bool) -> None:
    """Say on standard error what was done, and what was not."""
    where = "put into the baseline" if to_baseline else "left for later"
    postponed = f", {later:,} {where}" if later else ""
    print(f"Fixed {plural(fixed, 'finding')}{postponed}.", file=sys.stderr)
    for decision, reason in left:
        what = visible(f"{decision.path}: {decision.rule}")
        print(f"warning: {what}: {reason}", file=sys.stderr)
