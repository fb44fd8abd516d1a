"""A repository with history: old findings stay known, new ones show, whatever moves."""

from __future__ import annotations

import json
import os

import pytest

OLD, NEW = 300, 3
DASH = "\N{EM DASH}"


def paragraph(file, number):
    return f"Paragraph {number} of page {file} has a non{DASH}military matter.\n\n"


@pytest.fixture
def site(tmp_path, git):
    """Thirty pages with ten old findings each, and a branch with three new ones."""
    folder = tmp_path / "site"
    (folder / "статьи").mkdir(parents=True)
    git("init", "-q", "-b", "main")
    for file in range(OLD // 10):
        text = "".join(paragraph(file, number) for number in range(10))
        (folder / "статьи" / f"страница {file}.md").write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "old")
    return folder


def change(site, git):
    """Move paragraphs, rename files, and put in three new findings."""
    pages = site / "статьи"
    first = pages / "страница 0.md"
    parts = first.read_text(encoding="utf-8").split("\n\n")
    first.write_text("\n\n".join([parts[5], *parts[:5], *parts[6:]]), encoding="utf-8")
    git("mv", "статьи/страница 1.md", "статьи/другая.md")
    for file in (2, 3):
        page = pages / f"страница {file}.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(f"A new anti{DASH}war line.\n\n{text}", encoding="utf-8")
    (pages / "новая.md").write_text(f"All new: a post{DASH}war line.\n")


def shown(done):
    """Return the findings that a JSON report shows, by path and match."""
    assert done.returncode < 2, done.stderr
    findings = json.loads(done.stdout)["findings"]
    return sorted(
        (each["path"].rpartition("/")[2], each["match"])
        for each in findings
        if not each["suppressed_by"]
    )


EXPECTED = [
    ("новая.md", f"post{DASH}war"),
    ("страница 2.md", f"anti{DASH}war"),
    ("страница 3.md", f"anti{DASH}war"),
]
JSON = (
    *("--select", "en/dash-in-compound", "--target-language", "en"),
    *("--output-format", "json"),
)


def test_baseline_shows_what_is_new(site, run, git):
    """Of 303 findings the baseline lets the three new ones through, and no other."""
    run("baseline", "create", cwd=site)
    assert [] == shown(run("check", ".", *JSON, cwd=site))
    change(site, git)

    assert EXPECTED == shown(run("check", ".", *JSON, cwd=site))
    assert OLD + NEW == len(shown(run("check", ".", *JSON, "--no-baseline", cwd=site)))


@pytest.mark.parametrize("is_committed", [False, True], ids=["on disk", "committed"])
def test_since_shows_what_is_new(site, run, git, is_committed):
    """``--since`` finds the same three: moved and renamed lines are not new."""
    git("switch", "-qc", "branch")
    change(site, git)
    if is_committed:
        git("add", "-A")
        git("commit", "-qm", "new")
        git("switch", "-q", "main")
        (site / "later.md").write_text(f"Not on the branch: post{DASH}war.\n")
        git("add", "-A")
        git("commit", "-qm", "later")
        git("switch", "-q", "branch")

    assert EXPECTED == shown(run("check", ".", *JSON, "--since", "main", cwd=site))


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_since_with_names_that_git_quotes(site, run, git):
    """Names with newlines, quotes and bytes above 127 are names like any other."""
    names = ["new\nline.md", 'quo"te.md', "tab\t.md", "é – 東.md"]
    for name in names:
        (site / name).write_text("Nothing here.\n")
    git("add", "-A")
    git("commit", "-qm", "names")
    for name in names:
        (site / name).write_text(f"Nothing here.\nA post{DASH}war line.\n")

    found = shown(run("check", ".", *JSON, "--since", "HEAD", cwd=site))

    assert sorted((name, f"post{DASH}war") for name in names) == found


def test_since_under_settings_of_the_users(site, run, git):
    """Whatever a user has Git do to a diff, we read the same."""
    settings = {
        "diff.external": "false",
        "color.diff": "always",
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "diff.relative": "true",
        "diff.renames": "false",
        "diff.context": "9",
        "core.quotePath": "true",
        "diff.interHunkContext": "9",
    }
    env = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        env |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    change(site, git)

    done = run("check", ".", *JSON, "--since", "main", cwd=site, env=env)

    assert EXPECTED == shown(done)


@pytest.mark.usefixtures("site")
def test_since_in_a_worktree_and_from_below(run, git, tmp_path):
    """A worktree is a repository too, and paths are relative to where one stands."""
    git("worktree", "add", "-q", "-b", "branch", str(tmp_path / "tree"))
    tree = tmp_path / "tree"
    change(tree, lambda *args: git(*args, cwd=tree))

    found = shown(run("check", ".", *JSON, "--since", "main", cwd=tree / "статьи"))

    assert EXPECTED == found


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        pytest.param("added", [f"anti{DASH}war"], id="added"),
        pytest.param(
            "context", [f"anti{DASH}war", *[f"non{DASH}military"] * 2], id="context"
        ),
        pytest.param(
            "file", [f"anti{DASH}war"] + [f"non{DASH}military"] * 10, id="file"
        ),
    ],
)
def test_changed_lines(mode, expected, site, run):
    """Of a changed file: the new lines, those three lines around them, or all."""
    page = site / "статьи" / "страница 2.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"An anti{DASH}war line.\n\n{text}", encoding="utf-8")

    done = run(
        "check", ".", *JSON, "--since", "HEAD", "--changed-lines", mode, cwd=site
    )

    assert expected == [match for _, match in shown(done)]


def test_fix_stays_inside_changed_lines(site, run, git):
    """With ``--since``, ``--fix`` mends what is new and leaves the rest."""
    change(site, git)

    run("check", ".", "--since", "HEAD", "--fix", cwd=site)

    text = (site / "статьи" / "страница 2.md").read_text(encoding="utf-8")
    assert "anti-war" in text
    assert 10 == text.count(f"non{DASH}military")


@pytest.mark.parametrize(
    ("make", "args", "said"),
    [
        pytest.param(
            None, ["--since", "main"], "no Git repository", id="no repository"
        ),
        pytest.param(
            "unborn", ["--since", "main"], "no commit yet", id="unborn branch"
        ),
        pytest.param(
            "site", ["--since", "gone"], "no commit “gone”", id="missing base"
        ),
        pytest.param("site", ["--changed-lines", "file"], "goes with", id="alone"),
        pytest.param(
            "site", ["--since", "HEAD", "--changed-lines", "x"], "added, c", id="mode"
        ),
        pytest.param("site", ["--since=--all"], "no commit", id="an option as a ref"),
    ],
)
def test_what_cannot_be_said(make, args, said, request, run, git, tmp_path):
    """Where Git has no answer there is a sentence, and the exit code is 2."""
    folder = tmp_path / "site"
    if make == "site":
        request.getfixturevalue("site")
    else:
        folder.mkdir()
    if make == "unborn":
        git("init", "-q")
    (folder / "a.md").write_text("Text.\n")

    done = run("check", ".", *args, cwd=folder)

    assert 2 == done.returncode
    assert said in done.stderr.decode()


def test_shallow_clone(site, run, git, tmp_path):
    """In a clone without the base, the error says how to get it."""
    change(site, git)
    git("add", "-A")
    git("commit", "-qm", "new")
    base = git("rev-parse", "HEAD~1").strip()
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth", "1", site.as_uri(), str(clone))

    done = run("check", ".", "--since", base, cwd=clone)

    assert 2 == done.returncode
    assert "shallow" in done.stderr.decode()
    assert "fetch-depth: 0" in done.stderr.decode()


def test_stale_entries(site, run):
    """Entries that match nothing are told of, shown by diff, and pruned."""
    run("baseline", "create", cwd=site)
    page = site / "статьи" / "страница 4.md"
    page.write_text(paragraph(4, 0), encoding="utf-8")
    (site / "статьи" / "страница 5.md").unlink()

    done = run("check", ".", cwd=site)
    assert "19 entries match nothing any more" in done.stderr.decode()
    part = run("check", "статьи/страница 4.md", cwd=site)
    assert "9 entries match nothing any more" in part.stderr.decode()
    diff = run("baseline", "diff", cwd=site)
    assert (1, 19) == (diff.returncode, diff.stdout.decode().count("\n- ") + 1)

    run("baseline", "prune", cwd=site)

    assert 0 == run("baseline", "diff", cwd=site).returncode
    lines = (site / ".mtaudit-baseline.jsonl").read_text(encoding="utf-8").splitlines()
    assert OLD - 19 + 1 == len(lines)
    assert sorted(lines[1:]) == lines[1:]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('{"mtaudit-baseline":2}\n', "version 2", id="newer version"),
        pytest.param("not json\n", ":1: this line is no JSON object", id="corrupt"),
        pytest.param("", "no JSON object", id="empty"),
        pytest.param("[]\n", "no JSON object", id="a list"),
        pytest.param('{"mtaudit-baseline":1}\n{"path":1}\n', ":2: ", id="a bad entry"),
        pytest.param("<<<<<<< HEAD\n", "resolve the conflict", id="a conflict"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["baseline", "create"]], ids="/".join)
def test_no_baseline(text, said, command, run, tmp_path):
    """A file that is no baseline is an error, and is not overwritten."""
    file = tmp_path / ".mtaudit-baseline.jsonl"
    file.write_text(text)
    (tmp_path / "a.md").write_text("Text.\n")

    done = run(*command)

    assert 2 == done.returncode
    assert said in done.stderr.decode()
    assert text == file.read_text()


def test_baseline_from_another_folder(site, run):
    """A baseline holds from wherever one stands, and by its key in a configuration."""
    run("baseline", "create", "--baseline", "known.jsonl", cwd=site)
    (site / "mtaudit.toml").write_text('baseline = "known.jsonl"\n')

    assert [] == shown(run("check", ".", *JSON, cwd=site / "статьи"))
    assert [] == shown(run("check", ".", *JSON, cwd=site))


def test_renamed_rule(site, run):
    """A rule that is renamed keeps its entries: its former ids are looked up too."""
    pack = site / "house"
    pack.mkdir()
    card = """\
kind: existence
message: "“{match}” is not said here"
severity: minor
category: style/style
confidence: high
why: The house does not say so. Readers of the house know why.
with: {phrases: [paragraph]}
examples: [{bad: "A ⟦paragraph⟧."}, {good: "A page."}]
"""
    (site / "mtaudit.toml").write_text('packs = ["./house"]\n')
    (pack / "spoken.yaml").write_text(card, encoding="utf-8")
    run("baseline", "create", cwd=site)
    (pack / "spoken.yaml").rename(pack / "unsaid.yaml")
    (pack / "unsaid.yaml").write_text(
        f"{card}aliases: [house/spoken]\n", encoding="utf-8"
    )

    done = run("check", ".", "--select", "house", "--output-format", "json", cwd=site)

    assert [] == shown(done)
    assert OLD == json.loads(done.stdout)["summary"]["suppressed"]
