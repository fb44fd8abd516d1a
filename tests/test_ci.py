"""What other systems call: hooks, the action, the GitLab job."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mtaudit.formats import FORMATS

ROOT = Path(__file__).parents[1]
DASH = "\N{EM DASH}"
DATA = {
    *(".json", ".jsonc", ".json5", ".yaml", ".yml", ".toml", ".csv", ".tsv"),
    *(".properties", ".xml", ".php", ".js", ".ts"),
}
"""Endings of files that are seldom prose: hooks pass over them."""

BINARY = {".docx", ".epub"}
"""Endings that `types: [text]` keeps from a hook."""


def loaded(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path):
    """A folder with a page in which one thing is found."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.md").write_text(
        f"The ferry left with non{DASH}military observers on board.\n"
    )
    return tmp_path / "site"


def environment(tmp_path, **more):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "XDG_CACHE_HOME": str(tmp_path / "c"), **more}


def run_step(script, folder, **env):
    """Run a script as GitHub's runner does: from a file, with these options."""
    file = folder.parent / "step.sh"
    file.write_text(script)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)],
        cwd=folder,
        env=environment(folder.parent, **env),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_hooks_pass_files_that_are_read(request):
    """Hooks get the files whose formats are known, data left out; --update says so."""
    endings = {ending for each in FORMATS.values() for ending in each} - DATA - BINARY
    pattern = rf"(?i)({'|'.join(map(re.escape, sorted(endings)))})$"
    path = ROOT / ".pre-commit-hooks.yaml"
    if request.config.getoption("--update"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"(?m)^  files: .*", lambda _: f"  files: {pattern}", text),
            encoding="utf-8",
        )

    hooks = loaded(".pre-commit-hooks.yaml")

    assert [pattern, pattern, None] == [hook.get("files") for hook in hooks]


def test_hooks_as_they_are_called(folder):
    """The entries of the hooks are commands that work, on the file names they get."""
    for hook in loaded(".pre-commit-hooks.yaml"):
        names = [] if hook.get("pass_filenames") is False else ["page.md"]
        done = run_step(" ".join([hook["entry"], *hook["args"], *names]), folder)
        assert 0 == done.returncode, done.stderr


def action_step(name):
    steps = loaded("action.yml")["runs"]["steps"]
    return next(step for step in steps if step.get("name") == name)


@pytest.mark.parametrize(
    ("fail_on", "code"), [("minor", 1), ("", 0)], ids=["fails", "passes"]
)
def test_action(fail_on, code, folder):
    """The audit of the action makes four reports in one run, and keeps the code."""
    step = action_step("Audit")
    inputs = loaded("action.yml")["inputs"]
    given = {
        name: re.sub(
            r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]]["default"], value
        )
        for name, value in step["env"].items()
    }
    output, summary = folder.parent / "output", folder.parent / "summary"
    given |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    given |= {"FAIL_ON": fail_on, "PATHS": "page.md\n", "ARGUMENTS": "--select\nen\n"}

    done = run_step(step["run"], folder, **given)

    assert code == done.returncode, done.stderr
    assert f"exit-code={code}\n" == output.read_text()
    assert done.stdout.startswith("::warning file=page.md,")
    assert summary.read_text().startswith("## mtaudit")
    assert json.loads((folder / "mtaudit.sarif").read_text())["runs"][0]["results"]
    assert (folder / "mtaudit.html").exists()


def test_action_takes_inputs_as_text(folder):
    """An input is never part of a script, and so never a command."""
    for step in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    given = {"PATHS": "$(touch pwned)", "SINCE": "", "FAIL_ON": "", "ARGUMENTS": ""}
    given |= {"SARIF": "a.sarif", "HTML": "a.html"}
    given["GITHUB_OUTPUT"] = str(folder.parent / "output")

    done = run_step(action_step("Audit")["run"], folder, **given)

    assert 2 == done.returncode
    assert not (folder / "pwned").exists()


def test_gitlab_job(folder):
    """The script of the GitLab job makes the reports that the job says it has."""
    job = loaded("ci/gitlab.yml")["mtaudit"]

    done = run_step("\n".join(job["script"]), folder, **job["variables"])

    assert 0 == done.returncode, done.stderr
    reports = job["artifacts"]["reports"]
    for name in (*reports.values(), *job["artifacts"]["paths"]):
        assert (folder / name).exists()
    (entry,) = json.loads((folder / reports["codequality"]).read_text())
    assert "page.md" == entry["location"]["path"]


@pytest.mark.registry
def test_real_pre_commit(tmp_path):
    """pre-commit installs the hook from a checkout and runs it on 2,000 files."""
    hooks, site = tmp_path / "hooks", tmp_path / "site"
    _copy_project(hooks)
    site.mkdir()
    _git(site, "init", "-q")
    name = "a-name-that-is-long-enough-to-fill-a-command-line-in-no-time-at-all"
    for number in range(2000):
        text = "Old text.\n" if number > 300 else f"An old non{DASH}military text.\n"
        (site / f"{name}-{number}.md").write_text(text)
    config = {
        "repos": [
            {
                "repo": str(hooks),
                "rev": _git(hooks, "rev-parse", "HEAD").strip(),
                "hooks": [{"id": "mtaudit", "args": _ARGS}, {"id": "mtaudit-fix"}],
            }
        ]
    }
    (site / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (site / "mtaudit.toml").write_text('target-language = "en"\n')
    subprocess.run(
        [sys.executable, "-m", "mtaudit", "baseline", "create"], cwd=site, check=True
    )
    _git(site, "add", "-A")
    assert 0 == _pre_commit(site, "mtaudit", tmp_path).returncode
    for number in (1, 1000, 1999):
        with (site / f"{name}-{number}.md").open("a") as file:
            file.write(f"\nA new anti{DASH}war line.\n")

    done = _pre_commit(site, "mtaudit", tmp_path)

    assert 1 == done.returncode
    assert 3 == done.stdout.count(f"anti{DASH}war")
    assert f"non{DASH}military" not in done.stdout
    assert 1 == _pre_commit(site, "mtaudit-fix", tmp_path).returncode
    assert "anti-war" in (site / f"{name}-1999.md").read_text()
    assert f"non{DASH}military" in (site / f"{name}-1.md").read_text()


_ARGS = [
    "--fail-on=minor",
    "--output-format=concise",
    "--quiet",
    "--target-language=en",
]


def _git(folder, *args):
    identity = [
        *("-c", "user.name=A", "-c", "user.email=a@example.org"),
        *("-c", "commit.gpgsign=false"),
    ]
    return subprocess.run(
        ["git", *identity, *args],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def _copy_project(target):
    """Make a repository of the project as it is here, committed or not."""
    listed = _git(ROOT, "ls-files", "-z", "--", ".", ":!tests", ":!seeds")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    _git(target, "init", "-q")
    _git(target, "add", "-A")
    _git(target, "commit", "-qm", "as it is")


def _pre_commit(site, hook, tmp_path):
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", hook, "--all-files"],
        cwd=site,
        env=environment(tmp_path, **home),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=900,
    )
