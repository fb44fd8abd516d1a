"""Work shared out among processes: in order, and never waiting for the dead."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from mtaudit.cli import workers
from mtaudit.model import MtauditError

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are forked"
)


def _shared(items, work, share=2, processes=3):
    return workers.shared_out(items, work, processes=processes, share=share)


@pytest.mark.parametrize("count", [0, 1, 7, 50])
@pytest.mark.parametrize("share", [1, 3, 100])
def test_order(count, share):
    """Results come in the order of the items, each from another process."""
    done = [*_shared(range(count), lambda item: (item, os.getpid()), share)]

    assert [*range(count)] == [item for item, _ in done]
    assert os.getpid() not in {pid for _, pid in done}


def test_few_shares(monkeypatch):
    """However many items, the numbers of their shares fit into a pipe."""
    monkeypatch.setattr(workers, "_MOST", 4)

    done = [*_shared(range(103), lambda item: (item, os.getpid()), 1)]

    assert [*range(103)] == [item for item, _ in done]
    assert len({pid for _, pid in done}) <= 3


def test_much():
    """Results may be larger than what a pipe holds."""
    assert [1_000_000] * 8 == [*map(len, _shared(range(8), lambda _: b"x" * 1_000_000))]


def test_error():
    """What the work raises is raised, and tells where it was."""

    def fail_at_five(item):
        if item == 5:
            raise ZeroDivisionError("five")
        return item

    results = _shared(range(40), fail_at_five, 1)
    assert [0, 1, 2, 3, 4] == [next(results) for _ in range(5)]
    with pytest.raises(ZeroDivisionError, match="five") as caught:
        next(results)

    assert "fail_at_five" in caught.value.__notes__[0]


@pytest.mark.parametrize("share", [1, 4])
def test_killed(share):
    """A process that was killed is told of, not waited for."""

    def end_at_five(item):
        if item == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(MtauditError, match=r"was ended \(-9\)"):
        list(_shared(range(40), end_at_five, share))


@pytest.mark.parametrize("sent", [3, 14])
def test_killed_while_it_sends(monkeypatch, sent):
    """A process that was killed in the middle of a message is told of, too."""

    def send_some(sink, content):
        os.write(sink, content[:sent])
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(workers, "_write", send_some)

    with pytest.raises(MtauditError, match=r"was ended \(-9\)"):
        list(_shared(range(4), str))


def test_stop(monkeypatch):
    """When the caller stops, so do the processes, and none is left behind."""
    forked, fork = [], os.fork
    monkeypatch.setattr(os, "fork", lambda: forked.append(pid := fork()) or pid)
    results = _shared(range(40), lambda item: time.sleep(60 * (item > 3)) or item, 1)
    assert [0, 1, 2] == [next(results) for _ in range(3)]
    results.close()

    assert forked
    for pid in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
