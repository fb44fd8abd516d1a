"""
The command line as a user calls it.

A case is ``cases/NAME.toml`` with ``args``, ``stdin``, ``status``, ``stdout`` and
``stderr`` (each a list of strings that must occur, or a whole text), and the
folder ``cases/NAME.in`` that it runs in. ``after`` maps files to what they hold
afterwards.
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, run, tmp_path):
    """A command line gives the output, the files and the exit code of its case."""
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    folder = tmp_path / "in"
    source = path.with_suffix(".in")
    if source.is_dir():
        shutil.copytree(source, folder)
    else:
        folder.mkdir()
    for name, text in case.get("files", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))

    done = run(*case["args"], stdin=case.get("stdin", "").encode("utf-8"), cwd=folder)

    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert case.get("status", 0) == done.returncode, out + err
    _check(case.get("stdout"), out)
    _check(case.get("stderr"), err)
    for name, text in case.get("after", {}).items():
        assert text == (folder / name).read_bytes().decode("utf-8")


def _check(expected, text):
    """Assert that a stream is as expected: equal to a text, or holding a list's."""
    if expected is None:
        return
    if isinstance(expected, str):
        assert expected == text
        return
    for part in expected:
        assert part in text, f"{part!r} is not in:\n{text}"


def test_there_are_cases():
    """The folder of cases was found."""
    assert len(CASES) > 10
