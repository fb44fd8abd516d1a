"""Layouts of repositories: where originals lie and where their translations do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from mtaudit.text.globs import Template
from mtaudit.text.language import matches
from mtaudit.text.tags import is_tag

ENGLISH = "en"
"""What originals are in where several languages are there and nothing is said."""

_NOT_LANGUAGES = frozenset({"as", "ie", "io", "ml", "my", "or", "os", "so", "to", "ts"})
"""Tags that files and folders of programs are called for another reason."""

_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
_HALF = 0.5


class Layout(NamedTuple):
    """A way in which files of several languages lie."""

    name: str
    """Whose way it is, or in words what it is like."""

    source: str | None
    """The template of originals; None where files hold their originals."""

    target: str
    """The template of translations, with ``{lang}`` in it."""

    source_language: str | None = None
    """As the paths spell it, if they do."""

    def languages(self, paths: Iterable[str]) -> dict[str, int]:
        """Return how many of `paths` are translations into each language."""
        target = Template(self.target, "/")
        source = Template(self.source, "/") if self.source else None
        counts: dict[str, int] = defaultdict(int)
        for path in paths:
            slots = target.match(f"/{path}")
            if slots is None or (
                self.source_language == slots["lang"]
                and source is not None
                and source.match(f"/{path}") is not None
            ):
                continue
            counts[slots["lang"]] += 1
        return dict(sorted(counts.items()))


class Tree(NamedTuple):
    """The files of a repository that can be read."""

    paths: Collection[str]
    """POSIX, from the root of the repository."""

    default: str | None = None
    """The language of the originals, if a file of settings says it."""


def layouts_of(tree: Tree) -> tuple[Layout, ...]:
    """
    Return the layouts of a repository, the more special ones first.

    A translation belongs to one layout: what one has taken, the next does not see.
    """
    found: list[Layout] = []
    left = {path for path in tree.paths if not re.search(r"[*?\[{\\]", path)}
    for detect in _DETECTORS:
        for layout in detect(tree._replace(paths=sorted(left))):
            target = Template(layout.target, "/")
            found.append(layout)
            left -= {path for path in left if target.match(f"/{path}")}
    return tuple(found)


def _docusaurus(tree: Tree) -> Iterator[Layout]:
    """Yield ``i18n/{lang}/docusaurus-plugin-content-…`` beside what it translates."""
    pattern = re.compile(
        rf"(?P<root>(?:.*/)?)i18n/{_TAG}/"
        r"(?P<plugin>docusaurus-plugin-content-(?:docs/current|blog|pages|docs))/.+"
    )
    sources = {
        "docs/current": "docs",
        "docs": "versioned_docs",
        "blog": "blog",
        "pages": "src/pages",
    }
    met = {
        (found["root"], found["plugin"])
        for path in tree.paths
        if (found := pattern.fullmatch(path))
    }
    # The folder of the current version lies inside that of all versions.
    for root, plugin in sorted(met, key=lambda each: (each[0], -len(each[1]))):
        folder = root + sources[plugin.rpartition("-")[2]]
        if any(path.startswith(f"{folder}/") for path in tree.paths):
            target = f"{root}i18n/{{lang}}/{plugin}/{{path}}"
            yield Layout("Docusaurus", f"{folder}/{{path}}", target)


def _gettext(tree: Tree) -> Iterator[Layout]:
    """Yield catalogues of gettext, which hold their originals."""
    for pattern, target in (
        (rf"(.*/|)({_TAG})/LC_MESSAGES/[^/]+\.po", "{lang}/LC_MESSAGES/{name}.po"),
        (rf"(.*/|)({_TAG})\.po", "{lang}.po"),
    ):
        found = (re.fullmatch(pattern, path) for path in tree.paths)
        roots = {match[1] for match in found if match and _is_language(match[2])}
        for root in sorted(roots):
            if not root.endswith("LC_MESSAGES/"):
                yield Layout("gettext", None, root + target)


def _android(tree: Tree) -> Iterator[Layout]:
    """Yield resources of Android, ``res/values-{lang}`` beside ``res/values``."""
    found = (re.fullmatch(rf"(.*/|)values-{_TAG}/[^/]+", path) for path in tree.paths)
    for root in sorted({match[1] for match in found if match}):
        if any(path.startswith(f"{root}values/") for path in tree.paths):
            target = f"{root}values-{{lang}}/{{name}}"
            yield Layout("Android", f"{root}values/{{name}}", target)


def _folders(tree: Tree) -> Iterator[Layout]:
    """Yield a folder for each language, with one for originals or without."""
    roots: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in tree.paths:
        *folders, _ = path.split("/")
        place = next((n for n, name in enumerate(folders) if _is_language(name)), None)
        if place is not None:
            root = "".join(f"{name}/" for name in folders[:place])
            inner = path[len(root) + len(folders[place]) + 1 :]
            roots[root][folders[place]].add(inner)
    for root, languages in sorted(roots.items()):
        language = _original_among(languages, tree.default)
        others = {
            inner
            for name, found in languages.items()
            if name != language
            for inner in found
        }
        target = f"{root}{{lang}}/{{path}}"
        if language is not None and others & languages[language]:
            source = f"{root}{language}/{{path}}"
            yield Layout("a folder for each language", source, target, language)
            continue
        base = _base(root, set().union(*languages.values()), set(tree.paths))
        if base is not None:
            yield Layout("a folder for each translation", f"{base}{{path}}", target)


def _base(root: str, inner: Collection[str], paths: Collection[str]) -> str | None:
    """Return the folder, itself with a slash, that has most of `inner` as well."""
    above = root.rstrip("/").rpartition("/")[0]
    for base in dict.fromkeys((root, f"{above}/" if above else "", "")):
        if sum(f"{base}{each}" in paths for each in inner) >= _HALF * len(inner):
            return base
    return None


def _suffixes(tree: Tree) -> Iterator[Layout]:
    """Yield ``README.{lang}.md`` beside ``README.md``, and whole folders of such."""
    whole = set(tree.paths)
    met: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for path in tree.paths:
        found = re.fullmatch(rf"(.*/|)([^/]+?)([._-])({_TAG})(\.\w+)", path)
        if found and _is_language(found[4]):
            folder, name, mark, _, ending = found.groups()
            if f"{folder}{name}{ending}" in whole:
                met[folder.partition("/")[0], mark, ending].add(f"{folder}{name}")
    for (top, mark, ending), names in sorted(met.items()):
        # Words parted by hyphens end in what could be a tag too often.
        if mark == "." and top and len(names) > 1:
            source, target = (
                f"{top}/{{path}}{ending}",
                f"{top}/{{path}}.{{lang}}{ending}",
            )
            yield Layout("a file for each translation", source, target)
            continue
        for name in sorted(names):
            target = f"{name}{mark}{{lang}}{ending}"
            yield Layout("a file for each translation", f"{name}{ending}", target)


def _names(tree: Tree) -> Iterator[Layout]:
    """Yield ``en.yml`` beside ``de.yml``, and ``app_en.arb`` beside ``app_de.arb``."""
    met: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(dict)
    for path in tree.paths:
        found = re.fullmatch(rf"(.*/|)([^/]+?[._-]|)({_TAG})(\.\w+)", path)
        if found is None:
            continue
        folder, name, language, ending = found.groups()
        if _is_language(name[:-1]) and is_tag(f"{name}{language}"):
            name, language = "", f"{name}{language}"  # “en-GB” is no “GB” of “en”
        if _is_language(language):
            # Words parted by hyphens end in what could be a tag too often.
            stem = f"{folder}{{name}}." if name.endswith(".") else f"{folder}{name}"
            met[stem, ending].setdefault(language, set()).add(path)
    for (stem, ending), languages in sorted(met.items()):
        language = _original_among(languages, tree.default)
        if language is not None:
            source, target = f"{stem}{language}{ending}", f"{stem}{{lang}}{ending}"
            yield Layout("a file for each language", source, target, language)


def _original_among(
    languages: Mapping[str, Collection[str]], default: str | None
) -> str | None:
    """
    Return the language of the originals; None where nothing tells which it is.

    It is the one that is said, else English, that of the United States before others,
    else the one with the most files.
    """
    if len(languages) < 2:  # noqa: PLR2004 -- one language is no translation
        return None
    for wanted in filter(None, (default, ENGLISH)):
        found = [name for name in languages if matches(name, wanted)]
        if found:
            return min(found, key=lambda name: (len(name), name[3:].upper() != "US"))
    first, second, *_ = sorted(languages, key=lambda name: -len(languages[name]))
    return first if len(languages[first]) > len(languages[second]) else None


def _is_language(name: str) -> bool:
    return is_tag(name) and name not in _NOT_LANGUAGES


_DETECTORS: tuple[Callable[[Tree], Iterator[Layout]], ...] = (
    _docusaurus,
    _gettext,
    _android,
    _folders,
    _suffixes,
    _names,
)
