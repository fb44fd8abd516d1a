"""Originals on the command line: named, found by templates, missing, shown."""

import json
import os
import subprocess

import pytest

TEMPLATES = """\
[[translations]]
source = "src/{path}"
target = "{lang}/{path}"
source-language = "ru"
"""
ABOUT_FILES = {
    "bitext/empty-translation",
    "bitext/incomplete",
    "bitext/original-language",
    "bitext/tenfold-length",
    "bitext/unlike-original",
}
ORIGINAL = "# Река\n\nВода поднялась на 40 см.\n\nЛёд тронулся `вчера`.\n"
TRANSLATION = "# The river\n\nThe water rose by 40 cm.\n\nThe ice broke up `вчера`.\n"


@pytest.fixture
def site(tmp_path):
    """A page with two translations, one of which has nothing beside it."""
    pages = {
        "mtaudit.toml": TEMPLATES,
        "src/a.md": ORIGINAL,
        "en/a.md": TRANSLATION,
        "de/a.md": TRANSLATION,
        "de/alone.md": TRANSLATION,
        "src/other.md": ORIGINAL,
    }
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def source_paths(done):
    documents = json.loads(done.stdout)["documents"]
    return {each["path"]: each["source_path"] for each in documents}


@pytest.mark.usefixtures("site")
def test_templates(run):
    """Each translation is audited beside the original that the template leads to."""
    done = run("check", "--output-format", "json", ".")

    assert 0 == done.returncode
    assert {
        "de/a.md": "src/a.md",
        "de/alone.md": None,
        "en/a.md": "src/a.md",
    } == source_paths(done)
    assert b"warning: 1 translation has no original" in done.stderr
    assert b"no original" not in run("check", "--quiet", ".").stderr
    assert b"no original" not in run("check", "de/alone.md").stderr


def test_jobs(site, run):
    """Several processes pair as one does."""
    for number in range(60):
        (site / f"src/{number}.md").write_text(ORIGINAL)
        (site / f"en/{number}.md").write_text(TRANSLATION)

    one, two = (
        run("check", "--output-format", "json", "--jobs", jobs, ".").stdout
        for jobs in (1, 2)
    )

    assert one == two


@pytest.mark.usefixtures("site")
def test_unmatched(run):
    """Files without a counterpart are told apart from the list of files."""
    done = run("check", "--show-files", ".")

    assert b"de/a.md\nde/alone.md\nen/a.md\n" == done.stdout
    assert [
        "de/alone.md: no original at src/alone.md",
        "src/other.md: not translated into de, en",
    ] == done.stderr.decode().splitlines()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(("--source", "no.md", "x.md"), "no file “no.md”", id="missing"),
        pytest.param(("--source", "y.md", "."), "of one translation", id="a folder"),
        pytest.param(("--source", "y.md"), "of one translation", id="no path"),
        pytest.param(
            ("--source", "y.md", "x.md", "y.md"), "of one translation", id="two paths"
        ),
        pytest.param(
            ("--show-alignment", "x.md"), "nothing says where the original", id="unsaid"
        ),
    ],
)
def test_usage(tmp_path, run, args, message):
    """One original belongs to one file that is named."""
    for name in ("x.md", "y.md"):
        (tmp_path / name).write_text(TRANSLATION)

    done = run("check", *args)

    assert 2 == done.returncode
    assert message in done.stderr.decode()


def test_source(tmp_path, run):
    """An original may be named for one file."""
    (tmp_path / "x.md").write_text(TRANSLATION)
    (tmp_path / "y.md").write_text(ORIGINAL)

    done = run("check", "x.md", "--source", "y.md", "--output-format", "json")

    assert {"x.md": "y.md"} == source_paths(done)
    assert "ru" == json.loads(done.stdout)["documents"][0]["source_language"]


def test_unreadable_original(site, run):
    """An original that is no text is told, and the translation audited without it."""
    (site / "src/a.md").write_bytes(b"\xff\xfe\x00\xd8")

    done = run("check", "--output-format", "json", ".")

    assert 0 == done.returncode
    assert source_paths(done)["en/a.md"] is None
    assert "the original src/a.md cannot be read" in done.stderr.decode()


def test_show_stale(site, run):
    """A translation is stale if a later commit changed its original."""
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")

    def commit(day, *paths):
        environment = {**os.environ, "GIT_COMMITTER_DATE": f"2026-01-0{day}T12:00:00Z"}
        subprocess.run(["git", "add", *paths], cwd=site, check=True)
        subprocess.run(
            ["git", *author, "commit", "-qm", "x"],
            cwd=site,
            check=True,
            env=environment,
        )

    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    commit(1, ".")
    assert b"" == run("check", "--show-stale", ".").stdout
    (site / "src/a.md").write_text(ORIGINAL.replace("40", "45"))
    commit(2, "src/a.md")
    (site / "de/a.md").write_text(TRANSLATION.replace("40", "45"))
    commit(3, "de/a.md")

    assert b"en/a.md: older than src/a.md\n" == run("check", "--show-stale").stdout


def test_show_alignment(site, run):
    """Blocks stand beside each other, and what is alone stands alone."""
    (site / "en/a.md").write_text(TRANSLATION.replace("# The river\n\n", ""))

    lines = run("check", "--show-alignment", "en/a.md").stdout.decode().splitlines()

    assert lines[0].endswith("src/a.md → en/a.md")
    assert ["1 Река", "—"] == [each.strip() for each in lines[1].split("│")]
    left, right = lines[2][6:].split("│")
    assert ["3 Вода поднялась на 40 см.", "1 The water rose by 40 cm."] == [
        left.strip(),
        right.strip(),
    ]


@pytest.mark.parametrize(
    ("original", "translation", "rule"),
    [
        pytest.param(ORIGINAL, "---\nlang: en\n---\n", "empty-translation", id="empty"),
        pytest.param(ORIGINAL * 40, TRANSLATION, "tenfold-length", id="a tenth"),
        pytest.param(
            TRANSLATION * 9, TRANSLATION * 9, "original-language", id="no original"
        ),
        pytest.param(
            "".join(f"# Глава {n}\n\nСм. x{n}.example/{n}{n}.\n\n" for n in range(20)),
            "".join(f"See page {n}77 of y{n}.example/{n}5.\n\n" for n in range(30)),
            "unlike-original",
            id="another page",
        ),
    ],
)
def test_no_pair(site, run, original, translation, rule):
    """Files that are no pair are told once, and their blocks not one by one."""
    (site / "src/a.md").write_text(original)
    (site / "en/a.md").write_text(translation)

    done = run(
        *("check", "--select", "bitext", "--min-confidence", "low"),
        *("--output-format", "json", "en/a.md"),
    )

    found = [each["rule"] for each in json.loads(done.stdout)["findings"]]
    assert [f"bitext/{rule}"] == [each for each in found if each in ABOUT_FILES]
    assert len([each for each in found if "untranslated" not in each]) <= 2


def test_fix(site, run):
    """What is fixed beside its original is looked at beside it again."""
    (site / "src/a.md").write_text(
        "# Тор\n\nОткройте `mill open`, потом `mill stop`.\n"
    )
    (site / "en/a.md").write_text("# Gate\n\nRun `mühle open`, then `mill stop`.\n")

    done = run(
        *("check", "--select", "bitext/inline-code", "--fix", "--unsafe-fixes"),
        *("--output-format", "json", "en/a.md"),
    )

    assert [] == json.loads(done.stdout)["findings"]
    assert (
        "# Gate\n\nRun `mill open`, then `mill stop`.\n"
        == (site / "en/a.md").read_text()
    )


@pytest.mark.usefixtures("site")
def test_standard_input(run):
    """A text from standard input has the original of the name that it is given."""
    done = run(
        *("check", "-", "--stdin-filename", "en/a.md", "--output-format", "json"),
        stdin=TRANSLATION.encode(),
    )

    assert {"en/a.md": "src/a.md"} == source_paths(done)
