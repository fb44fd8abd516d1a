"""Comments that ask for a finding to be left out, as each format writes them."""

_HASH = frozenset({"po", "properties", "toml", "yaml", "ftl"})
"""Formats whose comments begin with a number sign."""

_NONE = frozenset(
    {"arb", "ass", "csv", "docx", "epub", "ipynb", "json", "rst", "srt", "tmx", "tsv"}
    | {"vtt", "xliff"}
)
"""Formats in which a comment has no place beside the text that it is about."""


def ignore_comment(format_name: str, what: str, reason: str) -> str | None:
    """Return the comment that ignores `what`; None where the format has none."""
    if format_name in _NONE:
        return None
    text = f"mtaudit: ignore[{what}] {reason}"
    if format_name == "asciidoc":
        return f"// {text}"
    return f"# {text}" if format_name in _HASH else f"<!-- {text} -->"
