"""What is built can be installed, and audits a file that lies elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.registry


def _run(*command, cwd, home):
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    for name in ("SYSTEMROOT", "PIP_INDEX_URL", "PIP_CONFIG_FILE"):
        if name in os.environ:
            environment[name] = os.environ[name]
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return the folder with the wheel, made from the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    done = _run(
        sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder, home=folder
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return folder


def test_wheel_audits(built, tmp_path):
    """The wheel, alone in a new environment, finds and fixes; its packs are whole."""
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    (wheel,) = built.glob("*.whl")
    page = tmp_path / "page.md"
    page.write_text("During the run—up to the vote.\n", encoding="utf-8")

    installed = _run(
        binaries / "python",
        "-m",
        "pip",
        "install",
        "-q",
        wheel,
        cwd=tmp_path,
        home=tmp_path,
    )
    assert 0 == installed.returncode, installed.stderr
    checked = _run(
        binaries / "mtaudit", "check", "--target-language", "en", "--fix",
        "--output-format", "html:report.html", "page.md", cwd=tmp_path, home=tmp_path,
    )  # fmt: skip
    tested = _run(binaries / "mtaudit", "pack", "test", cwd=tmp_path, home=tmp_path)

    assert 0 == checked.returncode, checked.stderr
    assert "run-up" in page.read_text(encoding="utf-8")
    assert "<html" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert " 0 failed." in tested.stdout, tested.stdout + tested.stderr


def test_source_distribution(built):
    """The source holds what the tests and the wheel are made of."""
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}

    assert {"rules/names/places.tsv", "reports/report.html", "LICENSE"} <= names
    assert "mtaudit/py.typed" in names
    assert "seeds/floors.toml" in names
