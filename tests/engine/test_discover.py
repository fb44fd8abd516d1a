"""Paths, folders and globs come to the files that one would expect."""

import os
import subprocess
import sys

import pytest

from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.discover import discover
from mtaudit.model import GroupedError, UsageError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows is otherwise")


@pytest.fixture(autouse=True)
def no_home(tmp_path, monkeypatch):
    """No user's own configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))


@pytest.fixture
def project(tmp_path):
    """A folder to be filled; what lies beside it is out of sight."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def fill(folder, *names, **texts):
    """Make files: empty ones by name, others by the name of an argument."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for name, text in texts.items():
        (folder / {"config": "mtaudit.toml", "ignored": ".gitignore"}[name]).write_text(
            text, encoding="utf-8"
        )


def found(folder, *paths, cwd=None, outputs=(), **values):
    cwd = str(cwd or folder)
    said = CommandLine(values={key.replace("_", "-"): values[key] for key in values})
    return discover(paths, Configurations(cwd, said), cwd, outputs=outputs)


def names(folder, *paths, **said):
    return [file.path for file in found(folder, *paths, **said).files]


def test_data(project):
    """Data files are taken where they are translations, or are named."""
    fill(project, "data.json", "locales/de.json", "locales/package.json", "x/a.json")

    assert ["locales/de.json"] == names(project)
    assert ["data.json"] == names(project, "data.json")
    assert ["locales/de.json"] == names(project, "**/*.json")


def test_data_by_configuration(project):
    """A glob of [formats] names data files."""
    fill(project, "x/a.json", config='formats = { "x/*.json" = { reader = "json" } }')

    assert ["x/a.json"] == names(project)


def test_folder(project):
    """No path is the working directory; prose is found at any depth, sorted."""
    fill(project, "b.md", "a/c.txt", "a/b/d.markdown", "a.py", "noend", "data.json")

    assert ["a/b/d.markdown", "a/c.txt", "b.md"] == names(project)
    assert not any(file.named for file in found(project).files)


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        pytest.param(["a.md"], ["a.md named markdown"], id="file"),
        pytest.param(["./a.md", "a.md"], ["a.md named markdown"], id="twice"),
        pytest.param([".", "a.md"], ["a.md named markdown"], id="named wins"),
        pytest.param(["a.md", "."], ["a.md named markdown"], id="first or last"),
        pytest.param(["sub/.."], ["a.md found markdown"], id="up and down"),
        pytest.param(["noend"], ["noend named plain"], id="unknown ending"),
        pytest.param(["x.png"], ["x.png named plain"], id="the reader decides"),
        pytest.param(["-"], ["- named plain"], id="standard input"),
        pytest.param(["*.md"], ["a.md named markdown"], id="glob"),
        pytest.param(["*"], ["a.md named markdown"], id="glob of everything"),
        pytest.param(["**/*.md"], ["a.md named markdown"], id="deep glob"),
    ],
)
def test_arguments(project, paths, files):
    """Each kind of argument comes to its files, each file once."""
    fill(project, "a.md", "noend", "x.png", "sub/y.png")

    assert files == [
        f"{file.path} {'named' if file.named else 'found'} {file.format}"
        for file in found(project, *paths).files
    ]


def test_names_with_signs_of_globs(project):
    """A name that looks like a glob is a name where such a file is."""
    fill(project, "a[1].md", "a1.md")

    assert ["a[1].md"] == names(project, "a[1].md")


def test_outside(project):
    """A path outside the working directory is shown from it."""
    fill(project, "docs/a.md", "b.md")

    assert ["../b.md", "a.md"] == names(project, ".", "../b.md", cwd=project / "docs")
    assert ["../b.md"] == names(project, str(project / "b.md"), cwd=project / "docs")


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        pytest.param(
            ["artcle.md"],
            "there is no file or folder “artcle.md”\n"
            "  hint: did you mean “article.md”?",
            id="near",
        ),
        pytest.param(
            ["dosc/deep/a.md"],
            "there is no file or folder “dosc/deep/a.md”\n  hint: did you mean “docs”?",
            id="folder",
        ),
        pytest.param(
            ["docs/prefce.md"],
            "there is no file or folder “docs/prefce.md”\n"
            "  hint: did you mean “docs/preface.md”?",
            id="near, in a folder",
        ),
        pytest.param(["zzz"], "there is no file or folder “zzz”", id="far"),
        pytest.param([""], "there is no file or folder “”", id="empty"),
        pytest.param(["a\0"], "there is no file or folder “a\0”", id="nul"),
        pytest.param(["*.rst"], "nothing matches “*.rst”", id="glob"),
        pytest.param(
            ["zzz", "article.md", "*.rst"],
            "there is no file or folder “zzz”\nnothing matches “*.rst”",
            id="two",
        ),
    ],
)
def test_missing(project, paths, said):
    """What does not exist is an error, with the nearest name that does."""
    fill(project, "article.md", "docs/preface.md")

    with pytest.raises((UsageError, GroupedError)) as caught:
        names(project, *paths)

    assert said == str(caught.value)


def test_missing_behind_a_link(project):
    """A link whose end is missing is called that; its own name is there."""
    (project / "broken.md").symlink_to("gone.md")

    with pytest.raises(UsageError) as caught:
        names(project, "broken.md")

    assert str(caught.value) == "“broken.md” is a link, and nothing is where it leads"


def test_skipped_folders(project):
    """Folders of tools are not looked into, unless they are named."""
    fill(project, "node_modules/x/a.md", ".git/a.md", "dist/b.md", ".github/c.md")

    assert [".github/c.md"] == names(project)
    assert ["node_modules/x/a.md"] == names(project, "node_modules/x")
    assert ["dist/b.md"] == names(project, "dist/b.md")
    assert [] == names(project, "dist/b.md", force_exclude=True)


@pytest.mark.parametrize(
    ("config", "files"),
    [
        pytest.param(
            'include = ["docs/**"]', ["docs/a.md", "docs/old/b.md"], id="include"
        ),
        pytest.param(
            'include = ["docs"]', ["docs/a.md", "docs/old/b.md"], id="include a folder"
        ),
        pytest.param(
            'exclude = ["docs/old/**"]', ["c.md", "docs/a.md"], id="exclude below"
        ),
        pytest.param('exclude = ["old"]', ["c.md", "docs/a.md"], id="exclude a name"),
        pytest.param(
            'include = ["docs/**"]\nextend-exclude = ["a.*"]',
            ["docs/old/b.md"],
            id="exclude outweighs include",
        ),
        pytest.param(
            'include = ["**/*.xyz"]\nformats = { "*.xyz" = "plain" }',
            ["docs/d.xyz"],
            id="another ending",
        ),
    ],
)
def test_include_and_exclude(project, config, files):
    """Globs are relative to the configuration, wherever the run begins."""
    fill(project, "c.md", "docs/a.md", "docs/old/b.md", "docs/d.xyz", config=config)

    assert files == names(project)
    inside = [name for name in files if name.startswith("docs/")]
    assert inside == names(project, "docs")
    assert inside == [f"docs/{name}" for name in names(project, cwd=project / "docs")]


def test_passed_over(project):
    """What is left out is known, with the reason; what nobody would read is not."""
    fill(
        project,
        *("a.md", "drafts/b.md", "old.md", "out/c.md", "node_modules/d.md", "e.png"),
        config='exclude = ["drafts", "old.md"]\n',
        ignored="/out/\n*.png\n",
    )

    assert [
        ("drafts", "excluded by the configuration"),
        ("old.md", "excluded by the configuration"),
        ("out", "ignored by Git"),
    ] == [*found(project).passed_over]
    assert () == found(project, "old.md").passed_over


def test_not_included(project):
    """So is what is not among the included files."""
    fill(project, "a.md", "texts/b.md", config='include = ["texts/**"]\n')

    assert [("a.md", "not among the included files")] == [*found(project).passed_over]
    assert () == found(project, "a.md").passed_over


def test_excluded_but_named(project):
    """A named file is audited although it is excluded, but not by force."""
    fill(project, "old/a.md", "b.md", config='exclude = ["old"]')

    assert ["old/a.md"] == names(project, "old/a.md")
    assert ["b.md"] == names(project, "old/a.md", "b.md", force_exclude=True)


def test_closest_configuration(project):
    """Each folder follows the configuration that is closest to it."""
    fill(project, "x.md", "sub/x.md", "sub/y.md", config='exclude = ["y.md"]')
    fill(project / "sub", config='exclude = ["x.md"]')

    assert ["sub/y.md", "x.md"] == names(project)


def test_own_files(project):
    """Files of ours are not audited, and who names one is told."""
    fill(
        project,
        "pyproject.toml",
        ".mtaudit-baseline.jsonl",
        ".mtaudit_cache/a.md",
        "kept/b.md",
        "report.md",
        "c.md",
        config='formats = { "*.toml" = "plain" }\ncache-dir = "kept"',
    )

    assert ["c.md"] == names(project, outputs=["report.md"])
    told = found(project, "mtaudit.toml", "report.md", outputs=["report.md"])
    assert () == told.files
    assert (
        "mtaudit.toml is a file of mtaudit's own: not audited",
        "report.md is a file of mtaudit's own: not audited",
    ) == told.notices


def test_originals(project):
    """Originals are not audited, and who names one is told."""
    config = '[[translations]]\nsource = "src/{path}"\ntarget = "tgt/{path}"\n'
    fill(project, "src/a.md", "tgt/a.md", "b.md", config=config)

    assert ["b.md", "tgt/a.md"] == names(project)
    told = found(project, "src/a.md")
    assert () == told.files
    where = "[[translations]] in mtaudit.toml"
    assert (f"src/a.md is an original ({where}): not audited",) == told.notices


class TestGitIgnore:
    """What Git ignores is passed over."""

    @pytest.fixture(autouse=True)
    def repository(self, project):
        """A repository, as far as we look."""
        (project / ".git").mkdir()

    @pytest.mark.parametrize(
        ("lines", "files"),
        [
            pytest.param("*.txt", ["a.md", "docs/a.md", "docs/b.md"], id="name"),
            pytest.param("docs/", ["a.md", "c.txt"], id="folder"),
            pytest.param("/a.md", ["c.txt", "docs/a.md", "docs/b.md"], id="anchored"),
            pytest.param("*.md\n!a.md", ["a.md", "c.txt", "docs/a.md"], id="negation"),
            pytest.param(
                "docs/\n!docs/a.md", ["a.md", "c.txt"], id="no way back into a folder"
            ),
            pytest.param(
                "docs/*\n!docs/a.md", ["a.md", "c.txt", "docs/a.md"], id="way back"
            ),
            pytest.param(
                "# docs\n\n", ["a.md", "c.txt", "docs/a.md", "docs/b.md"], id="comments"
            ),
            pytest.param("!\n///\ndocs", ["a.md", "c.txt"], id="lines Git cannot use"),
        ],
    )
    def test_patterns(self, project, lines, files):
        """Patterns mean what they mean to Git."""
        fill(project, "a.md", "c.txt", "docs/a.md", "docs/b.md", ignored=lines)

        assert files == names(project)

    def test_nested(self, project):
        """An inner file outweighs an outer one."""
        fill(project, "sub/a.md", "sub/b.md", "c.md", ignored="*.md")
        fill(project / "sub", ignored="!a.md")

        assert ["sub/a.md"] == names(project)

    def test_above(self, project):
        """Files above the working directory count, up to the repository."""
        fill(project.parent, ignored="*.txt")
        fill(project, "sub/a.md", "sub/b.txt", "sub/c.txt", ignored="b.*")

        assert ["a.md", "c.txt"] == names(project, cwd=project / "sub")

    def test_named(self, project):
        """What is ignored is audited when it is named, or its folder is."""
        fill(project, "build/a.md", "b.md", ignored="build/\nb.md")

        assert ["b.md"] == names(project, "b.md")
        assert ["build/a.md"] == names(project, "build")

    def test_repository_in_a_repository(self, project):
        """A repository inside another has rules of its own."""
        fill(project, "inner/.git/x", "inner/a.md", "b.md", ignored="*.md")

        assert ["inner/a.md"] == names(project)

    def test_switched_off(self, project):
        """With ``respect-gitignore = false`` it does not count."""
        fill(project, "a.md", ignored="*.md", config="respect-gitignore = false")

        assert ["a.md"] == names(project)

    def test_as_git(self, project):
        """Git itself ignores the same files."""
        (project / ".git").rmdir()
        lines = "*.tmp.md\n!keep.tmp.md\n/docs/*\n!/docs/in/\n**/x/*.md\nname\\ .md\n"
        fill(
            project,
            *("a.tmp.md", "keep.tmp.md", "docs/a.md", "docs/in/b.md", "docs/in/x/c.md"),
            *("x/keep.tmp.md", "deep/x/y/d.md", "name .md", "name.md", "sub/q.md"),
            ignored=lines,
        )
        fill(project / "sub", ignored="/q.md")
        environment = {"PATH": os.environ["PATH"], "HOME": str(project.parent)}
        init = ["git", "init", "-q"]
        command = ["git", "ls-files", "-z", "--others", "--exclude-standard", "*.md"]
        for arguments in (init, command):
            ran = subprocess.run(
                arguments,
                cwd=project,
                env=environment,
                check=True,
                capture_output=True,
                text=True,
            )
        listed = ran.stdout

        assert sorted(listed.strip("\0").split("\0")) == names(project)


@posix_only
def test_links(project):
    """Links to folders are not followed; a file is audited once."""
    fill(project, "real/a.md", "z.md")
    fill(project.parent, "outside.md")
    (project / "real" / "loop").symlink_to(project)
    (project / "other").symlink_to("real")
    (project / "again.md").symlink_to("z.md")
    (project / "out.md").symlink_to("../outside.md")
    (project / "broken.md").symlink_to("nowhere")
    (project / "circle.md").symlink_to("circle.md")

    assert ["out.md", "real/a.md", "z.md"] == names(project)
    assert ["other/a.md"] == names(project, "other")
    assert ["again.md"] == names(project, "again.md")
    assert ["circle.md"] == names(project, "circle.md")


@posix_only
def test_special_files(project):
    """A pipe in a folder is passed over; a named one is left to the reader."""
    os.mkfifo(project / "a.md")

    assert [] == names(project)
    assert ["a.md"] == names(project, "a.md")


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_name_that_is_not_text(project):
    """A name that is no UTF-8 is found, named and not."""
    folder = os.fsdecode(b"\xff")
    name = os.fsdecode(b"caf\xe9.md")
    fill(project, f"{folder}/{name}", ignored="x")
    (project / ".git").mkdir()

    assert [f"{folder}/{name}"] == names(project)
    assert [f"{folder}/{name}"] == names(project, f"{folder}/{name}")
    with pytest.raises(UsageError):
        names(project, f"{folder}/x")


def test_unreadable_folder(open_folder, run_powerless):
    """A folder that may not be looked into is reported; the others are audited."""
    (open_folder / "shut").mkdir(mode=0)
    (open_folder / "a.md").touch()
    script = """
os.environ["XDG_CONFIG_HOME"] = os.getcwd()
for path in (".", "shut"):
    got = discover([path], Configurations("."))
    print([file.path for file in got.files], *[(*each,) for each in got.failures])
"""

    said = run_powerless(script, open_folder)

    reason = "('shut', 'the folder cannot be read: Permission denied', None, "
    assert [f"['a.md'] {reason}False)", f"[] {reason}True)"] == said.splitlines()


def test_nothing_heavy_is_imported(project):
    """Auditing one named file imports nothing that finding others would take."""
    fill(project, "a.md", ignored="*.txt")
    (project / ".git").mkdir()
    script = (
        "import sys; from mtaudit.config.load import Configurations;"
        "from mtaudit.engine.discover import discover;"
        "discover(['a.md'], Configurations('.'));"
        "print(*{'pathspec', 'rapidfuzz', 'glob', 'tomllib'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", script]

    ran = subprocess.run(
        command, cwd=project, check=True, capture_output=True, text=True
    )

    assert "" == ran.stdout.strip()
