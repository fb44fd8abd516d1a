"""Decisions from the HTML report, carried out: `mtaudit triage apply`."""

import json

import pytest

RIVER = (
    "# The river\r\n"
    "\r\n"
    "Rain fell in the run—up to the flood, and the run—up was long.\r\n"
    "\r\n"
    "Nobody saw the the boats. The ferry was not not late.\r\n"
)
RULES = ["en/dash-in-compound", "core/doubled-word"]
OPTIONS = ["--target-language", "en"]


def found(run, folder, *options):
    """Return the open findings of the folder."""
    select = ",".join(RULES)
    command = ["check", "--select", select, "--fail-on", "never", *OPTIONS, *options]
    done = run(*command, "--output-format", "json", cwd=folder)
    findings = json.loads(done.stdout)["findings"]
    return [each for each in findings if not each["suppressed_by"]]


def decided(finding, way, **rest):
    """Return a decision as the report exports it."""
    fix = finding["fixes"][0]["title"] if way == "fix" else ""
    return {
        "fingerprint": finding["fingerprint"],
        "path": finding["path"],
        "rule": finding["rule"],
        "decision": way,
        "title": fix,
        "reason": "",
        **rest,
    }


def applied(run, folder, decisions, *options):
    """Have the decisions carried out; return what the run came to."""
    file = folder / "decisions.json"
    told = {"schema_version": 1, "decisions": decisions}
    file.write_text(json.dumps(told), encoding="utf-8")
    return run("triage", "apply", *OPTIONS, *options, file.name, cwd=folder)


@pytest.fixture
def folder(tmp_path):
    for name in ("river.md", "river.txt"):
        (tmp_path / name).write_bytes(RIVER.encode())
    return tmp_path


@pytest.mark.parametrize("name", ["river.md", "river.txt"])
def test_fix_and_ignore(run, folder, name):
    """A fix is written, an ignore holds with its reason, all else stays as it was."""
    first, second, the, never = found(run, folder, name)
    decisions = [
        decided(first, "fix"),
        decided(the, "fix"),
        decided(never, "ignore", reason="said for effect"),
        decided(second, "later"),
    ]
    done = applied(run, folder, decisions)

    assert 0 == done.returncode, done.stderr.decode()
    assert b"Fixed 2 findings, 1 left for later." in done.stderr
    text = (folder / name).read_bytes().decode()
    assert "in the run-up to the flood, and the run—up was" in text
    assert "saw the boats. The ferry was not not late." in text
    assert text.count("\r\n") == RIVER.count("\r\n") == text.count("\n")
    assert [second["match"]] == [each["match"] for each in found(run, folder, name)]
    ignores = folder / ".mtaudit-ignore.toml"
    place = text if name.endswith(".md") else ignores.read_text(encoding="utf-8")
    assert "said for effect" in place


def test_later_into_the_baseline(run, folder):
    """What is for later is known from then on, if that is asked for."""
    *_, never = found(run, folder, "river.md")
    done = applied(run, folder, [decided(never, "later")], "--to-baseline")

    assert 0 == done.returncode, done.stderr.decode()
    assert 3 == len(found(run, folder, "river.md"))
    assert RIVER.encode() == (folder / "river.md").read_bytes()


STALE = [
    pytest.param({"fingerprint": "0123456789abcdef"}, "not found any more", id="text"),
    pytest.param({"title": "Replace with “”"}, "not offered any more", id="fix"),
    pytest.param({"path": "sea.md"}, "sea.md", id="file"),
]


@pytest.mark.parametrize(("change", "sentence"), STALE)
def test_stale(run, folder, change, sentence):
    """What was decided on something else is left alone, said, and exit 1."""
    first, *_ = found(run, folder, "river.md")
    done = applied(run, folder, [decided(first, "fix") | change])

    assert 1 == done.returncode
    assert sentence in done.stderr.decode()
    assert RIVER.encode() == (folder / "river.md").read_bytes()


WRONG = [
    pytest.param("{", "is not JSON", id="no JSON"),
    pytest.param("[]", "holds no decisions", id="no decisions"),
    pytest.param('{"decisions": [], "schema_version": 2}', "version 2", id="version"),
    pytest.param(
        '{"schema_version": 1, "decisions": [{"decision": "burn"}]}',
        "“burn” is none of fix, ignore, later",
        id="unknown decision",
    ),
    pytest.param(
        '{"schema_version": 1, "decisions": [{"decision": "fix"}]}',
        "decision 1: it has no “path”",
        id="no path",
    ),
    pytest.param(
        '{"schema_version": 1, "decisions": [{"path": 1}]}',
        "“path” is a string",
        id="wrong type",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_wrong_file(run, folder, text, sentence):
    """A file that is not what the report exports is said to be so: exit 2."""
    (folder / "d.json").write_text(text, encoding="utf-8")
    done = run("triage", "apply", "d.json", cwd=folder)

    assert 2 == done.returncode
    assert sentence in done.stderr.decode()


def test_no_file(run, tmp_path):
    """Neither is there a traceback where there is no file."""
    done = run("triage", "apply", "d.json", cwd=tmp_path)

    assert 2 == done.returncode
    assert b"d.json cannot be read" in done.stderr
