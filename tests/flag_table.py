"""The table of the flags of `mtaudit check`, made from the options that Typer has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from mtaudit.cli.app import app


def flag_table() -> str:
    """Return the module `mtaudit.cli.flag_table`."""
    check = check_command()
    options = [each for each in check.params if each.param_type_name == "option"]
    context = check.make_context("check", [])
    variables = sorted({each.envvar for each in options if each.envvar})
    tables = (
        ("DEFAULTS", context.params),
        ("SWITCHES", dict(_switches(options))),
        ("VALUES", dict(_values(options))),
        ("VARIABLES", ("_MTAUDIT_COMPLETE", *variables)),
    )
    lines = [
        '"""What `mtaudit check` takes: made of its options by `make update`."""',
        "",
        "from typing import Any",
    ]
    for name, table in tables:
        lines += ["", *_lines(name, table)]
    return "\n".join(lines) + "\n"


def check_command() -> Any:
    """Return `mtaudit check` as Typer has it."""
    return typer.main.get_command(app).commands["check"]


def _switches(options: list[Any]) -> Iterator[tuple[str, tuple[str, bool]]]:
    for each in options:
        if each.is_flag:
            yield from ((name, (each.name, True)) for name in each.opts)
            yield from ((name, (each.name, False)) for name in each.secondary_opts)


def _values(options: list[Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    for each in options:
        sort = _sort_of(each)
        if sort is not None:
            yield from ((name, (each.name, sort)) for name in each.opts)


def _sort_of(option: Any) -> str | None:
    """Return what an option takes, or None if only Typer can say."""
    kind = option.type
    if option.is_flag or option.nargs != 1 or option.callback is not None:
        return None
    if kind.name == "str":
        return "list" if option.multiple else "text"
    is_plain = kind.name == "int range" and (kind.min, kind.max) == (0, None)
    return "number" if is_plain and not option.multiple else None


def _lines(name: str, table: Any) -> Iterator[str]:
    if isinstance(table, tuple):
        yield f"{name} = {_said(table)}"
        return
    yield f"{name}: dict[str, Any] = {{"
    yield from (f"    {_said(key)}: {_said(value)}," for key, value in table.items())
    yield "}"


def _said(value: object) -> str:
    return repr(value).replace("'", '"')
