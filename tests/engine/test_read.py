"""Files are read as they say they are; anything else is refused by name."""

import io
import os
import socket
import sys

import pytest

from mtaudit.engine.read import MAX_BYTES, BinaryFileError, read, read_stream
from mtaudit.model import ReadError

PO = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=%s\\n"\n\nmsgid "\xe9"\n'

posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such files"
)


def reading(folder, content, name="a.md"):
    path = folder / name
    path.write_bytes(content)
    return read(str(path))


def refusal(folder, content, name="a.md"):
    with pytest.raises(ReadError) as caught:
        reading(folder, content, name)
    assert str(folder / name) == caught.value.place
    return caught.value


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        pytest.param(b"", "", "utf-8", id="empty"),
        pytest.param("Ёж".encode(), "Ёж", "utf-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbfa", "a", "utf-8", id="utf-8 with mark"),
        pytest.param(b"\xef\xbb\xbf", "", "utf-8", id="mark alone"),
        pytest.param(b"\xff\xfe\x16\x04\n\0", "Ж\n", "utf-16-le", id="utf-16 little"),
        pytest.param(b"\xfe\xff\x04\x16\0\n", "Ж\n", "utf-16-be", id="utf-16 big"),
        pytest.param(b"a\r\nb\rc\nd", "a\r\nb\rc\nd", "utf-8", id="all newlines"),
        pytest.param(
            "a\u2028b\x0c\x85".encode(), "a\u2028b\x0c\x85", "utf-8", id="odd newlines"
        ),
    ],
)
def test_text(tmp_path, content, text, encoding):
    """Text comes without its mark, with its newlines, and can be written back."""
    raw = reading(tmp_path, content)

    assert (text, encoding, content) == (raw.text, raw.encoding, raw.content)
    assert content == raw.bom + raw.text.encode(raw.encoding)


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        pytest.param("a.html", b"<meta charset=windows-1251>\xc6", "Ж", id="html meta"),
        pytest.param(
            "a.htm",
            b'<META http-equiv=x content="text/html; charset=windows-1251">\xc6',
            "Ж",
            id="html meta of old",
        ),
        pytest.param(
            "a.html", b"<meta charset='iso-8859-1'>\x93", "“", id="latin-1 in html"
        ),
        pytest.param("a.properties", b"a=\xe9", "é", id="properties of old"),
        pytest.param("A.PROPERTIES", "a=é".encode(), "é", id="properties of today"),
        pytest.param(
            "a.txt",
            b"<!-- x -->\n<!DOCTYPE html><meta charset=koi8-r>\xf6",
            "Ж",
            id="html by its beginning",
        ),
        pytest.param(
            "a.xml", b"<?xml version='1.0' encoding='windows-1251'?>\xc6", "Ж", id="xml"
        ),
        pytest.param(
            "a.html", "<meta charset=utf-16>Ж".encode(), "Ж", id="utf-16 cannot be"
        ),
        pytest.param(
            "a.html", "<meta charset=UTF-8>Ж".encode(), "Ж", id="utf-8 declared"
        ),
    ],
)
def test_declared(tmp_path, name, content, text):
    """What a file declares, or its format says, is what it is read as."""
    assert text == reading(tmp_path, content, name).text[-1]


def test_declared_in_po(tmp_path):
    """The charset of a PO header counts."""
    assert 'msgid "й"\n' in reading(tmp_path, PO % b"windows-1251", "a.po").text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param(
            "a.md",
            b"one\r\ntwo\rcaf\xe9\n",
            "byte 0xe9 at offset 12 (line 3) is not UTF-8",
            id="latin-1",
        ),
        pytest.param(
            "a.md",
            b"ab\xe2\x82",
            "byte 0xe2 at offset 2 (line 1) is not UTF-8",
            id="cut",
        ),
        pytest.param(
            "a.md",
            b"\xef\xbb\xbf\n\xff",
            "byte 0xff at offset 4 (line 2) is not UTF-8",
            id="after a mark",
        ),
        pytest.param(
            "a.md",
            b"\xff\xfea\0\n\0\0\xdc",
            "byte 0x00 at offset 6 (line 2) is not UTF-16",
            id="half of a pair",
        ),
        pytest.param(
            "a.md",
            b"\xff\xfea\0b",
            "byte 0x62 at offset 4 (line 1) is not UTF-16",
            id="half a character",
        ),
        pytest.param(
            "a.md",
            b"\xff\xfe\0\0a\0\0\0",
            "the file is in UTF-32, which is not read",
            id="utf-32",
        ),
        pytest.param(
            "a.md",
            b"Write `<meta charset=windows-1251>`: \xc6",
            "byte 0xc6 at offset 37 (line 1) is not UTF-8",
            id="prose about encodings declares nothing",
        ),
        pytest.param(
            "a.html",
            b"<meta charset=euc-jp>\xff",
            "byte 0xff at offset 21 (line 1) is not euc_jp, which the file declares",
            id="not what it declares",
        ),
        pytest.param(
            "a.html",
            b"<meta charset=klingon>",
            "the file declares an encoding that is not known: “klingon”",
            id="unknown",
        ),
        pytest.param(
            "a.html",
            b"<meta charset=unicode_escape>\\x41",
            "the file declares an encoding that is not known: “unicode_escape”",
            id="a codec of Python's",
        ),
        pytest.param(
            "a.html",
            b"<meta charset=rot13>a",
            "the file declares an encoding that is not known: “rot13”",
            id="no codec of text",
        ),
        pytest.param(
            "a.po",
            PO % b"CHARSET",
            "byte 0xe9 at offset 73 (line 5) is not UTF-8",
            id="po template that leaves it open",
        ),
    ],
)
def test_refused(tmp_path, name, content, message):
    """The refusal names the byte, its place, and the way out."""
    error = refusal(tmp_path, content, name)

    assert message == error.message
    assert "convert it to UTF-8, e.g. with iconv -f ENCODING -t UTF-8" == error.hint


def test_binary(tmp_path):
    """A NUL byte makes a file binary, which is another thing than unreadable text."""
    error = refusal(tmp_path, b"PNG\0\xff")

    assert isinstance(error, BinaryFileError)
    assert "the file is binary: it has a NUL byte at offset 3" == error.message


def test_large_line(tmp_path):
    """A file above the limit is refused with its size and the limit."""
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)  # one line; the disk holds nothing of it

    with pytest.raises(ReadError) as caught:
        read(str(path))

    message = "the text has 50,000,000 bytes; it is larger than 32 MiB, the limit"
    assert message == caught.value.message


def test_at_the_limit():
    """What is as large as the limit is read, one byte more is not."""
    assert MAX_BYTES == len(read_stream(io.BytesIO(b"a" * MAX_BYTES), "-").text)

    with pytest.raises(ReadError, match="larger than 32 MiB"):
        read_stream(io.BytesIO(b"a" * (MAX_BYTES + 1)), "-")


def test_stream():
    """Standard input is decoded as a file is."""
    raw = read_stream(io.BytesIO(b"\xff\xfea\0"), "-")

    assert ("a", "utf-16-le") == (raw.text, raw.encoding)


@posix_only
def test_pipe(tmp_path):
    """A pipe is refused without waiting for someone to write into it."""
    path = tmp_path / "a.md"
    os.mkfifo(path)

    with pytest.raises(ReadError) as caught:
        read(str(path))

    assert "the path is a pipe (FIFO), not a file" == caught.value.message
    assert "standard input" in caught.value.hint


@posix_only
def test_socket(tmp_path, monkeypatch):
    """A socket is refused."""
    monkeypatch.chdir(tmp_path)  # the names of sockets must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.md")
        with pytest.raises(ReadError, match="the path is a socket, not a file"):
            read("a.md")


@posix_only
def test_device():
    """A device is refused: it may never end."""
    with pytest.raises(ReadError, match="the path is a device, not a file"):
        read("/dev/zero")


def test_folder(tmp_path):
    """A folder is refused."""
    with pytest.raises(ReadError, match="the path is a folder, not a file"):
        read(str(tmp_path))


def test_missing(tmp_path):
    """A file that went away is refused with the system's reason."""
    with pytest.raises(ReadError, match="cannot be read: No such file or directory"):
        read(str(tmp_path / "a.md"))


def test_nul_in_the_name():
    """A name that no file can have is refused."""
    with pytest.raises(ReadError, match="its name has a NUL"):
        read("a\0.md")


@posix_only
def test_link_to_itself(tmp_path):
    """A link that leads round in a circle is refused."""
    path = tmp_path / "a.md"
    path.symlink_to(path)

    with pytest.raises(ReadError, match="Too many levels of symbolic links"):
        read(str(path))


def test_unreadable(open_folder, run_powerless):
    """A file that may not be read is refused with the system's reason."""
    path = open_folder / "a.md"
    path.write_text("text")
    path.chmod(0)
    script = "try: read('a.md')\nexcept MtauditError as error: print(error)"

    said = run_powerless(script, open_folder)

    assert "a.md: the file cannot be read: Permission denied" == said
