"""A file that is written is either as it was or as it should be."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.engine.encodings import decode
from mtaudit.engine.read import read
from mtaudit.engine.write import write
from mtaudit.model import WriteError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows is otherwise")


@pytest.fixture
def path(tmp_path):
    """A file in a folder of its own."""
    path = tmp_path / "folder" / "a.md"
    path.parent.mkdir()
    path.write_bytes("Kiev — “old”\r\n".encode())
    return path


def names_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


def rewrite(path, old="old", new="new"):
    raw = read(str(path))
    write(str(path), raw.text.replace(old, new), raw)


def refusal(path, text, raw):
    """Return why a file is not written; it stays, and nothing else does."""
    before = path.read_bytes()
    with pytest.raises(WriteError) as caught:
        write(str(path), text, raw)
    assert before == path.read_bytes()
    assert [path.name] == names_in(path.parent)
    assert str(path) == caught.value.place
    return caught.value


@pytest.mark.parametrize(
    ("content", "written"),
    [
        pytest.param(b"old", b"new", id="no newline at the end"),
        pytest.param(b"\xef\xbb\xbfold\r\n", b"\xef\xbb\xbfnew\r\n", id="mark, crlf"),
        pytest.param(b"\rold\r\r\n\n", b"\rnew\r\r\n\n", id="all newlines"),
        pytest.param(
            b"\xff\xfe" + "Ж old\n".encode("utf-16-le"),
            b"\xff\xfe" + "Ж new\n".encode("utf-16-le"),
            id="utf-16 little",
        ),
        pytest.param(
            b"\xfe\xff" + "old".encode("utf-16-be"),
            b"\xfe\xff" + "new".encode("utf-16-be"),
            id="utf-16 big",
        ),
        pytest.param(
            b"<!doctype html><meta charset=windows-1251>\xc6 old",
            b"<!doctype html><meta charset=windows-1251>\xc6 new",
            id="declared",
        ),
        pytest.param(
            "e\u0301 Å old".encode(), "e\u0301 Å new".encode(), id="not normalised"
        ),
    ],
)
def test_bytes_outside_edits_stay(path, content, written):
    """Encoding, mark and newlines are as they were."""
    path.write_bytes(content)

    rewrite(path)

    assert written == path.read_bytes()
    assert ["a.md"] == names_in(path.parent)


@given(st.text().filter(lambda text: "\0" not in text), st.sampled_from([0, 1, 2, 3]))
def test_what_is_read_can_be_written(text, way):
    """Any text in any encoding that is read comes back byte for byte."""
    bom, encoding = [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ][way]
    content = bom + text.encode(encoding)

    raw = decode(content, "a.md")

    assert content == raw.bom + raw.text.encode(raw.encoding)


@posix_only
def test_mode_is_kept(path):
    """A script stays one, and a private file stays private."""
    path.chmod(0o740)

    rewrite(path)

    assert 0o740 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0,
    reason="only root can give files away",
)
def test_owner_is_kept(path):
    """Whoever runs the tool, the owner stays."""
    os.chown(path, 65534, 65534)

    rewrite(path)

    assert (65534, 65534) == (path.stat().st_uid, path.stat().st_gid)


@posix_only
def test_link_is_kept(path, tmp_path):
    """Of a link, the file that it leads to is written, and the link stays."""
    link = tmp_path / "link.md"
    link.symlink_to("folder/a.md")

    rewrite(link)

    assert link.is_symlink()
    assert "“new”" in path.read_text(encoding="utf-8")
    assert ["folder", "link.md"] == names_in(tmp_path)


@posix_only
def test_longest_name(path):
    """A name may be as long as names can be."""
    long = path.with_name("a" * 252 + ".md")
    path.rename(long)

    rewrite(long)

    assert "“new”" in long.read_text(encoding="utf-8")


@posix_only
def test_name_that_is_not_text(tmp_path):
    """A name may be bytes that are no text."""
    name = os.fsencode(tmp_path) + b"/\xe9.md"
    path = os.fsdecode(name)
    Path(path).write_bytes(b"old")

    write(path, "new", read(path))

    assert "new" == read(path).text


@pytest.mark.parametrize("content", [b"", b"Someone else's text", b"Kiev"])
def test_changed_since(path, content):
    """A file that has changed since it was read is left alone."""
    raw = read(str(path))
    path.write_bytes(content)

    error = refusal(path, "new", raw)

    message = "the file has changed since it was read, and was left alone"
    assert message == error.message


def test_gone_since(path):
    """A file that has gone since it was read does not come back."""
    raw = read(str(path))
    path.unlink()

    with pytest.raises(WriteError, match="No such file or directory"):
        write(str(path), "new", raw)

    assert [] == names_in(path.parent)


@pytest.mark.parametrize(
    ("text", "is_conflict"),
    [
        pytest.param(
            "<<<<<<< HEAD\nold\n=======\nnew\n>>>>>>> main\n", True, id="conflict"
        ),
        pytest.param(
            "<<<<<<< a\r\nold\r\n||||||| b\r\nx\r\n=======\r\ny\r\n>>>>>>> c\r\n",
            True,
            id="three sides, crlf",
        ),
        pytest.param("Title\n=======\n\nold\n", False, id="a heading"),
        pytest.param("> > > > > > > old\n>>>>>>> x\n", False, id="a quote"),
        pytest.param("old `<<<<<<< HEAD` and\n=======\n>>>>>>> x\n", False, id="prose"),
    ],
)
def test_merge_conflict(path, text, is_conflict):
    """A file with the marks of a merge conflict is left alone."""
    path.write_bytes(text.encode())
    raw = read(str(path))

    if is_conflict:
        error = refusal(path, text.replace("old", "new"), raw)
        assert "resolve the conflict first" == error.hint
    else:
        write(str(path), text.replace("old", "new"), raw)
        assert text.replace("old", "new").encode() == path.read_bytes()


def test_character_that_the_encoding_has_not(path):
    """A character that cannot be written is named, with its line."""
    path.write_bytes(b"<!doctype html><meta charset=windows-1251>\nold")
    raw = read(str(path))

    error = refusal(path, raw.text.replace("old", "漢"), raw)

    message = "cp1251 has no “漢” (U+6F22), needed in line 2; the file is as it was"
    assert message == error.message


def test_encoding_that_does_not_come_back(path):
    """Where bytes would change outside the edits, nothing is written."""
    twice = b"\x1b$B\x1b$B0!\x1b(B"  # one of the two escapes says nothing
    path.write_bytes(b"<!doctype html><meta charset=iso-2022-jp>" + twice)
    raw = read(str(path))

    error = refusal(path, raw.text, raw)

    assert "its iso2022_jp cannot be written back byte for byte" == error.message


SAID = """
raw = read('a.md')
try: write('a.md', raw.text * 50, raw)
except MtauditError as error: print(error.message)
print(read('a.md').text == raw.text, sorted(os.listdir('.')))
"""
AS_IT_WAS = "True ['a.md']"


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "message"),
    [
        pytest.param(
            0o666,
            0o555,
            "the file could not be written: Permission denied; it is as it was",
            id="folder",
        ),
        pytest.param(
            0o444, 0o777, "the file may not be written; it is as it was", id="file"
        ),
    ],
)
def test_read_only(open_folder, run_powerless, file_mode, folder_mode, message):
    """Neither a read-only file nor a file in a read-only folder is written."""
    path = open_folder / "a.md"
    path.write_text("text")
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)

    assert f"{message}\n{AS_IT_WAS}" == run_powerless(SAID, open_folder)


def test_no_more_room(open_folder, run_powerless):
    """A limit on sizes that is met half-way leaves the file as it was."""
    path = open_folder / "a.md"
    path.write_text("text" * 100)
    path.chmod(0o666)
    script = "resource.setrlimit(resource.RLIMIT_FSIZE, (999, 999))\n"

    said = run_powerless(script + SAID, open_folder)

    message = "the file could not be written: File too large; it is as it was"
    assert f"{message}\n{AS_IT_WAS}" == said


@pytest.fixture
def small_disk(open_folder):
    """A disk of 64 kB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=777", "tmpfs", open_folder]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a disk, and not everywhere")
    yield open_folder
    subprocess.run(["umount", open_folder], check=True)


def test_full_disk(small_disk, run_powerless):
    """A full disk leaves the file as it was."""
    path = small_disk / "a.md"
    path.write_text("text" * 2000)
    path.chmod(0o666)

    said = run_powerless(SAID, small_disk)

    reason = "No space left on device"
    message = f"the file could not be written: {reason}; it is as it was"
    assert f"{message}\n{AS_IT_WAS}" == said


INTERRUPTED = """
import os, signal, sys
from mtaudit.engine import write as module
from mtaudit.engine.read import read

def interrupt_at(number):
    '''Send a real SIGINT before the instruction of that number in the module.'''
    count = 0
    def trace(frame, event, arg):
        nonlocal count
        if frame.f_code.co_filename != module.__file__:
            return None
        frame.f_trace_opcodes = True
        if event == 'opcode':
            count += 1
            if count == number:
                signal.raise_signal(signal.SIGINT)
        return trace
    return trace

# A job in the background inherits that the signal is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
old, new = 'old' * 9, 'new' * 9
outcomes = []
for number in range(1, 100_000):
    with open('a.md', 'w') as file:
        file.write(old)
    raw = read('a.md')
    sys.settrace(interrupt_at(number))
    try:
        module.write('a.md', new, raw)
        was_interrupted = False
    except KeyboardInterrupt:
        was_interrupted = True
    finally:
        sys.settrace(None)
    with open('a.md') as file:
        outcomes.append(file.read())
    assert outcomes[-1] in (old, new), (number, outcomes[-1])
    assert os.listdir('.') == ['a.md'], (number, os.listdir('.'))
    if not was_interrupted:
        break
assert outcomes == sorted(outcomes, reverse=True), "once new, never old"
print(len(outcomes) > 100)
"""


@posix_only
def test_interrupted_anywhere(tmp_path):
    """
    A Ctrl-C before any instruction leaves the file old or new, and nothing beside.

    The signal is a real one; it is sent before each instruction in turn.
    """
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("True\n", "") == (ran.stdout, ran.stderr)
