"""Results of earlier runs: the same report, whatever was kept and whatever broke."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

FAULTY = "The the harbor is open.\n\nThe town—hall is closed, said Mr. Orlov.\n"
CLEAN = "The harbor is open until the evening.\n"


@pytest.fixture
def check(run, tmp_path):
    """Return a function that returns the JSON report of a run that keeps results."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "text" / "b.md").write_text(CLEAN, encoding="utf-8")

    def check_text(*args):
        flags = ("--target-language", "en", "--output-format", "json", "--exit-zero")
        done = run("check", "text", "--cache-dir", "kept", *flags, *args)
        assert (0, b"") == (done.returncode, done.stderr)
        return json.loads(done.stdout)

    return check_text


def kept(tmp_path):
    """Return the files of results."""
    return sorted((tmp_path / "kept").glob("results-*"))


def test_same_report(check, tmp_path):
    """A run that recalls everything reports what a run that recalls nothing does."""
    cold = check()

    assert cold["findings"]
    assert cold == check() == check("--no-cache")
    assert 1 == len(kept(tmp_path))


def test_no_cache(check, tmp_path):
    """--no-cache neither reads results nor writes them."""
    check("--no-cache")

    assert [] == kept(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text/a.md": CLEAN}, id="the file"),
        pytest.param({"mtaudit.toml": 'ignore = ["core/doubled-word"]\n'}, id="rules"),
        pytest.param(
            {"mtaudit.toml": '[severity]\n"core/doubled-word" = "critical"\n'},
            id="severity",
        ),
        pytest.param(
            {"text/a.md": f"<!-- mtaudit: ignore[core] reason -->\n{FAULTY}"},
            id="a suppression",
        ),
    ],
)
def test_what_changed_is_seen(check, tmp_path, change):
    """Nothing is recalled that another text or other settings would change."""
    before = check()
    for name, text in change.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    after = check()

    assert before["findings"] != after["findings"]
    assert after == check("--no-cache") == check()


def test_another_original(run, tmp_path):
    """A changed original makes its translation be audited again."""
    for name, text in {
        "mtaudit.toml": '[[translations]]\nsource = "en/{path}"\ntarget = "de/{path}"\n'
        'source-language = "en"\ntarget-language = "de"\n',
        "en/a.md": "The bridge has 250 lamps and was built in 1931.\n",
        "de/a.md": "Die Brücke hat 250 Lampen und wurde 1931 gebaut.\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    flags = ("--output-format", "json", "--cache-dir", "kept", "--exit-zero", "de")
    before = json.loads(run("check", *flags).stdout)
    (tmp_path / "en/a.md").write_bytes(b"\xff\xff")
    after = json.loads(run("check", *flags).stdout)

    assert [] == before["failures"]
    assert "the original en/a.md cannot be read" in after["failures"][0]["reason"]


def test_baseline_is_no_part_of_results(check, run):
    """What is known is marked anew each time: results are kept as they are found."""
    check()
    done = run("baseline", "create", "text", "--config", "target-language = 'en'")
    assert 0 == done.returncode, done.stderr

    assert {"baseline"} == {each["suppressed_by"] for each in check()["findings"]}


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(os.urandom(999)), id="noise"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-9]), id="cut"),
        pytest.param(
            lambda path: path.write_bytes(
                path.read_bytes().replace(b"core/", b"xxxx/")
            ),
            id="a rule that is not there",
        ),
        pytest.param(
            lambda path: path.chmod(0o666),
            id="others can write",
            marks=pytest.mark.skipif(os.name == "nt", reason="there are no modes"),
        ),
        pytest.param(
            lambda path: path.rename(path.with_suffix(".1.tmp")), id="a crashed writer"
        ),
    ],
)
def test_broken(check, tmp_path, broken):
    """A file of results that is broken, or may be another's, is as if not there."""
    cold = check()
    (path,) = kept(tmp_path)
    broken(path)

    assert cold == check() == check()


def test_at_the_same_time(check, tmp_path):
    """Runs at the same time report the same and leave a file that can be read."""
    cold = check("--no-cache")
    with ThreadPoolExecutor(4) as pool:
        reports = [*pool.map(lambda _: check(), range(4))]

    assert [cold] * 4 == reports
    assert 1 == len(kept(tmp_path))
    assert cold == check()


def test_clean(check, run, tmp_path):
    """`mtaudit clean` removes all that is kept, and nothing else."""
    check()
    (tmp_path / "kept" / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "kept" / "facts-de.marshal").touch()
    done = run("clean", "--cache-dir", "kept")

    assert b"Removed 3 files" in done.stdout
    assert ["notes.txt"] == [path.name for path in (tmp_path / "kept").iterdir()]


def test_not_written_where_it_cannot_be(check, tmp_path):
    """A folder that cannot be is no error."""
    (tmp_path / "kept").write_text("a file", encoding="utf-8")

    assert check() == check("--no-cache")


def test_size_is_bounded(tmp_path, monkeypatch):
    """What was noted first is forgotten first; too many files likewise."""
    from mtaudit.engine import results

    monkeypatch.setattr(results, "_MOST_BYTES", 100)
    monkeypatch.setattr(results, "_MOST_FILES", 2)
    for name in "abc":
        kept_results = results.Results(tmp_path / f"results-{name}.marshal")
        for number in range(5):
            kept_results.keep(f"{number}.md", b"sixteen bytes...", b"x" * 40)
        kept_results.save()

    again = results.Results(tmp_path / "results-c.marshal")
    assert [False, False, False, True, True] == [
        again.made_of(f"{number}.md") is not None for number in range(5)
    ]
    assert 2 == len([*tmp_path.glob("results-*")])


def test_a_killed_run_leaves_nothing_half(tmp_path):
    """The file is written beside itself and then moved: it is whole or not there."""
    script = (
        "import os, pathlib, sys; from mtaudit import kept\n"
        "pathlib.Path.replace = lambda *_: os._exit(9)\n"
        "kept.write_kept(pathlib.Path(sys.argv[1]), {'a': (b'1', b'2')})\n"
    )
    path = tmp_path / "results-a.marshal"
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)

    assert 9 == done.returncode
    assert not path.exists()
