"""Where packs are found: built in, in a folder, or in an installed distribution."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mtaudit.assets import asset_folder
from mtaudit.model import PackError
from mtaudit.text.nearest import nearest

ENTRY_POINTS = "mtaudit.packs"
"""The group under which a distribution names a folder or module with packs."""

_SUFFIXES = frozenset({".yaml", ".yml"})


class PackFolder(NamedTuple):
    """A folder whose cards make up one pack."""

    name: str
    path: Path
    trusted: bool


def all_packs(names: Iterable[str], root: str) -> list[PackFolder]:
    """Return the built-in packs, and those that a configuration in `root` names."""
    return [*built_in(), *find_packs(names, Path(root))]


def built_in() -> Iterator[PackFolder]:
    """Yield the packs that come with mtaudit, by name."""
    for path in sorted(asset_folder("rules").iterdir()):
        if path.is_dir():
            yield PackFolder(path.name, path, trusted=True)


def find_packs(wanted: Iterable[str], root: Path) -> Iterator[PackFolder]:
    """
    Yield the packs that `wanted` names.

    A name is a folder relative to `root`, or that of a distribution that
    announces itself under `ENTRY_POINTS`. A folder with cards in it is one
    pack; else each of its folders is one.
    """
    for name in wanted:
        folder = root / name
        if not folder.is_dir():
            folder = _installed(name)
        if any(each.suffix in _SUFFIXES for each in folder.iterdir()):
            yield PackFolder(folder.resolve().name, folder, trusted=False)
            continue
        for each in sorted(folder.iterdir()):
            if each.is_dir() and any(card_paths(each)):
                yield PackFolder(each.name, each, trusted=False)


def _installed(name: str) -> Path:
    """Return the folder of packs that the distribution `name` brings."""
    from importlib.metadata import entry_points
    from importlib.resources import files

    known = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean “{near}”?" if near else "give a folder, or install it"
        raise PackError(f"there is no pack “{name}”", hint=hint)
    return Path(str(files(known[name].value)))


def card_paths(folder: Path) -> Iterator[Path]:
    """Yield the cards of a pack, by name."""
    yield from sorted(each for each in folder.iterdir() if each.suffix in _SUFFIXES)
