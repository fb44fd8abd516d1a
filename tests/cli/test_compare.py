"""Reports beside reports of earlier runs, and beside a repository on the web."""

import json
import re
import subprocess

import pytest

from mtaudit.cli.build_server import line_address, run_address
from mtaudit.cli.commit import template_of
from mtaudit.model import UsageError

WAS = "The gauge the the thaw.\n\nNobody saw saw it.\n"
IS = "The gauge the the thaw.\n\nNobody saw it.\n\nBoats came came late.\n"
ASKED = ("--target-language", "en", "--select", "core/doubled-word")


@pytest.fixture
def page(tmp_path, run):
    """A page that was audited, and then edited."""
    file = tmp_path / "page.md"
    file.write_text(WAS)
    run("check", "page.md", *ASKED, "--output-format", "json:2026-11-01.json")
    file.write_text(IS)
    return file


SENTENCE = b"Since 2026-11-01: 1 new, 1 fixed, 1 still there."


def test_check(run, page):
    """A run is compared with an earlier one."""
    done = run("check", page.name, *ASKED, "--earlier", "2026-11-01.json")

    assert SENTENCE in done.stdout


def test_report(run, page):
    """So are two reports."""
    run("check", page.name, *ASKED, "--output-format", "json:now.json")
    done = run("report", "now.json", "--earlier", "2026-11-01.json")

    assert SENTENCE in done.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["--earlier", "none.json"], b"cannot be read", id="no file"),
        pytest.param(["--earlier", "page.md"], b"is no report", id="no report"),
        pytest.param(
            ["--earlier", "2026-11-01.json", "--staged"],
            b"do not go together",
            id="part of the files",
        ),
    ],
)
def test_wrong(run, page, args, said):
    """What cannot be compared is refused."""
    done = run("check", page.name, *ASKED, *args)

    assert 2 == done.returncode
    assert said in done.stderr


def test_same_name_twice(run, page, tmp_path):
    """Reports of one name are known by their paths."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old/2026-11-01.json").write_bytes(
        (tmp_path / "2026-11-01.json").read_bytes()
    )
    earlier = ["--earlier", "old/2026-11-01.json", "--earlier", "2026-11-01.json"]
    done = run("check", page.name, *ASKED, *earlier)

    assert b"Since 2026-11-01.json: " in done.stdout


REMOTES = [
    ("https://github.com/o/r.git", "https://github.com/o/r/blob/"),
    ("https://me:secret@github.com/o/r", "https://github.com/o/r/blob/"),
    ("git@github.com:o/r.git", "https://github.com/o/r/blob/"),
    (
        "ssh://git@gitlab.example.org:2222/g/s/r.git",
        "https://gitlab.example.org/g/s/r/-/blob/",
    ),
    ("git@bitbucket.org:o/r.git", "https://bitbucket.org/o/r/src/"),
    ("https://codeberg.org/o/r/", "https://codeberg.org/o/r/src/commit/"),
]


@pytest.mark.parametrize(("remote", "start"), REMOTES)
def test_remote(remote, start):
    """The server of a remote is known by its name; no password gets out."""
    template = template_of(remote)

    assert template.startswith(f"{start}{{commit}}/{{path}}#")
    assert "{line}" in template


@pytest.mark.parametrize(
    "remote", [None, "", "/srv/git/r.git", "https://example.org/r"]
)
def test_unknown_remote(remote):
    """Of a server that nobody knows, somebody has to say how it does it."""
    with pytest.raises(UsageError, match="origin") as raised:
        template_of(remote)

    assert "commit-url" in raised.value.hint


@pytest.fixture
def repository(tmp_path, page):
    """A repository with the page in a folder of an odd name."""

    def git(*args):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        done = subprocess.run(
            ["git", *who, *args], cwd=tmp_path, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    folder = tmp_path / "my {path} texts"
    folder.mkdir()
    page.rename(folder / "page (1).md")
    git("init", "-q")
    git("remote", "add", "origin", "https://x:y@github.com/o/r.git")
    git("add", "-A")
    git("commit", "-qm", "all")
    return folder, git("rev-parse", "HEAD")


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_commit(run, repository, name):
    """Findings lead to their lines as they were committed."""
    folder, commit = repository
    asked = (*ASKED, "--commit", "HEAD", "--output-format", name)
    page = run("check", ".", *asked, cwd=folder).stdout.decode()
    (first, *_) = re.findall(r"https://github\.com/[^\"\s]+#L\d+", page)

    path = "my%20%7Bpath%7D%20texts/page%20%281%29.md"
    assert f"https://github.com/o/r/blob/{commit}/{path}#L1" == first
    assert "x:y" not in page


def test_commit_url(run, repository, tmp_path):
    """The address may be one's own; without a commit in it, the branch is enough."""
    folder, _ = repository
    address = "https://code.example.org/{path}?line={line}"
    (tmp_path / "mtaudit.toml").write_text(f'commit-url = "{address}"\n')
    page = run("check", ".", *ASKED, "--output-format", "markdown", cwd=folder).stdout

    assert b"(https://code.example.org/my%20%7Bpath%7D%20texts/" in page


def test_unknown_commit(run, repository):
    """A commit that is not there is an error, not a wrong link."""
    folder, _ = repository
    asked = ("--commit", "nowhere", "--output-format", "html")
    done = run("check", ".", *asked, cwd=folder)

    assert 2 == done.returncode
    assert "Git knows no commit “nowhere”" in done.stderr.decode()


GITHUB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "o/r",
    "GITHUB_RUN_ID": "7",
    "GITHUB_SHA": "abc",
}


@pytest.mark.parametrize(
    ("environment", "run_at", "line_at"),
    [
        pytest.param(
            GITHUB,
            "https://github.com/o/r/actions/runs/7#artifacts",
            "https://github.com/o/r/blob/abc/{path}#L{line}",
            id="GitHub",
        ),
        pytest.param(
            {"CI_JOB_URL": "https://gitlab.com/o/r/-/jobs/7"},
            "https://gitlab.com/o/r/-/jobs/7",
            None,
            id="GitLab",
        ),
        pytest.param({}, None, None, id="nowhere"),
    ],
)
def test_build_server(environment, run_at, line_at):
    """A build server says where it shows a run."""
    assert (run_at, line_at) == (run_address(environment), line_address(environment))


def test_summary_is_cut(run, tmp_path):
    """The summary of a job stays below GitHub's limit, and says where all of it is."""
    word = "ы" * 150
    lines = "".join(f"{word} {n} the the {word}\n\n" for n in range(3000))
    (tmp_path / "long.md").write_text(lines, encoding="utf-8")
    summary = tmp_path / "summary"
    summary.write_text("x" * 900_000)
    env = {"GITHUB_STEP_SUMMARY": str(summary), **GITHUB}
    run("check", "long.md", *ASKED, "--output-format", "github", env=env)
    text = summary.read_text(encoding="utf-8")

    assert 1_000_000 < len(text.encode()) <= 1024 * 1024
    found = re.search(r"… and ([\d,]+) more findings: \[all 3,000\]\((.*)\)", text)
    assert "https://github.com/o/r/actions/runs/7#artifacts" == found[2]
    rows = text.count("| minor |")
    assert 3000 == rows + int(found[1].replace(",", ""))


def test_earlier_is_not_audited(run, tmp_path):
    """A report to compare with is not read as a text."""
    folder = tmp_path / "locales"
    folder.mkdir()
    (folder / "en.md").write_text(WAS)
    run("check", "locales/en.md", *ASKED, "--output-format", "json:locales/old.json")
    asked = ("--earlier", "locales/old.json", "--output-format", "json")
    told = json.loads(run("check", ".", *ASKED, *asked).stdout)

    assert ["locales/en.md"] == [each["path"] for each in told["documents"]]
