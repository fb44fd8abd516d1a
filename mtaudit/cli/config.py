"""`mtaudit config`: the keys of the configuration, described."""

from mtaudit.config.describe import describe


def print_keys(name: str | None) -> None:
    """Print every key, or one and those inside it: what may stand there, and why."""
    for key in describe(name):
        default = f", by default {key.default}" if key.default is not None else ""
        print(f"{key.name}: {key.expected}{default}")
        print(f"    {key.text}")
