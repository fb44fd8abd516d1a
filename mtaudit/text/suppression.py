"""Comments that ask for a finding to be left out, as each format writes them."""

_HASH = frozenset({"po", "properties", "toml", "yaml", "ftl"})
"""Formats whose comments begin with a number sign."""

_NONE = frozenset({"json", "csv", "tsv", "srt", "arb", "xliff", "tmx"})
"""Formats in which a comment has no place."""

_UNSPEAKABLE = ('"', "]", "--", "\n", "\r", "until")
_LONGEST_MATCH = 60


def ignore_comment(
    format_name: str, what: str, reason: str, *, quoted: bool = False
) -> str | None:
    """
    Return the comment that ignores `what`; None where the format has none.

    With `quoted`, a number sign is used: as in front matter.
    """
    if format_name in _NONE:
        return None
    told = " ".join(reason.split()).replace("--", "—")
    text = f"mtaudit: ignore[{what}] {told}".rstrip()
    if quoted or format_name in _HASH:
        return f"# {text}"
    return f"<!-- {text} -->"


def entry(rule: str, match: str) -> str:
    """Return what names `match` alone among the findings of `rule`, if it can."""
    is_short = match.strip() == match and 0 < len(match) <= _LONGEST_MATCH
    if is_short and not any(part in match for part in _UNSPEAKABLE):
        return f'{rule}="{match}"'
    return rule
