"""What a run loads: a hook waits for every module."""

from __future__ import annotations

import subprocess
import sys

import pytest

_WARM = """
__future__ ast binascii bisect collections contextlib copy copyreg dataclasses
dis enum errno fnmatch functools gc importlib inspect ipaddress itertools json
keyword linecache mtaudit ntpath opcode operator pathlib re reprlib token
tokenize types typing unicodedata urllib warnings weakref
"""

WARM = frozenset(_WARM.split())
"""What a run of a clean file may load that it recalls."""

COLD = WARM | {"heapq", "pyromark"}
"""What it may load besides where it has to audit the file."""

# The standard library's own modules load others from version to version.
REST = frozenset() if sys.version_info[:2] == (3, 11) else sys.stdlib_module_names
SCRIPT = """
import sys
before = {*sys.modules}
from mtaudit.cli.main import run
try:
    run()
finally:
    print(*{name.partition(".")[0] for name in {*sys.modules} - before})
"""


@pytest.fixture
def loaded(tmp_path):
    """Return a function that returns which modules a run of a clean file loads."""
    (tmp_path / "a.md").write_text(
        "# Harbor\n\nThe harbor is open.\n", encoding="utf-8"
    )

    def modules(*args):
        command = [sys.executable, "-c", SCRIPT, "check", "a.md", "--quiet", *args]
        command += ["--isolated", "--target-language", "en", "--cache-dir", "kept"]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        names = done.stdout.decode().split()
        return {name for name in names if not name.startswith("_") or "__" in name}

    modules()  # compiles the packs, for which much more is loaded
    return modules


@pytest.mark.skipif(sys.platform == "win32", reason="it needs modules of its own")
@pytest.mark.parametrize(
    ("args", "allowed"), [(["--no-cache"], COLD), ([], WARM)], ids=["cold", "warm"]
)
def test_modules(loaded, args, allowed):
    """A clean file needs no module but these; the command line's library is none."""
    assert set() == loaded(*args) - allowed - REST
