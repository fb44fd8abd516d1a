"""How strings are spelled in YAML, TOML, JSON and XML, one word for each way."""

from __future__ import annotations

import re
from collections.abc import Callable

_BREAK = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNSEEN = r"\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
_CONTROL = rf"[{_UNSEEN}{_BREAK}]"
_NOT_XML = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_PLAIN = r"""(?x)
    [^\s\-?:,\[\]{}\#&*!|>'"%@`~=<+.\d\\] (?: (?! : (?:\s|\Z) | \s\# ) . )* (?<!\s)
    """
_NO_TEXT = r"(?i:true|false|yes|no|on|off|null|y|n)"
_BLANKS = r"\A[?=~<]|[ \t\r\n]{2}|[\t\r]|\A\s|\s\Z"
_TOML = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


def escape(text: str, spelling: str) -> str | None:
    """Return `text` as that spelling has it; None if it has no way to write it."""
    return _ESCAPES[spelling](text)


def fits(text: str, spelling: str) -> bool:
    """Whether a string so spelled may be `text` as a whole."""
    if spelling in {"yaml-plain", "yaml-flow"}:
        return _is_plain(text)
    if spelling == "yaml-lines":
        # Blanks around a line break are not kept.
        return re.search(_BLANKS, text) is None
    return spelling != "yaml-literal" or not text.startswith((" ", "\t"))


def _is_plain(text: str) -> bool:
    """Whether `text` without quotes is a string in YAML, and no number or date."""
    return bool(re.fullmatch(_PLAIN, text)) and not re.fullmatch(_NO_TEXT, text)


def _refusing(pattern: str) -> Callable[[str], str | None]:
    """Return an escape that leaves text as it is, but for what `pattern` finds."""
    return lambda text: None if re.search(pattern, text) else text


def _yaml_single(text: str) -> str | None:
    return None if re.search(_CONTROL, text) else text.replace("'", "''")


def _json(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)[1:-1]


def _in_double_quotes(text: str) -> str | None:
    """Return what TOML and YAML both read."""
    text = "".join(_TOML.get(char, char) for char in text)
    if re.search(r"[\ud800-\udfff]", text):
        return None
    return re.sub(_CONTROL, lambda match: rf"\u{ord(match[0]):04x}", text)


def xml_text(text: str) -> str | None:
    """Return `text` as the content of an element, where white space is kept."""
    if re.search(_NOT_XML, text):
        return None
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")):
        text = text.replace(sign, entity)
    return text


_ESCAPES: dict[str, Callable[[str], str | None]] = {
    "json": _json,
    "yaml-double": _in_double_quotes,
    "yaml-single": _yaml_single,
    "yaml-plain": _refusing(rf"{_CONTROL}|\t"),
    "yaml-flow": _refusing(rf"{_CONTROL}|[\t?:,\[\]{{}}]"),
    "yaml-literal": _refusing(rf"{_CONTROL}|\t"),
    "yaml-lines": _refusing(rf"{_CONTROL}|[\t\\\"':#,\[\]{{}}&*!|>%@`-]"),
    "toml-basic": _in_double_quotes,
    "toml-literal": _refusing(rf"{_CONTROL}|'"),
    "xml-text": xml_text,
    "xml-cdata": _refusing(rf"{_NOT_XML}|[\]<>&\r]"),
}
"""
By spelling.

``yaml-lines`` is any string of several lines that are joined, ``yaml-flow`` one
without quotes in brackets, ``yaml-literal`` a block after ``|``.
"""
