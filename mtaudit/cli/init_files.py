"""The files that `mtaudit init` proposes, as text."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit import __version__


class Place(NamedTuple):
    """Where translations lie, as a configuration says it."""

    comment: str
    source: str | None
    """The template of originals; None where the files hold their originals."""

    target: str
    """The template of translations."""

    source_language: str | None
    target_language: str | None
    """None where the template has ``{lang}`` in it."""

    endings: tuple[str, ...]
    """Of the names of the files that are there."""

    languages: tuple[str, ...] = ()
    """The languages that are there, as paths spell them."""

    original: str | None = None
    """What ``{lang}`` would be in the path of an original, if it could be one."""

    @property
    def glob(self) -> str:
        """
        A glob for the translations.

        Where languages lie beside everything else they are named.
        """
        several = ",".join(self.languages)
        named = f"{{{several}}}" if len(self.languages) > 1 else several
        lang = named if self.target.startswith("{lang}") else "*"
        return _filled(self.target, name="*", path="**", lang=lang)

    def pattern(self) -> str:
        """Return a regular expression for the paths of translations."""
        lang = r"[A-Za-z]{2,3}(?:[-_]\w+)*"
        if self.original:
            lang = rf"(?!{re.escape(self.original)}[/.]){lang}"
        ending = "|".join(re.escape(each) for each in self.endings)
        ended = f"(?:{ending})" if self.target.endswith("}") else ""
        filled = _filled(re.escape(self.target), lang=lang, name=r"[^/]+", path=".+")
        return filled + ended


class Project(NamedTuple):
    """What init has found out about a repository."""

    places: tuple[Place, ...]
    vendored: tuple[str, ...]
    """Names of folders that hold other people's files."""

    endings: tuple[str, ...]
    """Of all files that can be read."""

    language: str | None
    """What the originals are in, if a file of settings says it."""


def config_text(project: Project) -> str:
    """Return ``mtaudit.toml``."""
    return "".join(f"{line}\n" for line in _config_lines(project))


def hook_text(project: Project) -> str:
    """Return ``.pre-commit-config.yaml``."""
    patterns = [place.pattern() for place in project.places]
    endings = "|".join(re.escape(each) for each in project.endings)
    files = "|".join(patterns) if patterns else rf".*(?:{endings})"
    return f"""\
repos:
  - repo: local
    hooks:
      - id: mtaudit
        name: mtaudit check
        entry: mtaudit check --force-exclude --no-progress
        language: system                # mtaudit must be on the PATH
        files: '^(?:{files})$'
        types: [text]
        require_serial: true
"""


def workflow_text() -> str:
    """Return a workflow of GitHub."""
    return f"""\
name: mtaudit
on: pull_request
permissions:
  contents: read
jobs:
  mtaudit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0                # for --since
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      # Or from where you have it: a checkout, an address of Git.
      - run: python -m pip install "mtaudit=={__version__}"
      - run: mtaudit check --since "origin/$BASE" --output-format github
        env:
          BASE: ${{{{ github.base_ref }}}}
"""


def _config_lines(project: Project) -> Iterator[str]:
    yield "# Every key is described by: mtaudit config"
    if not project.places:
        yield '# source-language = "en"'
        yield '# target-language = "de"'
    if project.language:
        yield f"source-language = {_toml(project.language)}"
    if project.places:
        globs = dict.fromkeys(place.glob for place in project.places)
        yield "include = ["
        yield from (f"    {_toml(glob)}," for glob in globs)
        yield "]"
    if project.vendored:
        yield f"exclude = {_toml([*project.vendored])}"
    held = [place for place in project.places if place.source is None]
    if held:
        patterns = [place.target for place in held]
        yield ""
        yield "[language-from-path]"
        yield f"patterns = {_toml(patterns)}"
    for place in project.places:
        if place.source is not None:
            yield from _translation(place)


def _translation(place: Place) -> Iterator[str]:
    """Yield a table of ``[[translations]]``."""
    yield ""
    yield f"[[translations]]  # {place.comment}"
    yield f"source = {_toml(place.source)}"
    yield f"target = {_toml(place.target)}"
    if place.source_language:
        yield f"source-language = {_toml(place.source_language)}"
    if place.target_language:
        yield f"target-language = {_toml(place.target_language)}"


def _toml(value: object) -> str:
    """Return a string or a list of such as TOML has it; JSON's spelling is the same."""
    return json.dumps(value, ensure_ascii=False)


def _filled(template: str, **slots: str) -> str:
    """Return `template` with its placeholders, escaped or not, filled."""
    for name, text in slots.items():
        escaped = re.escape(f"{{{name}}}")
        template = template.replace(escaped, text).replace(f"{{{name}}}", text)
    return template
