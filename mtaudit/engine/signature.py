"""What two reports must agree in to be comparable."""

from binascii import crc32
from collections.abc import Sequence

from mtaudit import __version__
from mtaudit.config.schema import Settings
from mtaudit.packs.rule import Rule


def signature(rules: Sequence[Rule], settings: Settings) -> str:
    """
    Return what two reports must agree in to be comparable.

    That is the version, the packs with their numbers of rules, and a digest of
    the rules' options and of the settings that change findings.
    """
    counts: dict[str, int] = {}
    said = [settings.names, settings.source_language, settings.target_language]
    state = crc32(repr([*said, settings.per_file_ignores]).encode())
    for rule in rules:
        rule_id = rule.said("id")
        pack = rule_id.partition("/")[0]
        counts[pack] = counts.get(pack, 0) + 1
        text = f"{rule_id} {rule.said('severity')} {rule.digest}"
        state = crc32(text.encode("utf-8", "surrogatepass"), state)
    packs = " | ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    return f"mtaudit {__version__} | {packs} | {state:08x}"
