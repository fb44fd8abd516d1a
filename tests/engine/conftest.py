"""What tests of files need: a folder for all, and a user with no powers."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

POWERLESS = """
import os, resource, sys
from mtaudit.config.load import Configurations
from mtaudit.engine.discover import discover
from mtaudit.engine.read import read
from mtaudit.engine.write import write
from mtaudit.model import MtauditError
if hasattr(os, "getuid") and os.getuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
"""
"""Permissions do not bind root, whom tests may run as."""


@pytest.fixture
def open_folder():
    """A folder that any user can reach; those of pytest are for their owner."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.fixture
def run_powerless():
    """Run a script as a user whom permissions bind; return what it prints."""
    if sys.platform == "win32":
        pytest.skip("permissions are another thing on Windows")

    def run(script, folder):
        command = [sys.executable, "-c", POWERLESS + script]
        ran = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert "" == ran.stderr
        return ran.stdout.rstrip("\n")

    return run
