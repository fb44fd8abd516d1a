"""Bounds on what third-party patterns may cost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from mtaudit.packs.rule import Rule

SECONDS = 2.0
"""How long one rule of a third-party pack may take for one file's segments."""


class TooSlowError(Exception):
    """A rule took longer than it may."""


def time_limit(rule: Rule) -> Any:
    """
    Return a context in which the rule may run for `SECONDS`.

    `re` looks for signals while it matches, so an alarm can end it. Where there
    are no alarms (Windows, a thread) only the check at load time protects, which
    refuses the patterns that are known to blow up.
    """
    if rule.trusted or not _has_alarm():
        return nullcontext()
    return _alarm(rule)


def _has_alarm() -> bool:
    import signal
    import threading

    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer")


@contextmanager
def _alarm(rule: Rule) -> Iterator[None]:
    """Raise `TooSlowError` in the block once `SECONDS` have passed."""
    import signal

    def ring(*_: object) -> None:
        raise TooSlowError(f"the rule {rule.meta.id} takes longer than {SECONDS:g} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
