"""`mtaudit init`: look at a repository and write what an audit of it needs."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mtaudit.api import Session
from mtaudit.cli.init_files import Place, Project, config_text, hook_text, workflow_text
from mtaudit.config.files import NAMES, PYPROJECT, closest_in
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.discover import File
from mtaudit.engine.languages import languages_of
from mtaudit.engine.layouts import Layout, Tree, layouts_of
from mtaudit.engine.read import read
from mtaudit.formats import FORMATS
from mtaudit.model import MtauditError, UsageError
from mtaudit.reporters.summary import listed
from mtaudit.text.display import visible
from mtaudit.text.globs import Template
from mtaudit.text.tags import is_tag

_DEFAULTS = (
    ("hugo.*", r"defaultContentLanguage\W+([\w-]+)"),
    ("config.*", r"defaultContentLanguage\W+([\w-]+)"),
    ("config/_default/*.*", r"defaultContentLanguage\W+([\w-]+)"),
    ("*.config.*", r"""defaultLocale\W+([\w-]+)"""),
    ("config/application.rb", r"default_locale\s*=\W+([\w-]+)"),
    ("l10n.yaml", r"template-arb-file:.*_([A-Za-z]+)\.arb"),
)
"""Files of settings that say what the originals are in, and how they say it."""

_VENDORED = frozenset(
    """
    3rdparty Pods bower_components deps extern external out public site target themes
    third-party third_party vendor vendored
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""Folders of other people's files, or of what a build makes."""

_LONGEST = 200_000
"""Bytes of a file of settings that are looked at."""

_LISTED = 6
"""Of more languages than this, the rest is counted."""

_RARE = re.compile(r"[a-z]{3}(?:-[A-Za-z]+)?")
_MANY = 5
"""So many known languages to one that is not make it a rare language."""

_SAMPLE = 5
"""So many originals are read to learn their language."""


class Proposal(NamedTuple):
    """A file that init would write."""

    path: str
    text: str
    left: str | None = None
    """Why it is left as it is, if it is."""


def propose(original: str | None = None, *, dry_run: bool, yes: bool) -> None:
    """
    Propose files, and write those that are not there yet.

    `original` is the language of originals; else a file of settings may say it.
    """
    session = Session(Configurations(".", CommandLine(isolated=True), formats=FORMATS))
    project = _Survey(session, original or _default_language()).project()
    proposals = [*_proposals(project)]
    new = [each for each in proposals if each.left is None]
    names = ", ".join(each.path for each in new)
    asks = bool(new) and not (dry_run or yes) and _is_terminal()
    is_written = bool(new) and not (dry_run or asks)
    if is_written:
        # Before a word is said: whoever reads may stop at the first page.
        _write(new)
    _tell(project, proposals)
    if asks and _is_agreed(names):
        _write(new)
        is_written = True
    if is_written:
        print(f"Wrote {names}. Next: mtaudit check")
    elif dry_run and new:
        print(f"Would write {names}.")
    else:
        print("Wrote nothing." if new else "Nothing to write.")


class _Survey:
    """A look at the files of a repository."""

    def __init__(self, session: Session, default: str | None) -> None:
        self._session = session
        self._files = session.find(["."]).files
        self._paths = [file.path for file in self._files]
        self._default = default

    def project(self) -> Project:
        """Return what there is to say of the repository."""
        layouts = layouts_of(Tree(self._paths, self._default))
        places = [place for layout in layouts for place in self._places(layout)]
        folders = {name for path in self._paths for name in path.split("/")[:-1]}
        own = {name for place in places for name in place.target.split("/")}
        return Project(
            tuple(places),
            tuple(sorted(folders & _VENDORED - own)),
            tuple(sorted({Path(path).suffix for path in self._paths} - {""})),
            self._default,
        )

    def _places(self, layout: Layout) -> Iterator[Place]:
        """
        Yield a layout as the configuration says it.

        A folder that only looks like a language, ``docs/api``, means that the
        languages have to be said one by one, but for few among very many.
        """
        counts = layout.languages(self._paths)
        real = {name: count for name, count in counts.items() if is_tag(name)}
        endings = self._endings(layout)
        language = layout.source_language or self._default or self._guessed(layout)
        place = Place(
            f"{layout.name}: {_listed(real)}",
            layout.source,
            layout.target,
            language and language.replace("_", "-"),
            None,
            endings,
            tuple(real),
            layout.source_language,
        )
        others = counts.keys() - real.keys()
        if len(real) >= _MANY * len(others) and all(map(_RARE.fullmatch, others)):
            yield place
            return
        for name, count in real.items():
            yield place._replace(
                comment=f"{layout.name}: {_listed({name: count})}",
                target=layout.target.replace("{lang}", name),
                target_language=name.replace("_", "-"),
            )

    def _endings(self, layout: Layout) -> tuple[str, ...]:
        target = Template(layout.target, "/")
        found = (path for path in self._paths if target.match(f"/{path}"))
        return tuple(sorted({Path(path).suffix for path in found}))

    def _guessed(self, layout: Layout) -> str | None:
        """Return the language that some originals are in, if they show it."""
        if layout.source is None:
            return None
        source, target = Template(layout.source, "/"), Template(layout.target, "/")
        originals = [
            file
            for file in self._files
            if source.match(f"/{file.path}") is not None
            and target.match(f"/{file.path}") is None
        ]
        found = map(self._language_of, originals[:_SAMPLE])
        return next(filter(None, found), None)

    def _language_of(self, file: File) -> str | None:
        settings = self._session.configurations.for_file(file.path)
        try:
            auditor = self._session.auditor(settings)
            document = auditor.parse(file.path, read(file.path).text, file.format)
        except MtauditError:
            return None
        return languages_of(document, settings).target


def _default_language() -> str | None:
    """Return the language of originals that a file of settings names."""
    for glob, pattern in _DEFAULTS:
        for path in sorted(Path().glob(glob)):
            if path.is_file() and path.stat().st_size <= _LONGEST:
                text = path.read_text(encoding="utf-8", errors="replace")
                found = re.search(pattern, text)
                if found and is_tag(found[1]):
                    return found[1]
    return None


def _proposals(project: Project) -> Iterator[Proposal]:
    """Yield the files that the repository could have."""
    yield _config(project)
    if not _is_root():
        return
    if (hooks := Path(".pre-commit-config.yaml")).exists():
        yield _kept(hooks, hook_text(project))
    else:
        yield Proposal(str(hooks), hook_text(project))
    if Path(".gitlab-ci.yml").exists() and not Path(".github").exists():
        return
    workflow = Path(".github/workflows/mtaudit.yml")
    left = "it is there" if workflow.exists() else None
    yield Proposal(workflow.as_posix(), workflow_text(), left)


def _is_root() -> bool:
    """Whether this is no folder inside a repository, where hooks have no place."""
    here = Path.cwd()
    tops = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
    return next(tops, here) == here


def _config(project: Project) -> Proposal:
    """Return the proposal of a configuration, left alone if there is one."""
    there = next((name for name in (*NAMES, PYPROJECT) if Path(name).exists()), None)
    is_configured = there in NAMES or closest_in(str(Path.cwd()), ".") is not None
    if there and is_configured:
        return Proposal(there, config_text(project), "it has a configuration")
    return Proposal(NAMES[-1], config_text(project))


def _kept(path: Path, text: str) -> Proposal:
    """Return the proposal of hooks where there are some already."""
    has_it = "mtaudit" in path.read_text(encoding="utf-8", errors="replace")
    reason = "it has mtaudit" if has_it else "it is there; add the hook by hand"
    return Proposal(str(path), text, reason)


def _tell(project: Project, proposals: Sequence[Proposal]) -> None:
    """Print what was found and what is proposed."""
    for place in project.places:
        held = place.source or "with their originals inside"
        print(visible(f"Found {place.comment}"))
        print(visible(f"  {held} → {place.target}"))
    if not _is_root():
        print("This is inside a repository; hooks and workflows belong at its root.")
    if not project.places:
        print("Found no layout of translations that is known here.")
    for proposal in proposals:
        print(
            f"\n{proposal.path}"
            + (f" (left: {proposal.left})" if proposal.left else "")
        )
        for line in proposal.text.splitlines():
            print(f"    {visible(line)}".rstrip())
    print()


def _is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _is_agreed(names: str) -> bool:
    """Whether somebody agrees."""
    return input(f"Write {names}? [Y/n] ").strip().lower() in {"", "y", "yes"}


def _write(proposals: Iterable[Proposal]) -> None:
    """Write files that are not there; one that came meanwhile is an error."""
    for proposal in proposals:
        path = Path(proposal.path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(proposal.text)
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from None


def _listed(languages: dict[str, int]) -> str:
    """Return languages with their numbers of files: ``de (12) and fr (9)``."""
    words = [f"{name} ({count:,})" for name, count in languages.items()]
    if not words:
        return "no translation yet"
    if len(words) > _LISTED:
        words[_LISTED:] = [f"{len(words) - _LISTED:,} more"]
    return listed(words)
