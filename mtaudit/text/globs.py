"""
Globs over POSIX paths, and templates such as ``content/{lang}/{path}``.

``*`` and ``?`` stay inside a folder, ``**`` does not; ``[ab]`` and ``{a,b}`` are
choices. A glob without a slash is a name at any depth, any other one is a path
from a root folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache

PLACEHOLDERS = {
    "path": "(?P<path>.+)",
    "name": "(?P<name>[^/]+)",
    "lang": "(?P<lang>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)",
}
"""What may stand in braces in a template: a relative path, a part of one, a tag."""

_PARTS = r"""(?xs)
    (?P<below>    /\*\*/?\Z          ) |
    (?P<folders>  (?<![^/])(?:\*\*/)+ ) |
    (?P<any>      \*\*+              ) |
    (?P<name>     \*                 ) |
    (?P<one>      \?                 ) |
    (?P<set>      \[!?\]?[^\]/]*\]   ) |
    (?P<choice>   \{[^{}]*\}         ) |
    (?P<char>     .                  )
"""
"""The parts of a glob; compiled when there is one, as mostly there is none."""

_FIXED = {
    "below": "/.+",
    "folders": "(?:[^/]+/)*",
    "any": ".*",
    "name": "[^/]*",
    "one": "[^/]",
}


class Globs:
    """Several globs that share a root folder, asked about absolute paths."""

    def __init__(self, globs: Sequence[str], root: str) -> None:
        self._root = posix(root).rstrip("/")
        patterns = [_anchored(glob, self._root) for glob in globs]
        self._pattern = re.compile("|".join(patterns) or r"(?!)", re.DOTALL)

    def match(self, path: str) -> bool:
        """Whether a glob names `path` itself."""
        return self._pattern.fullmatch(posix(path)) is not None

    def covers(self, path: str) -> bool:
        """Whether a glob names `path` or a folder between it and the root."""
        path = posix(path)
        while path not in (self._root, ""):
            if self._pattern.fullmatch(path):
                return True
            path = path.rpartition("/")[0]
            if not path.startswith(f"{self._root}/"):
                return False
        return False


class Template:
    """A path with ``{path}``, ``{name}`` or ``{lang}`` in it, from a root folder."""

    def __init__(self, template: str, root: str) -> None:
        self._said = template
        self._root = posix(root).rstrip("/")
        self._pattern = re.compile(
            _rooted(template, self._root, template=True), re.DOTALL
        )
        self.fixed = len(re.sub(r"\{\w+\}|[*?]", "", template))
        """How many characters of a path are said; the more, the surer a match."""

    @property
    def folder(self) -> str:
        """The folder, absolute, that everything the template comes to lies in."""
        fixed = re.split(r"[*?\[{]", self._said, maxsplit=1)[0]
        path = os.path.join(self._root, fixed.rpartition("/")[0])
        return posix(os.path.normpath(path))

    def match(self, path: str) -> dict[str, str] | None:
        """Return what the placeholders stand for in `path`; None if it is another."""
        found = self._pattern.fullmatch(posix(path))
        return None if found is None else found.groupdict()

    def fill(self, slots: Mapping[str, str]) -> str | None:
        """
        Return the path that the template comes to, absolute.

        None if a placeholder has no slot, or if it is a glob of many paths.
        """
        try:
            path = re.sub(r"\{(\w+)\}", lambda match: slots[match[1]], self._said)
        except KeyError:
            return None
        if re.search(r"[*?\[{]", re.sub(r"\{\w+\}", "", self._said)):
            return None
        return posix(os.path.normpath(os.path.join(self._root, path)))


def posix(path: str) -> str:
    """Return `path` with slashes, whatever the system writes."""
    return path if os.sep == "/" else path.replace(os.sep, "/")


def literal(path: str) -> str:
    """Return a glob that matches `path` only."""
    return re.sub(r"[*?\[{]", r"[\g<0>]", path)


def _anchored(glob: str, root: str) -> str:
    """Return the source of a pattern for absolute paths."""
    glob = glob.rstrip("/") or glob
    if "/" not in glob and glob not in ("**", ".", ".."):
        return f".*/{_source(glob)}"
    return _rooted(glob, root)


def _rooted(glob: str, root: str, *, template: bool = False) -> str:
    """Return the source of a pattern for `glob` as a path from `root`."""
    if os.path.isabs(glob):
        return _source(posix(glob), template=template)
    while glob.startswith(("./", "../")):
        step, _, glob = glob.partition("/")
        root = root.rpartition("/")[0] if step == ".." else root
    return f"{re.escape(root)}/{_source(glob, template=template)}"


@cache
def _source(glob: str, *, template: bool = False) -> str:
    """Return the source of a pattern that matches what `glob` does."""
    seen: set[str] = set()
    parts: list[str] = []
    for token in re.finditer(_PARTS, glob):
        name, text = token.lastgroup or "char", token.group()
        if template and name == "choice" and text[1:-1] in PLACEHOLDERS:
            parts.append(_placeholder(text[1:-1], seen))
        else:
            parts.append(_FIXED.get(name) or _variable(name, text))
    return "".join(parts)


def _placeholder(name: str, seen: set[str]) -> str:
    """Return a named group, and after the first time the same text again."""
    if name in seen:
        return f"(?P={name})"
    seen.add(name)
    return PLACEHOLDERS[name]


def _variable(name: str, text: str) -> str:
    """Return the pattern of a token that carries text of its own."""
    if name == "set":
        inner = text[1:-1].replace("\\", r"\\").replace("[", r"\[")
        negated = inner.startswith("!")
        inner = inner.removeprefix("!").replace("^", r"\^").replace("]", r"\]")
        pattern = f"[^/{inner}]" if negated else f"[{inner}]"
        return pattern if _compiles(pattern) else re.escape(text)
    if name == "choice":
        return f"(?:{'|'.join(_source(part) for part in text[1:-1].split(','))})"
    return re.escape(text)


def _compiles(pattern: str) -> bool:
    """Whether `pattern` is one; ``[z-a]`` is not."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
