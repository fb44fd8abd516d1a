"""Bytes to text as they say themselves what they are; never a guess."""

import codecs
import re
from typing import NamedTuple

from mtaudit.model import ReadError


class Raw(NamedTuple):
    """The text of a file, and what it takes to write it back."""

    text: str
    """Without a byte-order mark, newlines as they are."""

    encoding: str = "utf-8"
    """The name of a codec that writes no byte-order mark of its own."""

    bom: bytes = b""
    content: bytes = b""
    """The file as it was, mark included."""


class BinaryFileError(ReadError):
    """A file is not text at all."""


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, None),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}

_XML = rb"""\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)"""
_META = rb"""(?i)<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)"""
_PO = rb"""(?i)"Content-Type:[^"\n]*?charset=([^\s"\\;]+)"""
_HTML = rb"(?is)\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b"
_HEAD = 4096
"""Bytes in which a declaration must stand. HTML asks for 1024, PO is wordier."""

_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What HTML means by a name: https://encoding.spec.whatwg.org/#names-and-labels."""

_NOT_ENCODINGS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""Python codecs that no file is in, or that are a risk to read."""


def decode(content: bytes, path: str) -> Raw:
    """
    Return the text of `content`, or raise `ReadError`.

    A byte-order mark decides, then what the file itself declares, else it is
    UTF-8; properties that are not are in Latin-1, as Java reads them. A NUL byte
    without a mark of UTF-16 raises `BinaryFileError`.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            if encoding is None:
                raise ReadError(
                    "the file is in UTF-32, which is not read", place=path, hint=_HINT
                )
            text = _decoded(content, encoding, path, skip=len(bom))
            return Raw(text, encoding, bom, content)
    nul = content.find(b"\0")
    if nul >= 0:
        message = f"the file is binary: it has a NUL byte at offset {nul}"
        hint = "text in UTF-16 must begin with a byte-order mark"
        raise BinaryFileError(message, place=path, hint=hint)
    encoding = _declared(content[:_HEAD], path) or _of_format(content, path)
    return Raw(_decoded(content, encoding, path), encoding, b"", content)


_HINT = "convert it to UTF-8, e.g. with iconv -f ENCODING -t UTF-8"


def _decoded(content: bytes, encoding: str, path: str, *, skip: int = 0) -> str:
    """Return `content` after its first `skip` bytes as text."""
    try:
        return content[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        message = _undecodable(content, error.start + skip, encoding)
        raise ReadError(message, place=path, hint=_HINT) from None


def _undecodable(content: bytes, start: int, encoding: str) -> str:
    """Return the sentence that names the byte which is not in `encoding`."""
    before = content[:start]
    if encoding.startswith("utf-16"):
        newline = "\n".encode(encoding)
        line = len(re.findall(re.escape(newline), before)) + 1
    else:
        line = len(re.findall(rb"\r\n?|\n", before)) + 1
    name = _NAMES.get(encoding) or f"{encoding}, which the file declares"
    return f"byte 0x{content[start]:02x} at offset {start} (line {line}) is not {name}"


def _of_format(content: bytes, path: str) -> str:
    """
    Return the codec of a file that says nothing of it.

    Source, on properties: JEP 226, https://openjdk.org/jeps/226
    """
    if path.lower().endswith(".properties"):
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            return "iso8859-1"
    return "utf-8"


def _declared(head: bytes, path: str) -> str | None:
    """Return the codec that the file says it is in; None if it says nothing."""
    label, is_html = _label(head, path)
    # What can be read byte by byte is not UTF-16, whatever it says; and
    # CHARSET is what gettext's templates have where no one has decided.
    if label is None or re.match(r"utf-?(8|16)|charset$", label, re.IGNORECASE):
        return None
    try:
        name = codecs.lookup(label).name
        text = name not in _NOT_ENCODINGS and isinstance(b"a".decode(name), str)
    except (LookupError, ValueError):
        text = False
        name = ""
    if not text:
        message = f"the file declares an encoding that is not known: “{label}”"
        raise ReadError(message, place=path, hint=_HINT)
    return _AS_BROWSERS_READ.get(name, name) if is_html else name


def _label(head: bytes, path: str) -> tuple[str | None, bool]:
    """Return the name that the file gives its encoding, and whether as HTML."""
    suffix = path.lower().rpartition(".")[2]
    is_html, found = suffix in ("html", "htm", "xhtml"), None
    if head.lstrip().startswith(b"<"):
        found = re.match(_XML, head)
        is_html = is_html or re.match(_HTML, head) is not None
    if found is None and is_html:
        found = re.search(_META, head)
    elif found is None and suffix in ("po", "pot"):
        found = re.search(_PO, head)
    return (found[1].decode("ascii", "replace") if found else None), is_html
