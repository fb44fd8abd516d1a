"""
A table of how many faults are found: of each sort, by all rules, by the default ones.

    python -m tests.bitext [COUNT]
"""

from __future__ import annotations

import sys

from tests.bitext.faults import FAULTS
from tests.bitext.recall import ALL, DEFAULT, alarms, auditor, recall


def main() -> None:
    """Print the table for so many faults of each sort, or for two hundred."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    both = auditor(ALL), auditor(DEFAULT)
    sys.stdout.write(f"{'':24}{ALL:>10}{DEFAULT:>10}\n")
    for fault in FAULTS:
        shares = [f"{recall(by, fault, count).value:10.1%}" for by in both]
        sys.stdout.write(f"{fault:24}{''.join(shares)}\n")
        sys.stdout.flush()
    shares = [f"{alarms(by, count).value:10.1%}" for by in both]
    sys.stdout.write(f"{'clean blocks flagged':24}{''.join(shares)}\n")


if __name__ == "__main__":
    main()
