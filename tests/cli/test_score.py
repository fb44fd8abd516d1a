"""`mtaudit score`: the figures of sacrebleu, and what rules find beside them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit.engine.score import compared, metrics_for, scores_of

DASH = "\N{EM DASH}"

REFERENCE = """\
The ferry left the harbour an hour late because of the fog.
Nobody on the pier knew when the next one would come.
"We shall wait," the captain said, and lit his pipe.
A follow-up meeting was booked for the end of May.
The anti-war poster hung in the window of the bakery.
Three boats came back, and the fourth was never seen again.
"""
HYPOTHESIS = f"""\
The ferry left the port one hour later because of fog.
Nobody on the quay knew when the following would arrive.
"We will wait," said the captain, and lit a pipe.
A follow{DASH}up meeting was booked for the end of May.
The anti{DASH}war poster hung in the window of the bakery.
Three boats returned and the fourth was not seen any more.
"""
OTHER = """\
The ferry went away from the harbour late.
No one on the pier knew about the next.
"We shall wait," the captain said.
The following meeting was ordered for May.
The poster against the war hung in the bakery.
Three boats came back, the fourth was never seen again.
"""


def commanded(folder, *args):
    """Return what the command ``sacrebleu`` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "sacrebleu", *map(str, args), "-w", "12"],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def figures(folder, *args):
    """Return the name, score and signature of each metric of the command."""
    printed = commanded(
        folder, *args, "-m", "bleu", "chrf", "ter", "--chrf-word-order", "2"
    )
    return [
        (each["name"], each["score"], each["signature"]) for each in json.loads(printed)
    ]


def ours(system):
    return [
        (each["name"], round(each["score"], 12), each["signature"])
        for each in system["scores"]
    ]


@pytest.fixture
def files(tmp_path):
    """Write two translations and a reference."""
    texts = {"hyp.txt": HYPOTHESIS, "other.txt": OTHER, "ref.txt": REFERENCE}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def scored(run, *args, **more):
    """Return the JSON that ``mtaudit score`` writes."""
    done = run("score", *args, "--output-format", "json", **more)
    assert 0 == done.returncode, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        pytest.param("en", [HYPOTHESIS, REFERENCE], id="english"),
        pytest.param("en", [HYPOTHESIS, REFERENCE, OTHER], id="two references"),
        pytest.param(
            "zh",
            [
                "雾太大,渡轮晚了一小时。\n船长点了烟斗。\n",
                "渡轮因雾晚点。\n船长点燃了烟斗。\n",
            ],
            id="chinese has a tokenizer of its own",
        ),
        pytest.param(
            "en",
            [
                "One line.\r\n\r\n  Two\N{LINE SEPARATOR}lines. \t\n",
                "A line.\n\nTwo.\n",
            ],
            id="carriage returns, blank lines, spaces, other separators",
        ),
        pytest.param("en", ["No newline here", "No newline\n"], id="no last newline"),
    ],
)
def test_equals_the_command(language, texts, run, tmp_path):
    """Scores and signatures are those of the command ``sacrebleu``, digit by digit."""
    hypothesis, *references = texts
    (tmp_path / "hyp").write_bytes(hypothesis.encode())
    for number, text in enumerate(references):
        (tmp_path / f"ref{number}").write_bytes(text.encode())
    names = [f"ref{number}" for number in range(len(references))]

    report = scored(
        run,
        "hyp",
        *(part for name in names for part in ("--ref", name)),
        *("--target-language", language),
    )

    expected = figures(tmp_path, *names, "-i", "hyp", "-l", f"xx-{language}")
    assert expected == ours(report["systems"][0])


def test_paired_test_equals_the_command(run, files):
    """Means, intervals and p are those of ``sacrebleu --paired-bs``."""
    table = commanded(
        files,
        *("ref.txt", "-i", "hyp.txt", "other.txt", "--paired-bs", "-f", "latex"),
        *("-l", "xx-en", "-m", "bleu", "chrf", "ter", "--chrf-word-order", "2"),
    )

    report = scored(run, "hyp.txt", "other.txt", "--compare", "--ref", "ref.txt")

    for system in report["systems"]:
        for score in system["scores"]:
            value, mean, interval = (
                f"{score[key]:.12f}" for key in ("score", "mean", "interval")
            )
            assert f"{value} ({mean} ± {interval})" in table
            assert score["signature"] in table
            assert score["p"] is None or f"(p = {score['p']:.4f})" in table
    assert [None] * 3 == [score["p"] for score in report["systems"][0]["scores"]]


LINES = st.lists(
    st.text(st.sampled_from("ab .,!\"'ж日-\u2028\t"), max_size=12),
    min_size=1,
    max_size=6,
)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(LINES, LINES, LINES)
def test_comparison_is_sacrebleus(one, two, reference):
    """Whatever the texts, a comparison has the scores that each has alone."""
    count = min(map(len, (one, two, reference)))
    texts = {"one": one[:count], "two": two[:count]}
    metrics = metrics_for([reference[:count]], "en")

    found = compared(metrics, texts)

    for name, lines in texts.items():
        alone = scores_of(metrics, lines)
        assert [each.value for each in alone] == [each.value for each in found[name]]
    for first, other in zip(found["one"], found["two"], strict=True):
        assert (first.value == other.value) == (other.p is None)
        assert other.p is None or 0 < other.p <= 1


def test_before_after(run, files):
    """What ``--fix`` mends moves the text towards the reference; the file stays."""
    report = scored(run, "hyp.txt", "--ref", "ref.txt", "--before-after")

    before, after = report["systems"]
    chrf = [system["scores"][1] for system in (before, after)]
    assert ("before", "after") == (before["name"], after["name"])
    assert 2 == after["changed"]
    assert chrf[0]["score"] < chrf[1]["score"]
    assert 0 < chrf[1]["p"] <= 1
    assert before["findings"] == after["findings"] + 2
    assert HYPOTHESIS == (files / "hyp.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("files")
def test_nothing_to_fix_has_no_p(run):
    """Of a text that no fix changes there is nothing to test."""
    report = scored(run, "other.txt", "--ref", "ref.txt", "--before-after")

    before, after = report["systems"]
    assert 0 == after["changed"]
    assert [None] * 3 == [score["p"] for score in after["scores"]]
    assert [each["score"] for each in before["scores"]] == [
        each["score"] for each in after["scores"]
    ]
    done = run("score", "other.txt", "--ref", "ref.txt", "--before-after")
    assert "after differs from before in 0 of 6 segments." in done.stdout.decode()


@pytest.mark.usefixtures("files")
def test_weakest_segments(run):
    """The weakest segments come with their texts and with the rules that found them."""
    report = scored(
        run, "hyp.txt", "--ref", "ref.txt", "--src", "other.txt", "--worst", "6"
    )

    weak = report["weakest"]
    assert sorted(each["chrF2++"] for each in weak) == [
        each["chrF2++"] for each in weak
    ]
    by_key = {each["key"]: each for each in weak}
    assert [*"123456"] == sorted(by_key)
    assert REFERENCE.splitlines()[3] == by_key["4"]["references"][0]
    assert OTHER.splitlines()[3] == by_key["4"]["source"]
    assert ["en/dash-in-compound"] == by_key["4"]["rules"]
    assert [] == by_key["6"]["rules"]


def test_table(run, files):
    """The table has what the command would print, and fits eighty columns."""
    done = run("score", "hyp.txt", "--ref", "ref.txt", "--worst", "1")

    lines = done.stdout.decode().splitlines()
    name, score, _ = figures(files, "ref.txt", "-i", "hyp.txt")[0]
    row = next(line for line in lines if line.startswith("hyp.txt"))
    assert f"{score:.2f}" == row.split()[1]
    assert "–" == row.split()[4], "a short text has no penalty"
    assert any(re.match(rf"{name} +nrefs:1\|case:mixed", line) for line in lines)
    assert max(map(len, lines)) <= 80


def test_penalty_of_enough_words(run, files):
    """From 250 words on there is a penalty, and a fix makes it smaller."""
    (files / "long.txt").write_text(HYPOTHESIS * 5, encoding="utf-8")
    (files / "long-ref.txt").write_text(REFERENCE * 5, encoding="utf-8")

    report = scored(run, "long.txt", "--ref", "long-ref.txt", "--before-after")

    before, after = report["systems"]
    assert before["words"] >= 250
    assert before["penalty"] > after["penalty"] >= 0


@pytest.mark.usefixtures("files")
def test_standard_input(run):
    """A hypothesis may come on standard input."""
    piped = scored(run, "-", "--ref", "ref.txt", stdin=HYPOTHESIS.encode())
    named = scored(run, "hyp.txt", "--ref", "ref.txt")

    assert ours(named["systems"][0]) == ours(piped["systems"][0])


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Паром ушёл на час позже из-за тумана."
msgstr "{}"

msgid "Капитан закурил трубку."
msgstr "{}"
"""


def test_bilingual_files_go_by_their_keys(run, tmp_path):
    """Units of PO are held against those with the same key, and have sources."""
    first, second = "The ferry was an hour late.", "The captain lit his pipe."
    (tmp_path / "hyp.po").write_text(PO.format(first, second), encoding="utf-8")
    blocks = PO.format(first, second).split("\n\n")
    swapped = "\n\n".join([blocks[0], blocks[2].strip(), blocks[1]]) + "\n"
    (tmp_path / "ref.po").write_text(swapped, encoding="utf-8")

    report = scored(run, "hyp.po", "--ref", "ref.po", "--target-language", "en")

    assert 2 == report["segments"]
    assert [100.0, 100.0, 0.0] == [
        round(each["score"], 9) for each in report["systems"][0]["scores"]
    ]
    assert "Капитан закурил трубку." in {each["source"] for each in report["weakest"]}


HYP, REF = ["hyp.txt"], ["--ref", "ref.txt"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(
            [*HYP, "--ref", "short.txt"],
            "hyp.txt has 6 lines, and short.txt has 1 line",
            id="unequal",
        ),
        pytest.param(
            [*HYP, *REF, "--src", "short.txt"],
            "short.txt has 1 line",
            id="unequal source",
        ),
        pytest.param([*HYP, "--ref", "empty.txt"], "empty.txt is empty", id="empty"),
        pytest.param(["empty.txt", *REF], "empty.txt is empty", id="no text"),
        pytest.param(["none.txt", *REF], "none.txt", id="missing"),
        pytest.param([*HYP, "--ref", "none.txt"], "none.txt", id="missing reference"),
        pytest.param(HYP, "--ref", id="no reference"),
        pytest.param([*HYP, "--ref", "latin.txt"], "byte 0xe9 at", id="not UTF-8"),
        pytest.param([*HYP, "other.txt", *REF], "--compare", id="two systems"),
        pytest.param([*HYP, "--compare", *REF], "two", id="only one"),
        pytest.param([*HYP, *HYP, "--compare", *REF], "twice", id="twice"),
        pytest.param(
            [*HYP, *REF, "--output-format", "sarif"], "text or json", id="format"
        ),
        pytest.param([*HYP, *REF, "--unsafe-fixes"], "--before-after", id="flag"),
    ],
)
def test_errors(args, said, run, files):
    """What cannot be scored is said in a sentence, and the exit code is 2."""
    (files / "short.txt").write_text("One line.\n")
    (files / "empty.txt").write_text("\n  \n")
    (files / "latin.txt").write_bytes(b"caf\xe9\n" * 6)

    done = run("score", *args)

    assert 2 == done.returncode
    assert said in done.stderr.decode()
    assert b"" == done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(find_spec("MeCab") is not None, reason="it is installed here")
@pytest.mark.usefixtures("files")
def test_tokenizer_that_is_not_installed(run):
    """BLEU of Japanese needs a tokenizer; whoever lacks it is told what to install."""
    done = run("score", *HYP, *REF, "--target-language", "ja-JP")

    assert 2 == done.returncode
    assert 'pip install "sacrebleu[ja]"' in done.stderr.decode()


def test_sacrebleu_is_loaded_by_its_command_only(files):
    """Neither an audit nor the help of ``score`` loads sacrebleu."""
    script = (
        "import sys; sys.argv = ['mtaudit', *sys.argv[1:]]\n"
        "from mtaudit.cli.main import run\n"
        "try: run()\n"
        "finally: print('sacrebleu' in sys.modules, file=sys.stderr)\n"
    )
    for args in (["check", "hyp.txt"], ["score", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *args],
            cwd=files,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "False" == done.stderr.splitlines()[-1]


def test_fixes_of_a_bilingual_file(run, tmp_path):
    """Of a table, --before-after mends the translations and scores them by row."""
    rows = zip(OTHER.splitlines(), HYPOTHESIS.splitlines(), strict=True)
    table = "source\ttarget\n" + "".join(f"{a}\t{b}\n" for a, b in rows)
    (tmp_path / "hyp.tsv").write_text(table, encoding="utf-8")
    (tmp_path / "ref.txt").write_text(REFERENCE, encoding="utf-8")

    report = scored(run, "hyp.tsv", "--ref", "ref.txt", "--before-after")

    before, after = report["systems"]
    assert 6 == report["segments"]
    assert 2 == after["changed"]
    assert before["scores"][1]["score"] < after["scores"][1]["score"]
    assert table == (tmp_path / "hyp.tsv").read_text(encoding="utf-8")


def test_config_decides_on_rules(run, files):
    """What the configuration does not select is neither counted nor fixed."""
    (files / "mtaudit.toml").write_text('ignore = ["en/dash-in-compound"]\n')

    report = scored(run, "hyp.txt", "--ref", "ref.txt", "--before-after")

    assert 0 == report["systems"][1]["changed"]


def test_unreferenced_units_are_left_out(run, tmp_path):
    """A unit that the reference lacks is not scored; files with none in common fail."""
    first, second = "The ferry was an hour late.", "The captain lit his pipe."
    (tmp_path / "hyp.po").write_text(PO.format(first, second), encoding="utf-8")
    (tmp_path / "ref.po").write_text(PO.format(first, ""), encoding="utf-8")
    other = PO.replace("Паром", "Катер").replace("Капитан", "Боцман")
    (tmp_path / "other.po").write_text(other.format(first, second), encoding="utf-8")

    report = scored(run, "hyp.po", "--ref", "ref.po", "--target-language", "en")
    failed = run("score", "hyp.po", "--ref", "other.po", "--target-language", "en")

    assert 1 == report["segments"]
    assert 2 == failed.returncode
    assert "no unit in common" in failed.stderr.decode()
