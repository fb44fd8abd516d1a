"""Files inside files: texts out of documents and compressed files, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from mtaudit.formats.archive import Archive, too_long
from mtaudit.model import ReadError


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
            raise ReadError(too_long(limit), place=path)
        if not unzip.eof:
            message = "the file cannot be decompressed: it breaks off"
            raise ReadError(message, place=path)
        left = unzip.unused_data
    if not content.startswith(b"\x1f\x8b"):
        raise ReadError("the file is not compressed, as its name says", place=path)
    return found
