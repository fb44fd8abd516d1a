"""Comments that ask for a finding to be left out, as each format writes them."""

_MARKUP = "<!-- {} -->"
_LINE = "# {}"
_EXPRESSION = "{{/* {} */}}"
_STYLES = {
    "android": _MARKUP,
    "asciidoc": "// {}",
    "fluent": _LINE,
    "html": _MARKUP,
    "markdown": _MARKUP,
    "plain": _MARKUP,
    "po": _LINE,
    "properties": _LINE,
    "qt": _MARKUP,
    "resx": _MARKUP,
    "rst": ".. {}",
    "strings": "/* {} */",
    "stringsdict": _MARKUP,
    "tmx": _MARKUP,
    "toml": _LINE,
    "vtt": "NOTE {}",
    "xliff": _MARKUP,
    "yaml": _LINE,
}
"""Formats in which a comment has a place above the text that it is about."""


def comment_style(format_name: str, path: str) -> str | None:
    """Return a comment with ``{}`` for its text; None where the format has none."""
    if format_name == "markdown" and path.lower().endswith(".mdx"):
        return _EXPRESSION
    return _STYLES.get(format_name)


def ignore_comment(style: str | None, what: str, reason: str = "") -> str | None:
    """Return a comment of that style which ignores `what`; None without one."""
    said = f"mtaudit: ignore[{what}] {reason}".rstrip()
    return style.format(said) if style else None
