"""`mtaudit score`: read the files, score them, and print what came of it."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from mtaudit.api import Session
from mtaudit.cli.exits import Exit
from mtaudit.cli.output import look_of
from mtaudit.cli.run import tell_failures
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.corpus import corpus_of
from mtaudit.engine.discover import STDIN
from mtaudit.engine.read import read, read_stream
from mtaudit.engine.scoring import Read, Wanted, scores_for, with_fixed
from mtaudit.engine.signature import signature
from mtaudit.formats import FORMATS
from mtaudit.model import Applicability, Report, UsageError


class Asked(NamedTuple):
    """What the command line asks for."""

    hypotheses: Sequence[str]
    references: Sequence[str]
    source: str | None = None
    compare: bool = False
    before_after: bool = False
    unsafe_fixes: bool = False
    worst: int = 0

    def fault(self) -> str | None:
        """Return what does not go together, if anything does not."""
        several = len(self.hypotheses) > 1
        is_twice = len({*self.hypotheses}) < len(self.hypotheses)
        faults = (
            ("--compare and --before-after do not go together", self.compare),
            ("--before-after is for one file", several),
        )
        if self.before_after:
            return next((fault for fault, is_so in faults if is_so), None)
        if self.unsafe_fixes:
            return "--unsafe-fixes goes with --before-after"
        if several != self.compare:
            return "--compare needs two files or more, and several files need --compare"
        return "a file was given twice" if is_twice else None


def print_scores(
    asked: Asked, said: CommandLine, *, output_format: str, color: str
) -> None:
    """Print the scores; exit with 2 if files do not fit, with 3 if a rule broke."""
    if output_format not in {"text", "json"}:
        message = f"--output-format is text or json, not “{output_format}”"
        raise UsageError(message)
    if fault := asked.fault():
        raise UsageError(fault)
    session = Session(Configurations(".", said, formats=FORMATS))
    wanted = _wanted(session, asked)
    scores, failures = scores_for(wanted)
    auditor = next(iter(wanted.systems.values())).auditor
    scores = scores._replace(signature=signature(auditor.rules, auditor.settings))
    if output_format == "json":
        from mtaudit.reporters.score_json import render as render_json

        print(render_json(scores), end="")
    else:
        from mtaudit.reporters.score_table import render

        look = look_of(color=color, settings=auditor.settings, quiet=False)
        print(render(scores, look), end="")
    tell_failures(Report(failures=failures), quiet=False)
    if any(failure.is_bug for failure in failures):
        sys.exit(Exit.BUG)


def _wanted(session: Session, asked: Asked) -> Wanted:
    """Return what is to be scored, its files read."""
    systems = {path: _read(session, path) for path in asked.hypotheses}
    references = [_read(session, path).corpus for path in asked.references]
    source = _read(session, asked.source).corpus if asked.source else None
    if asked.before_after:
        (before,) = systems.values()
        least = Applicability.UNSAFE if asked.unsafe_fixes else Applicability.SAFE
        systems = {"before": before, "after": with_fixed(before, source, least)}
    return Wanted(systems, references, source, asked.worst)


def _read(session: Session, path: str) -> Read:
    auditor = session.auditor(session.configurations.for_file(path))
    raw = read_stream(sys.stdin.buffer, path) if path == STDIN else read(path)
    return Read(corpus_of(auditor, path, raw), auditor)
