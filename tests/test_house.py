"""The limits that keep the house small enough to read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "mtaudit").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "handler", "data", "info"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(tree: ast.AST) -> Iterator[Function]:
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def _length(function: Function) -> int:
    """Return how many lines the body of a function has, without its docstring."""
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_module(path):
    """A module is short, opens by saying what lives in it, and has short functions."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)

    assert ast.get_docstring(tree), "no first line that says what lives here"
    assert text.count("\n") <= LONGEST_FILE
    assert {} == {
        function.name: _length(function)
        for function in _functions(tree)
        if _length(function) > LONGEST_FUNCTION
    }


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_module_name(path):
    """A module is named for what it holds."""
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_ignores_have_reasons(path):
    """An ignored complaint has its code and the reason for ignoring it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if "# type: ignore" in line:
            assert re.search(r"# type: ignore\[[\w-]+\]  # \w", line), line
        if "# noqa" in line:
            assert re.search(r"# noqa: [A-Z]+\d+(, [A-Z]+\d+)* -- \w", line), line


def test_only_the_rim_prints():
    """Nothing below the command line prints."""
    printing = {
        _id(path)
        for path in MODULES
        if "cli" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }

    assert set() == printing
