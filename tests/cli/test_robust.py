"""What cannot be audited is said in a sentence, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from gzip import compress

import pytest


def _said(done):
    """Return standard error, which holds one paragraph and no traceback."""
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert said.count("\n") <= 3, said
    return said


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param(
            "a.md", b"Caf\xe9.\n", "byte 0xe9 at offset 3 (line 1)", id="Latin-1"
        ),
        pytest.param("a.md", b"A\0B\n", "NUL", id="NUL byte"),
        pytest.param("a.md", b"x" * 50_000_000, "32 MiB", id="50 MB line"),
        pytest.param("a.md", b"x" * 2_000_000, "2,000,000 characters", id="2 MB line"),
    ],
)
def test_content(run, tmp_path, name, content, sentence):
    """A named file that cannot be audited: exit 2; a found one is counted only."""
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / name).write_bytes(content)

    named, found = run("check", name, cwd=folder), run("check", ".", cwd=folder)
    strict = run("check", "--strict-collection", ".", cwd=folder)

    assert 2 == named.returncode
    assert sentence in _said(named)
    assert 0 == found.returncode
    if b"\0" not in content:
        assert 2 == strict.returncode


def test_size_is_configured(run, tmp_path):
    """The largest size is a matter of the configuration, unpacked text included."""
    (tmp_path / "mtaudit.toml").write_text("max-file-size = 1\n", encoding="utf-8")
    text = b"Ships lie at the pier.\n\n" * 50_000
    (tmp_path / "a.md").write_bytes(text)
    (tmp_path / "b.md.gz").write_bytes(compress(text))

    refused = run("check", "a.md", "b.md.gz", "-q", "--fix")
    (tmp_path / "mtaudit.toml").write_text("max-file-size = 2\n", encoding="utf-8")
    read = run("check", "a.md", "b.md.gz", "-q")

    assert 2 == refused.returncode
    assert 2 == refused.stderr.decode().count("is larger than 1 MiB, the limit")
    assert 0 == read.returncode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system")
def test_fifo(run, tmp_path):
    """A pipe is refused, not waited for."""
    os.mkfifo(tmp_path / "pipe.md")

    done = run("check", "pipe.md")

    assert 2 == done.returncode
    assert "pipe.md" in _said(done)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything"
)
def test_unreadable(run, tmp_path):
    """A file that may not be read is a failure that says so."""
    (tmp_path / "a.md").write_text("Text.\n", encoding="utf-8")
    (tmp_path / "a.md").chmod(0)

    assert 2 == run("check", "a.md").returncode


@pytest.mark.skipif(sys.platform == "win32", reason="sizes of files have no limit")
def test_cannot_be_written(run, tmp_path):
    """A file that cannot be written: its path, once, and the reason; exit 2."""
    import resource

    text = "During the run—up to the vote, prices rose.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        done = run("check", "--target-language", "en", "--fix", ".", cwd=tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    reason = "the file could not be written: File too large; it is as it was"
    assert f"error: a.md: {reason}" == _said(done).splitlines()[-1]
    assert 2 == done.returncode
    assert text == (tmp_path / "a.md").read_text(encoding="utf-8")


def test_hostile_pattern_is_bounded(run, tmp_path):
    """A pattern that slips through the check is stopped, and its rule is named."""
    (tmp_path / "house").mkdir()
    (tmp_path / "mtaudit.toml").write_text('packs = ["house"]\n', encoding="utf-8")
    card = (
        'kind: existence\nmessage: "“{match}” is wrong"\nseverity: minor\n'
        "category: style\nconfidence: high\nwhy: Because. So.\nwith:\n"
        '  patterns: ["x(?:aa?){1,60}(?:aa?){1,60}(?:aa?){1,60}y"]\nexamples:\n'
        '  - bad: "A ⟦xaaay⟧."\n  - good: "A bar."\n'
    )
    (tmp_path / "house" / "slow.yaml").write_text(card, encoding="utf-8")
    # The last word has what a gate could ask for, so that the pattern is tried.
    text = f"A page x{'a' * 5000} ends aaay.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    done = run("check", "--target-language", "en", "a.txt")

    assert 3 == done.returncode
    assert "house/slow" in done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_interrupt_while_fixing(tmp_path):
    """Ctrl-C leaves every file old or new, and no other file behind."""
    old = "During the run—up to the vote, prices rose.\n" * 40
    new = old.replace("run—up", "run-up")
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(old, encoding="utf-8")

    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "mtaudit",
            "check",
            "--fix",
            "--target-language",
            "en",
            ".",
        ],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        if any("run-up" in path.read_text("utf-8") for path in tmp_path.glob("*.txt")):
            break
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)

    assert {f"{number}.txt" for number in range(60)} == {
        path.name for path in tmp_path.iterdir()
    }
    for path in tmp_path.iterdir():
        assert path.read_text(encoding="utf-8") in {old, new}
