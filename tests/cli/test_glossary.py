"""The glossary of a configuration, from file to finding."""

import json

import pytest

CONFIG = """\
source-language = "ru"
target-language = "en"
select = ["bitext/*term"]

[glossary]
termbases = "words/terms.tsv"
do-not-translate = ["Seahorse"]

[glossary.terms]
"парус" = "sail"

[glossary.forbidden]
"парус" = ["canvas"]
"""
PAIRS = """\
Баки полны.	The vats are full.
Парус поднят.	The canvas is up.
Парус Seahorse спущен.	The sail of Sea Horse is down.
Бак и парус.	A tank and a sail.
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words/terms.tsv").write_text(
        "source\ttarget\tnote\nбак\ttank\tfor water\n", encoding="utf-8"
    )
    (tmp_path / "mtaudit.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
    return tmp_path


def test_findings(run, project):
    """Terms of the table and of the configuration count alike."""
    done = run("check", "pairs.tsv", "--output-format", "json", cwd=project)

    found = json.loads(done.stdout)["findings"]
    assert [
        ("bitext/missing-term", 1, "The vats are full."),
        ("bitext/forbidden-term", 2, "canvas"),
        ("bitext/translated-term", 3, "The sail of Sea Horse is down."),
    ] == [(each["rule"], each["start"]["line"], each["match"]) for each in found]


def test_signature(run, project):
    """Two reports by two glossaries do not count as comparable."""
    runs = []
    for term in ("tank", "reservoir"):
        terms = f"source\ttarget\nбак\t{term}\n"
        (project / "words/terms.tsv").write_text(terms, encoding="utf-8")
        done = run("check", "pairs.tsv", "--output-format", "json", cwd=project)
        runs.append(json.loads(done.stdout)["signature"])

    assert runs[0] != runs[1]


def test_missing_file(run, project):
    """A glossary that is not there is wrong usage."""
    (project / "words/terms.tsv").unlink()

    done = run("check", "pairs.tsv", cwd=project)

    assert 2 == done.returncode
    assert "terms.tsv cannot be read" in done.stderr.decode()


def test_unknown_key(run, project):
    """A key that there is not is named, with the nearest one."""
    config = CONFIG.replace("termbases", "termbase")
    (project / "mtaudit.toml").write_text(config, encoding="utf-8")

    done = run("check", "pairs.tsv", cwd=project)

    assert 2 == done.returncode
    assert "unknown key “glossary.termbase”" in done.stderr.decode()
