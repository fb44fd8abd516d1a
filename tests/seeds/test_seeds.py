"""The seeds: articles of ours with planted faults, and careful ones beside them."""

import re
import tomllib
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pytest

from mtaudit.api import Session, report_of
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.model import Applicability, Finding, RawSpan, Severity

ROOT = Path(__file__).parents[2] / "seeds"
FLOORS = tomllib.loads((ROOT / "floors.toml").read_text(encoding="utf-8"))
ID = re.compile(r"[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*")


class Row(NamedTuple):
    """One planted fault."""

    line: int
    column: int
    """From 1, in code points."""

    match: str
    rules: tuple[str, ...]
    """Ids of which one must find it; ``-`` alone where no rule does yet."""


def articles(folder: str) -> list[Path]:
    """Return the texts in every ``seeds/*/FOLDER``, sorted."""
    found = ROOT.glob(f"*/{folder}/*")
    return sorted(path for path in found if path.suffix in {".txt", ".md"})


def rows(article: Path) -> list[Row]:
    """Return the marks that lie beside `article`."""
    table = article.with_name(f"{article.stem}.expected.tsv")
    header, *lines = table.read_text(encoding="utf-8").split("\n")[:-1]
    assert "line\tcolumn\tmatch\trule" == header
    return [_row(line.split("\t")) for line in lines]


def _row(cells: list[str]) -> Row:
    line, column, match, rules = cells
    return Row(int(line), int(column), match, tuple(rules.split("|")))


FAULTY = articles("mt")
CLEAN = articles("clean")

each_faulty = pytest.mark.parametrize("article", FAULTY, ids=lambda path: path.stem)
each_clean = pytest.mark.parametrize("article", CLEAN, ids=lambda path: path.stem)


@each_faulty
def test_marks_stand_where_they_say(article: Path) -> None:
    """Each row names a place of the article and the exact text there."""
    lines = article.read_text(encoding="utf-8").split("\n")
    marks = rows(article)

    found = [lines[row.line - 1][row.column - 1 :][: len(row.match)] for row in marks]

    assert [row.match for row in marks] == found


@each_faulty
def test_marks_are_sorted_and_apart(article: Path) -> None:
    """Rows come in reading order, and no two share a place."""
    marks = rows(article)

    starts = [(row.line, row.column) for row in marks]
    ends = [(row.line, row.column + len(row.match)) for row in marks]

    assert 25 <= len(marks)
    assert sorted(starts) == starts
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@each_faulty
def test_marks_name_rules(article: Path) -> None:
    """A row names rule ids, or one dash where no rule covers the fault."""
    named = [name for row in rows(article) for name in row.rules]

    assert [] == [name for name in named if not ID.fullmatch(name) and name != "-"]


def test_each_kind_of_text_has_a_clean_near_miss() -> None:
    """Beside each folder of faulty texts lies one of careful texts of its kind."""
    faulty = [path.parts[-3] for path in FAULTY]
    clean = [path.parts[-3] for path in CLEAN]

    assert 4 <= len(faulty)
    assert sorted(faulty) == sorted(clean)


@pytest.mark.parametrize("article", [*FAULTY, *CLEAN], ids=lambda path: path.stem)
def test_articles_are_as_long_as_articles(article: Path) -> None:
    """A seed has 500 to 900 words: enough for rules that weigh a document."""
    assert 500 <= len(article.read_text(encoding="utf-8").split()) <= 900


# --- What the rules make of them ---------------------------------------------


def session(*settings: str) -> Session:
    """Return a session over the seeds with `settings`, lines of configuration."""
    said = CommandLine(configs=settings, isolated=True)
    return Session(Configurations(str(ROOT), said), cwd=str(ROOT))


DEFAULT = session()
EVERYTHING = session('select = ["ALL"]', 'min-confidence = "low"')


def findings(article: Path, by: Session) -> list[Finding]:
    """Return what the rules of `by` find in an article."""
    found = by.find([str(article.relative_to(ROOT))])
    report = report_of(by, found, map(by.audit, found.files))
    assert () == report.failures
    return [*report.findings]


def audible(found: list[Finding]) -> list[Finding]:
    """Return the findings that are more than a remark."""
    return [each for each in found if each.severity > Severity.NEUTRAL]


def names(finding: Finding) -> set[str]:
    """Return the rule of a finding, and those whose finding it swallowed."""
    return {finding.rule.id, *(each.rule or "" for each in finding.related)}


def placed(article: Path) -> list[tuple[Row, RawSpan]]:
    """Return the marks of an article, each with its place in the file."""
    lines = article.read_text(encoding="utf-8").split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    return [
        (row, RawSpan(start, start + len(row.match)))
        for row in rows(article)
        for start in [starts[row.line - 1] + row.column - 1]
    ]


def found_rows(article: Path, found: list[Finding]) -> list[Row]:
    """Return the marks that a finding of one of their rules overlaps."""
    return [
        row
        for row, span in placed(article)
        if any(
            span.overlaps(each.location.span) and names(each) & {*row.rules}
            for each in found
        )
    ]


@each_faulty
def test_a_rule_finds_what_it_was_named_for(article: Path) -> None:
    """With every rule on, each mark that names a rule is found by one it names."""
    expected = [row for row in rows(article) if row.rules != ("-",)]

    assert expected == found_rows(article, findings(article, EVERYTHING))


@each_faulty
def test_recall_and_precision_do_not_fall(article: Path) -> None:
    """With the default rules, both stay at the article's floors or above."""
    floors = FLOORS[article.stem]
    found = findings(article, DEFAULT)
    spans = [span for _, span in placed(article)]
    shown = [each.location.span for each in audible(found)]
    right = [each for each in shown if any(span.overlaps(each) for span in spans)]

    recall = len(found_rows(article, found)) / len(spans)
    precision = len(right) / len(shown)

    assert floors["recall"] <= round(recall, 3)
    assert floors["precision"] <= round(precision, 3)


@each_clean
@pytest.mark.parametrize(
    "settings",
    [
        pytest.param((), id="as found"),
        pytest.param(('source-language = "ru"',), id="from Russian"),
        pytest.param(('source-language = "uk"',), id="from Ukrainian"),
    ],
)
def test_careful_texts_stay_silent(article: Path, settings: tuple[str, ...]) -> None:
    """The default rules find nothing in them, whatever the source is said to be."""
    found = audible(findings(article, session(*settings)))

    assert [] == [(each.rule.id, each.match) for each in found]


# --- What fixing makes of them -----------------------------------------------


def safe_spans(article: Path) -> list[RawSpan]:
    """Return the places that safe fixes of an article's findings may touch."""
    return [
        edit.span
        for finding in findings(article, DEFAULT)
        for fix in finding.fixes[:1]
        if fix.applicability is Applicability.SAFE
        for edit in fix.edits
    ]


@each_faulty
def test_fixing_changes_only_safe_places(article: Path) -> None:
    """What stands outside the safe edits comes out as it went in."""
    (file,) = DEFAULT.find([str(article.relative_to(ROOT))]).files
    spans = safe_spans(article)

    change = DEFAULT.fix(file).change

    assert change is not None
    assert article.read_bytes().decode() == change.before
    touched = [
        range(start, max(end, start + 1))
        for tag, start, end, _, _ in SequenceMatcher(
            None, change.before, change.after, autojunk=False
        ).get_opcodes()
        if tag != "equal"
    ]
    assert touched
    for each in touched:
        assert any(span.start <= each.start <= span.end for span in spans)
        assert any(span.start <= each.stop - 1 <= span.end for span in spans)


@each_faulty
def test_fixing_twice_changes_nothing_more(article: Path, tmp_path: Path) -> None:
    """A text that was fixed has nothing left that is safe to fix."""
    fixing = Session(
        Configurations(str(tmp_path), CommandLine(isolated=True)), cwd=str(tmp_path)
    )
    copy = tmp_path / article.name
    copy.write_bytes(article.read_bytes())
    (file,) = fixing.find([copy.name]).files

    first = fixing.fix(file).change
    assert first is not None
    copy.write_bytes(first.after.encode())

    assert fixing.fix(file).change is None


@each_clean
def test_fixing_leaves_careful_texts_alone(article: Path) -> None:
    """There is nothing to mend in them."""
    (file,) = DEFAULT.find([str(article.relative_to(ROOT))]).files

    assert DEFAULT.fix(file).change is None
