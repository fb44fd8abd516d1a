"""``--staged`` audits the texts that a commit would hold, whatever the disk has."""

from __future__ import annotations

import json
import os
import shlex
import sys

import pytest

DASH = "\N{EM DASH}"
JSON = (
    *("--select", "en/dash-in-compound", "--target-language", "en"),
    *("--output-format", "json"),
)
CLEAN = "A page of the handbook.\n"


def faulty(word):
    return f"A {word}{DASH}war line.\n"


@pytest.fixture
def site(tmp_path, git):
    """A repository with three committed pages."""
    folder = tmp_path / "site"
    (folder / "below").mkdir(parents=True)
    git("init", "-q", "-b", "main")
    for name in ("a.md", "b.md", "below/c.md"):
        (folder / name).write_text(CLEAN)
    git("add", "-A")
    git("commit", "-qm", "pages")
    return folder


@pytest.fixture
def staged(site, run):
    """Return a function that returns what ``--staged`` finds, by path and line."""

    def findings(*args, cwd=None):
        done = run("check", *JSON, "--staged", *args, cwd=cwd or site)
        assert done.returncode < 2, done.stderr
        return [
            (each["path"], each["start"]["line"], each["match"].partition(DASH)[0])
            for each in json.loads(done.stdout)["findings"]
        ]

    return findings


def put(site, name, text, git=None):
    """Write a file, and stage it if `git` is given."""
    (site / name).write_text(text, encoding="utf-8", newline="")
    if git:
        git("add", name)


def test_what_is_staged_counts(site, git, staged):
    """Of a file that has other changes too, the staged text is audited."""
    put(site, "a.md", CLEAN + faulty("post"), git)
    put(site, "a.md", faulty("anti") * 3 + CLEAN)
    put(site, "b.md", faulty("anti"))

    assert [("a.md", 2, "post")] == staged()


def test_what_was_mended_in_the_index(site, git, staged):
    """A fault that is on the disk alone is not found."""
    put(site, "a.md", CLEAN * 2, git)
    put(site, "a.md", CLEAN * 2 + faulty("post"))

    assert [] == staged()


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("added", ["post"]),
        ("context", ["inter", "post"]),
        ("file", ["anti", "inter", "post"]),
    ],
)
def test_changed_lines(mode, expected, site, git, staged):
    """Lines are counted in the staged text, against what is committed."""
    old = faulty("anti") + "\n" * 8 + faulty("inter")
    put(site, "a.md", old, git)
    git("commit", "-qm", "old")
    put(site, "a.md", old + faulty("post"), git)
    put(site, "a.md", "A line above.\n\n" + old + faulty("post"))

    found = staged("--changed-lines", mode)

    assert expected == [word for *_, word in found]
    assert ("a.md", 11, "post") == found[-1]


def test_files_that_are_not_on_the_disk(site, git, staged):
    """A staged file is audited though it is gone, and one removed from Git is not."""
    put(site, "a.md", faulty("post"), git)
    put(site, "below/new.md", faulty("anti"), git)
    (site / "below/new.md").unlink()
    (site / "a.md").unlink()
    git("rm", "-q", "--cached", "b.md")
    put(site, "b.md", faulty("inter"))
    git("rm", "-q", "below/c.md")

    found = [("a.md", 1, "post"), ("below/new.md", 1, "anti")]
    assert found == staged()
    assert found == staged("a.md", "below")


def test_a_renamed_file(site, git, staged):
    """Of a renamed file the lines that are new count."""
    put(site, "b.md", faulty("post") + CLEAN * 9, git)
    git("commit", "-qm", "old")
    git("mv", "b.md", "d.md")
    put(site, "d.md", faulty("post") + CLEAN * 9 + faulty("anti"), git)
    put(site, "d.md", CLEAN)

    assert [("d.md", 11, "anti")] == staged()


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
@pytest.mark.parametrize(
    "name", ["two words.md", "new\nline.md", 'quo"te.md', "é – 東.md", "-x.md", ":a.md"]
)
def test_names(name, site, git, staged):
    """Any name that Git can hold is a name."""
    put(site, name, CLEAN + faulty("post"))
    git("add", "--", f"./{name}")
    put(site, name, CLEAN)

    assert [(name, 2, "post")] == staged()


def test_before_the_first_commit(tmp_path, run, git):
    """Where nothing is committed yet, all that is staged is new."""
    folder = tmp_path / "site"
    folder.mkdir()
    git("init", "-q")
    put(folder, "a.md", faulty("post"), git)
    put(folder, "a.md", CLEAN)

    done = run("check", *JSON, "--staged", cwd=folder)

    assert 1 == len(json.loads(done.stdout)["findings"])


def test_from_below_and_in_a_worktree(site, git, tmp_path, staged):
    """Paths are relative to where one stands, and the index is the worktree's."""
    tree = tmp_path / "tree"
    git("worktree", "add", "-q", "-b", "branch", str(tree))
    put(site, "a.md", faulty("anti"), git)
    put(tree, "below/c.md", faulty("post"))
    git("add", "-A", cwd=tree)
    put(tree, "below/c.md", CLEAN)

    assert [("c.md", 1, "post")] == staged(cwd=tree / "below")
    assert [("c.md", 1, "post")] == staged("..", cwd=tree / "below")


@pytest.mark.skipif(os.name == "nt", reason="the hook is a script of sh")
def test_in_a_hook_of_a_commit_of_one_path(site, git):
    """A hook of `git commit PATH` has an index of its own, and that counts."""
    command = shlex.join([sys.executable, "-m", "mtaudit", "check", "--staged", *JSON])
    hook = site / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\n{command} > ../report.json\n")
    hook.chmod(0o755)
    put(site, "a.md", faulty("post"))
    put(site, "b.md", faulty("anti"), git)

    git("commit", "-qm", "one", "a.md")

    report = json.loads((site.parent / "report.json").read_text(encoding="utf-8"))
    assert ["a.md"] == [each["path"] for each in report["findings"]]


def test_a_conflict_is_passed_over(site, git, staged):
    """Of a file in a conflict there is no one text; others are audited."""
    git("switch", "-qc", "branch")
    put(site, "a.md", faulty("post"), git)
    git("commit", "-qm", "ours")
    git("switch", "-q", "main")
    put(site, "a.md", faulty("anti"), git)
    git("commit", "-qm", "theirs")
    with pytest.raises(Exception, match="merge"):
        git("merge", "-q", "branch")
    put(site, "b.md", faulty("inter"), git)
    put(site, "b.md", CLEAN)

    assert [("b.md", 1, "inter")] == staged()


def test_what_is_no_file_of_text(site, git, staged, tmp_path):
    """Links, submodules and files that are only announced are passed over."""
    other = tmp_path / "other"
    other.mkdir()
    git("init", "-q", cwd=other)
    put(other, "sub.md", faulty("post"))
    git("add", "-A", cwd=other)
    git("commit", "-qm", "one", cwd=other)
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "sub")
    put(site, "later.md", faulty("anti"))
    git("add", "-N", "later.md")
    (site / "link.md").symlink_to("later.md")
    git("add", "link.md")

    assert [] == staged()


def test_a_link_that_became_a_file(site, git, staged):
    """A file in the place of a link is new, and a link in the place of a file none."""
    (site / "link.md").symlink_to("a.md")
    git("add", "-A")
    git("commit", "-qm", "link")
    (site / "link.md").unlink()
    put(site, "link.md", faulty("post"), git)
    (site / "b.md").unlink()
    (site / "b.md").symlink_to("a.md")
    git("add", "b.md")
    put(site, "a.md", faulty("anti"))

    assert [("link.md", 1, "post")] == staged()


def test_what_cannot_be_decoded(site, run, git):
    """A staged file that is not UTF-8 is a failure that names the byte."""
    (site / "a.md").write_bytes(b"caf\xe9\n")
    git("add", "a.md")
    put(site, "a.md", CLEAN)

    done = run("check", *JSON, "--staged", "a.md", cwd=site)

    assert 2 == done.returncode
    assert b"a.md: byte 0xe9 at offset 3" in done.stderr


@pytest.mark.parametrize("is_apart", [False, True], ids=["as staged", "changed since"])
def test_filters_of_git(is_apart, site, git, staged):
    """Texts are as Git would write them: ends of lines, encodings, filters."""
    git("config", "core.autocrlf", "true")
    git("config", "filter.rot.clean", "tr a-z b-za")
    git("config", "filter.rot.smudge", "tr b-za a-z")
    put(
        site,
        ".gitattributes",
        "b.md filter=rot\nwide.md text working-tree-encoding=UTF-16\n",
        git,
    )
    put(site, "a.md", (CLEAN * 2 + faulty("post")).replace("\n", "\r\n"), git)
    put(site, "b.md", faulty("anti"), git)
    (site / "wide.md").write_bytes((CLEAN + faulty("inter")).encode("utf-16"))
    git("add", "wide.md")
    if is_apart:
        for name in ("a.md", "b.md", "wide.md"):
            put(site, name, CLEAN)

    expected = [("a.md", 3, "post"), ("b.md", 1, "anti"), ("wide.md", 2, "inter")]
    assert expected == staged()


def test_exclusions_hold(site, git, staged):
    """What a run on the folder passes over, it passes over when it is staged."""
    put(site, "mtaudit.toml", 'exclude = ["below/**"]\n')
    put(site, ".gitignore", "ignored.md\n")
    put(site, "below/c.md", faulty("post"), git)
    put(site, "ignored.md", faulty("anti"))
    put(site, "a.json", json.dumps({"text": faulty("inter")}), git)
    git("add", "-f", "ignored.md")

    assert [] == staged()
    assert [("below/c.md", 1, "post")] == staged("below/c.md", "a.md")


def test_results_are_kept_apart(site, run, git):
    """What an earlier run learned of the disk is not said of the index, or back."""
    put(site, "a.md", faulty("post"), git)
    put(site, "a.md", faulty("anti") + faulty("inter"))

    for _ in range(2):
        counts = [
            json.loads(run("check", *JSON, *flags, cwd=site).stdout)["summary"]
            for flags in (["--staged"], [])
        ]
        assert [1, 2] == [count["findings"] for count in counts]


PAIRS = """
[[translations]]
source = "ru/{path}"
target = "en/{path}"
source-language = "ru"
target-language = "en"
"""


@pytest.mark.parametrize("how", ["translations", "--source"])
@pytest.mark.parametrize("has_more", [False, True], ids=["one", "with more"])
def test_an_original_that_is_staged(how, has_more, site, run, git):
    """A translation is held against the original that goes with it."""
    (site / "ru").mkdir()
    (site / "en").mkdir()
    if how == "translations":
        put(site, "mtaudit.toml", PAIRS)
    put(site, "ru/a.md", "Откройте файл `%1$s` и нажмите кнопку `start`.\n", git)
    put(site, "en/a.md", "Open the file `%1$s` and press the button `start`.\n", git)
    put(site, "ru/a.md", "Откройте файл `%2$s`, `%3$s` и нажмите кнопку.\n")
    if has_more:
        put(site, "en/a.md", "Something else.\n")
    flags = ["--source", "ru/a.md"] if how == "--source" else []

    done = run(
        *("check", "en/a.md", "--staged", "--output-format", "json"),
        *("--select", "bitext/placeholder,bitext/inline-code", *flags),
        *("--config", "min-confidence = 'low'"),
        cwd=site,
    )

    assert 0 == done.returncode, done.stdout
    report = json.loads(done.stdout)
    assert "ru/a.md" == report["documents"][0]["source_path"]


def test_fix_leaves_other_changes_alone(site, run, git):
    """A file is fixed where the disk has what is staged, and only there."""
    mixed = faulty("anti") + "Not staged.\n"
    put(site, "a.md", faulty("post"), git)
    put(site, "b.md", faulty("anti"), git)
    put(site, "b.md", mixed)
    put(site, "below/c.md", faulty("inter"), git)
    (site / "below/c.md").unlink()

    done = run(
        "check", "--staged", "--fix", *JSON[:4], cwd=site, env={"COLUMNS": "200"}
    )

    assert "A post-war line.\n" == (site / "a.md").read_text(encoding="utf-8")
    assert mixed == (site / "b.md").read_text(encoding="utf-8")
    assert not (site / "below/c.md").exists()
    assert faulty("anti") == git("show", ":b.md")
    said = done.stderr.decode()
    assert "not fixed, as the disk has not what is staged: b.md, below/c.md" in said
    assert b"b.md" in done.stdout


def test_fix_of_a_file_with_another_mode(site, run, git):
    """A file whose mode alone differs has no text to lose."""
    put(site, "a.md", faulty("post"), git)
    (site / "a.md").chmod(0o755)

    done = run("check", "--staged", "--fix", *JSON[:4], cwd=site)

    assert "A post-war line.\n" == (site / "a.md").read_text(encoding="utf-8")
    assert b"not fixed" not in done.stderr


def test_diff_and_add_ignore_leave_other_changes_alone(site, run, git):
    """What would be written over other changes is not shown, nor written."""
    put(site, "a.md", faulty("post"), git)
    put(site, "a.md", faulty("post") + "Not staged.\n")

    done = run("check", "--staged", "--diff", *JSON[:4], cwd=site)
    assert (0, b"") == (done.returncode, done.stdout)
    run("check", "--staged", "--add-ignore", *JSON[:4], cwd=site)

    assert faulty("post") + "Not staged.\n" == (site / "a.md").read_text()
    assert "a.md" in (site / ".mtaudit-ignore.toml").read_text()


def test_nothing_is_left_behind(site, run, git, tmp_path):
    """Copies of what is staged are gone when the run ends."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    put(site, "a.md", faulty("post"), git)
    put(site, "a.md", CLEAN)

    done = run("check", "--staged", *JSON, cwd=site, env={"TMPDIR": str(temporary)})

    assert 1 == len(json.loads(done.stdout)["findings"])
    assert [] == [*temporary.iterdir()]
