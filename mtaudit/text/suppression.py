"""Comments that ask for a finding to be left out, as each format writes them."""

_HASH = frozenset({"po", "properties", "toml", "yaml", "ftl"})
"""Formats whose comments begin with a number sign."""

_NONE = frozenset({"json", "csv", "tsv", "srt", "arb", "xliff", "tmx"})
"""Formats in which a comment has no place."""


def ignore_comment(format_name: str, what: str, reason: str) -> str | None:
    """Return the comment that ignores `what`; None where the format has none."""
    if format_name in _NONE:
        return None
    text = f"mtaudit: ignore[{what}] {reason}"
    return f"# {text}" if format_name in _HASH else f"<!-- {text} -->"
