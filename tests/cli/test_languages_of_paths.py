"""Languages that paths name: what is read in a folder, and what it is taken for."""

from __future__ import annotations

import json

import pytest

TEXT = json.dumps({"title": "All the files of the house were put in one room."})


@pytest.mark.parametrize(
    ("folders", "read"),
    [
        pytest.param(["mt", "human"], [], id="machine translation"),
        pytest.param(
            ["mt", "de", "fr"], ["de/a.json", "fr/a.json", "mt/a.json"], id="Maltese"
        ),
        pytest.param(["it", "hr-office", "sales"], [], id="departments"),
        pytest.param(["it", "en"], ["en/a.json", "it/a.json"], id="Italian"),
    ],
)
def test_folders_of_data(folders, read, run, tmp_path):
    """Data below a folder is read if the folder is a language, not if it is a word."""
    for folder in folders:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.json").write_text(TEXT)

    done = run("check", "--output-format", "json", "--no-cache")

    documents = json.loads(done.stdout)["documents"]
    assert read == [each["path"] for each in documents]
    assert {path[:2] for path in read} == {
        each["target_language"] for each in documents
    }


def test_a_named_file_in_a_folder_called_mt(run, tmp_path):
    """The text of a file says what it is in where its folder does not."""
    (tmp_path / "mt").mkdir()
    (tmp_path / "mt/a.json").write_text(TEXT)

    done = run("check", "mt/a.json", "--output-format", "json")

    assert "en" == json.loads(done.stdout)["documents"][0]["target_language"]
