"""The report that all reporters are shown."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture(scope="session")
def sample():
    """What report.py defines: REPORT, SINGLE and what they are made of."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("report.py"))))


@pytest.fixture(scope="session")
def golden(request):
    """Check a text against a golden file, or write the file with --update."""

    def check(name, seen):
        file = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(seen, encoding="utf-8", newline="")
        assert file.read_bytes().decode() == seen

    return check
