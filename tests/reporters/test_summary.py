"""The closing of the formats for people: right counts in right English."""

import pytest

from mtaudit.model import Audited, Failure, Languages, Report, Severity
from mtaudit.reporters import Look
from mtaudit.reporters.summary import closing, plural

FILE = Audited("a.md", "markdown", 1, Languages("en", None, "the command line"))
MANY = tuple(FILE._replace(path=f"{number}.md", words=1000) for number in range(418))


def said(report, **look):
    return closing(report, Look(**look)).splitlines()


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 files"), (1, "1 file"), (2, "2 files"), (61204, "61,204 files")],
)
def test_plural(count, words):
    """One is singular, all else plural; thousands have commas."""
    assert words == plural(count, "file")


def test_nothing_found():
    """That nothing was found is worth as much as what was checked."""
    report = Report(documents=(FILE,), rules=1)

    assert ["No findings in 1 file (1 word, 1 rule, en: the command line)."] == said(
        report
    )


def test_nothing_found_in_many():
    """Of many files, the directions are counted; one without words has none."""
    table = Audited("de/codes.csv", "csv", 0, Languages("de", None, "its folder"))
    report = Report(documents=(*MANY[:-1], table), rules=212)

    assert [
        "No findings in 418 files (417,000 words, 212 rules).",
        "Languages: en in 417 files.",
    ] == said(report)


def test_many_directions():
    """The first twenty are named, those of most files first, and the rest counted."""
    tags = [f"{a}{b}" for a in "abcde" for b in "uvwxy"]
    documents = [
        FILE._replace(languages=Languages(tag, None, "its folder"))
        for times, tag in enumerate(tags, 1)
        for _ in range(times)
    ]

    sentence = said(Report(documents=tuple(documents), rules=1))[-1]

    assert sentence.startswith("Languages: ey in 25 files, ex in 24 files, ")
    assert sentence.endswith(", bu in 6 files, and 5 more in 15 files.")


def test_nothing_audited():
    """No file is no success."""
    assert ["No files were audited."] == said(Report(rules=212))


@pytest.mark.parametrize(
    ("severities", "documents", "sentence"),
    [
        pytest.param(
            ["MAJOR"],
            (FILE,),
            "Found 1 major finding in 1 file (1 word, 9 rules).",
            id="one of one",
        ),
        pytest.param(
            ["MINOR", "MAJOR", "MINOR", "NEUTRAL", "CRITICAL"],
            (FILE, *MANY),
            "Found 1 critical, 1 major, 2 minor, 1 neutral findings"
            " in 1 of 419 files (418,001 words, 9 rules).",
            id="worst first",
        ),
    ],
)
def test_found(severities, documents, sentence, *, sample):
    """Findings are counted by severity, in so many of so many files."""
    finding = sample.FINDINGS[0]
    findings = tuple(finding._replace(severity=Severity[name]) for name in severities)
    report = Report(findings=findings, documents=documents, rules=9)

    assert sentence == said(report)[0]


@pytest.mark.parametrize(
    ("rules", "unsafe_fixes", "sentence"),
    [
        pytest.param("s", False, "[*] 1 fixable with --fix.", id="safe"),
        pytest.param(
            "su",
            False,
            "[*] 1 fixable with --fix ([~] 1 more with --unsafe-fixes).",
            id="both",
        ),
        pytest.param(
            "u", False, "[~] 1 fixable with --fix --unsafe-fixes.", id="unsafe"
        ),
        pytest.param(
            "su", True, "[*] 2 fixable with --fix --unsafe-fixes.", id="asked"
        ),
        pytest.param("m", False, None, id="manual"),
    ],
)
def test_fixable(rules, unsafe_fixes, sentence, *, sample):
    """It is said what --fix would mend, and what it would mend if asked."""
    findings = {"u": 0, "s": 1, "m": 3}
    report = Report(
        findings=tuple(sample.FINDINGS[findings[rule]] for rule in rules),
        documents=(FILE,),
    )

    seen = [
        line for line in said(report, unsafe_fixes=unsafe_fixes) if "fixable" in line
    ]

    assert [sentence] * (sentence is not None) == seen


def test_single_file_names_the_ground(sample):
    """Of a single file it is said what its languages are taken to be, and why."""
    report = sample.SINGLE._replace(findings=sample.FINDINGS[:1])

    assert "Languages: en ← ru: leftover Cyrillic lines with ы, э." == said(report)[-1]


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        pytest.param(Languages(), "language unknown: nothing to go by", id="nothing"),
        pytest.param(
            Languages(None, "ru", "a"), "unknown ← ru: a", id="only the source"
        ),
    ],
)
def test_unknown_languages(languages, words):
    """What is not known is said to be so."""
    report = Report(documents=(FILE._replace(languages=languages),))

    assert words in said(report)[0]


def test_fixed(sample):
    """What was mended is told before what is left."""
    report = sample.SINGLE._replace(fixed=3)

    assert "Fixed 3 findings." == said(report)[0]
    assert said(report)[1].startswith("No findings left in 1 file (")
    assert "Fixed 1 finding." == said(report._replace(fixed=1))[0]


def test_suppressed(sample):
    """Suppressed findings are counted by what holds them back, and not as found."""
    finding = sample.FINDINGS[0]
    ways = ["comment", "baseline", "comment"]
    report = Report(
        findings=tuple(finding._replace(suppressed_by=way) for way in ways),
        documents=(FILE,),
    )

    assert said(report)[0].startswith("No findings in 1 file")
    assert "Suppressed 3 findings (1 by baseline and 2 by comment)." == said(report)[1]


def test_failures_are_counted():
    """Files that failed are counted here, and named on standard error."""
    failures = tuple(Failure(f"{number}.md", "bytes") for number in range(25))

    lines = said(Report(failures=failures))

    assert ["No files were audited.", "Could not audit 25 files."] == lines


def test_names_are_escaped():
    """Names of files cannot act on the terminal."""
    report = Report(failures=(Failure("\x1b[2J.md", "\x07"),), binary=("\u202ea",))

    assert [
        "No files were audited.",
        "Could not audit 1 file.",
        "Passed over 1 binary file: <U+202E>a.",
    ] == said(report)


def test_binary_files_are_capped():
    """Of many binary files some are named, and all are counted."""
    report = Report(binary=tuple(f"{number}.png" for number in range(12)))

    assert said(report)[1].startswith("Passed over 12 binary files: 0.png, 1.png,")
    assert said(report)[1].endswith(", 9.png and 2 more.")
