"""A way to run the command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    """Return a function that runs mtaudit in the test's own folder."""

    def run_in_folder(*args, stdin=b"", env=None, cwd=None):
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "home"),
            "XDG_CACHE_HOME": os.environ.get("MTAUDIT_TEST_CACHE", str(tmp_path / "c")),
            "PYTHONUTF8": "0",
            **(env or {}),
        }
        for name in ("SYSTEMROOT", "LOCALAPPDATA"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.run(
            [sys.executable, "-m", "mtaudit", *map(str, args)],
            cwd=cwd or tmp_path,
            input=stdin,
            env=environment,
            capture_output=True,
            check=False,
            timeout=120,
        )

    return run_in_folder


@pytest.fixture
def git(tmp_path):
    """Return a function that runs Git in the test's own repository."""
    environment = {
        **os.environ,
        "HOME": str(tmp_path / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    for side in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{side}_NAME": "A", f"GIT_{side}_EMAIL": "a@example.org"}

    def run_git(*args, cwd=None):
        return subprocess.run(
            ["git", *args],
            cwd=cwd or tmp_path / "site",
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    return run_git


@pytest.fixture(scope="session", autouse=True)
def _shared_cache(tmp_path_factory):
    """Compile the packs once for all tests, not once for each."""
    os.environ["MTAUDIT_TEST_CACHE"] = str(tmp_path_factory.getbasetemp() / "cache")
