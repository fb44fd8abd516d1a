"""What is kept packed is the same when it is opened, however much there is."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.api import Session, report_of
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine import packed, spool
from mtaudit.engine.packed import Packed
from mtaudit.formats import FORMATS
from mtaudit.model import Audited, Languages

FAULTY = "The the harbor is open.\n\nThe town—hall is closed, said Mr. Orlov in Kiev.\n"


@pytest.fixture
def session(tmp_path):
    said = CommandLine(isolated=True, values={"target-language": "en"})
    for number in range(9):
        text = FAULTY * number
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    return Session(
        Configurations(str(tmp_path), said, formats=FORMATS), cwd=str(tmp_path)
    )


@pytest.mark.parametrize("most", [0, 500, 1 << 20], ids=["disk", "both", "memory"])
def test_findings_of_a_run(session, monkeypatch, most):
    """They are those of its files, in order, as often as somebody goes over them."""
    monkeypatch.setattr(spool, "_MOST", most)
    found = session.find(["."])
    report = report_of(session, found, map(session.audit, found.files))
    one_by_one = [
        finding
        for file in found.files
        for finding in session.findings(file, session.read(file.path).text)
    ]

    assert one_by_one
    assert one_by_one == [*report.findings] == [*report.findings]
    assert len(one_by_one) == len(report.findings)
    assert one_by_one[-1] in report.findings
    pairs = zip(report.findings, report.findings, strict=True)
    assert all(first == second for first, second in pairs)


@pytest.mark.parametrize(
    ("size", "parts"), [(1, 8), (4_000, range(2, 8)), (1 << 20, 1)]
)
def test_parts_of_a_run(session, monkeypatch, size, parts):
    """Together they are the whole; a file is in one of them."""
    monkeypatch.setattr(packed, "_PART", size)
    found = session.find(["."])
    report = report_of(session, found, map(session.audit, found.files))

    made = [*report.findings.by_parts(list)]

    assert len(made) in (parts if isinstance(parts, range) else (parts,))
    assert [*report.findings] == [finding for part in made for finding in part]
    paths = [{finding.location.path for finding in part} for part in made]
    assert sum(map(len, paths)) == len(set().union(*paths))


@given(st.lists(st.binary(max_size=40)), st.integers(0, 100))
def test_spool(parts, most):
    """What was added can be read, be it in memory or on disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "_MOST", most)
        kept = spool.Spool()
        places = [kept.add(part) for part in parts]
        lengths = map(len, parts)

        assert parts == [*map(kept.read, places, lengths)]


def test_without_a_place_for_files(monkeypatch):
    """Where no file can be made, everything stays in memory."""

    def refuse(**_options):
        raise OSError

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    monkeypatch.setattr(spool, "_MOST", 2)
    kept = spool.Spool()

    assert [0, 3, 6] == [kept.add(part) for part in (b"abc", b"def", b"ghi")]
    assert b"def" == kept.read(3, 3)


class _SmallDisk(io.FileIO):
    """A file that takes two bytes at a time, and no more than seven."""

    def write(self, data):
        room = 7 - self.tell()
        if room <= 0:
            raise OSError
        return super().write(data[: min(room, 2)])


@pytest.mark.parametrize("most", [2, 5], ids=["full later", "full at once"])
def test_full_disk(monkeypatch, tmp_path, most):
    """What a disk has no room for stays in memory."""
    place = tmp_path / "disk"
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: _SmallDisk(place, "w+"))
    monkeypatch.setattr(spool, "_MOST", most)
    kept = spool.Spool()
    parts = [b"abc", b"def", b"ghi", b"jkl"]

    assert [0, 3, 6, 9] == [kept.add(part) for part in parts]
    assert parts == [kept.read(start, 3) for start in (0, 3, 6, 9)]


def test_row():
    """A row says all but the path."""
    audited = Audited("a.md", "markdown", 7, Languages("en", "ru", "said"), "b.md")
    result = Packed(audited, 2, b"data")

    assert result == Packed.of_row("a.md", result.row())
