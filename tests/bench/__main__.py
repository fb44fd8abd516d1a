"""
Time mtaudit beside its peers and write docs/performance.md.

    python -m tests.bench [--scale 0.1] [--peers FOLDER]

Peers are installed into FOLDER, build/bench if it is not given, and stay there.
`--scale` makes the corpora smaller, for a look; the page says what it was.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from tests.bench.corpus import ROOT
from tests.bench.page import page_of
from tests.bench.peers import Peers
from tests.bench.tables import Bench

PAGE = ROOT / "docs" / "performance.md"


def main() -> None:
    """Install the peers, run every table, write the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--peers", type=Path, default=ROOT / "build" / "bench")
    said = parser.parse_args()
    # Without bytecode every start would compile all modules anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    peers = Peers(said.peers.absolute())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(peers, Path(folder), said.scale)
        text = page_of(bench.tables(), peers.missing, said.scale)
    PAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
