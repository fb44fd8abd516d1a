"""Files inside files: texts out of archives, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mtaudit.model import ReadError

_MOST_FILES = 10_000


class Archive:
    """The files of an archive, read until they are too long together."""

    def __init__(self, content: bytes, path: str, limit: int) -> None:
        self.path = path
        self._left = limit
        self._limit = limit
        try:
            self._zip = ZipFile(BytesIO(content))
            self.names = self._zip.namelist()
        except (BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise self.error(f"the archive cannot be read: {error}") from None
        if len(self.names) > _MOST_FILES:
            raise self.error(f"the archive holds more than {_MOST_FILES:,} files")

    def text(self, name: str) -> str:
        """Return the text of a file of the archive, or raise `ReadError`."""
        try:
            with self._zip.open(name) as file:
                content = file.read(self._left + 1)
        except (
            *(BadZipFile, KeyError, RuntimeError, NotImplementedError),
            *(EOFError, OSError, zlib.error, ValueError),
        ) as error:
            raise self.error(f"“{name}” cannot be unpacked: {error}") from None
        self._left -= len(content)
        if self._left < 0:
            raise self.error(_too_long(self._limit))
        encoding = (
            "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        )
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            raise self.error(
                f"“{name}” in the archive is not {encoding}: byte {error.start}"
            ) from None

    def error(self, message: str) -> ReadError:
        """Return what to raise for a fault of the archive."""
        return ReadError(message, place=self.path)


def unpacked(content: bytes, path: str, limit: int) -> bytes:
    """
    Return the text in a packed file as bytes, or raise `ReadError`.

    Of a document it is the text that its format of that name reads.
    """
    suffix = path.lower().rpartition(".")[2]
    if suffix == "gz":
        return _gunzipped(content, path, limit)
    archive = Archive(content, path, limit)
    text = _reader(suffix)(archive)
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace")


def _reader(suffix: str) -> Callable[[Archive], str]:
    if suffix == "epub":
        from mtaudit.formats.epub_pack import text_of as text_of_epub

        return text_of_epub
    from mtaudit.formats.docx_pack import text_of as text_of_docx

    return text_of_docx


def _gunzipped(content: bytes, path: str, limit: int) -> bytes:
    """Return what is compressed, all members of it."""
    found, left = b"", content
    while left.startswith(b"\x1f\x8b"):
        unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            found += unzip.decompress(left, limit + 1 - len(found))
        except zlib.error as error:
            message = f"the file cannot be decompressed: {error}"
            raise ReadError(message, place=path) from None
        if len(found) > limit:
            raise ReadError(_too_long(limit), place=path)
        if not unzip.eof:
            message = "the file cannot be decompressed: it breaks off"
            raise ReadError(message, place=path)
        left = unzip.unused_data
    if not content.startswith(b"\x1f\x8b"):
        raise ReadError("the file is not compressed, as its name says", place=path)
    return found


def _too_long(limit: int) -> str:
    return f"what is packed in the file is larger than {limit // 2**20} MiB, the limit"
