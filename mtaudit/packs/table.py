"""Tables: TSV files beside the cards that use them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtaudit.kinds import Rows
from mtaudit.model import PackError


def read_table(path: Path, columns: Sequence[str]) -> Rows:
    """
    Return the rows of a TSV whose header is `columns`, without the header.

    Cells are taken as they are: there is no quoting. `PackError` with the line
    if the file is missing, is not UTF-8, or a row has another number of cells.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        hint = f"it is looked for in {path.parent}"
        raise PackError(f"there is no table “{path.name}”", hint=hint) from None
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"the table cannot be read: {error}", place=str(path)) from None
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    header, *rows = [tuple(line.split("\t")) for line in lines]
    if header != tuple(columns):
        raise PackError(
            f"the columns are {', '.join(header)}",
            place=f"{path}:1",
            hint=f"they should be {', '.join(columns)}, parted by tabs",
        )
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            message = f"{len(row)} cells in a table of {len(header)} columns"
            raise PackError(message, place=f"{path}:{number}")
    return tuple(rows)
