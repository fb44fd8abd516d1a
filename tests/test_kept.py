"""Facts that are worked out once and kept for later runs."""

import json
import os
from pkgutil import get_data

import pytest

from mtaudit.kept import KeptFacts
from mtaudit.text import statistics
from mtaudit.text.quantities import conventions
from mtaudit.text.quantities.conventions import conventions_of
from mtaudit.text.statistics import _seen_in

MADE = (",", (("тыс", 3),))


@pytest.fixture
def facts(tmp_path):
    """Facts that have a folder."""
    kept = KeptFacts()
    kept.folder = tmp_path / "kept"
    return kept


def unexpected():
    """Work out what should have been kept."""
    pytest.fail("it was worked out again")


def test_kept(facts):
    """What was worked out once is there the next time."""
    assert MADE == facts.recalled("ru", "1", lambda: MADE)
    assert MADE == facts.recalled("ru", "1", unexpected)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        pytest.param("ru", "2", id="another state"),
        pytest.param("ru-RU", "1", id="another name"),
    ],
)
def test_worked_out_anew(facts, name, state):
    """What is kept is for one name and one state."""
    facts.recalled("ru", "1", lambda: MADE)

    assert ("новое",) == facts.recalled(name, state, lambda: ("новое",))


@pytest.mark.parametrize("name", ["../ru", "", "a" * 41, "ru/RU", "рус"])
def test_no_name_of_a_file(facts, name):
    """What could be no file is worked out each time, and nothing is written."""
    assert MADE == facts.recalled(name, "1", lambda: MADE)
    assert not facts.folder.exists()


@pytest.mark.parametrize("content", [b"", b"\0", b"not marshal"])
def test_broken(facts, content):
    """A broken file is replaced."""
    facts.folder.mkdir()
    path = facts.folder / "facts-ru.marshal"
    path.write_bytes(content)
    path.chmod(0o600)

    assert MADE == facts.recalled("ru", "1", lambda: MADE)
    assert MADE == facts.recalled("ru", "1", unexpected)


@pytest.mark.skipif(os.name == "nt", reason="the folder is inside the user's profile")
def test_of_strangers(facts):
    """A file that others can write is not read."""
    facts.recalled("ru", "1", lambda: ("their own",))
    (facts.folder / "facts-ru.marshal").chmod(0o666)

    assert MADE == facts.recalled("ru", "1", lambda: MADE)


@pytest.mark.parametrize("tag", ["ru", "pt-BR", "fr-CH", "ja", "tlh", "und"])
def test_conventions_are_the_same(facts, monkeypatch, tag):
    """What was kept of a language reads numbers as what CLDR says."""
    monkeypatch.setattr(conventions, "FACTS", facts)
    text = "5 тыс. км, 5 mil km, 5 millions, 5万, 12 March, 12 марта, 5 minutes"
    seen = []
    for _ in range(2):
        conventions_of.cache_clear()
        own = conventions_of(tag)
        places = [n for n in range(1, len(text)) if text[n - 1].isdigit()]
        seen.append(
            (
                own.decimal,
                own.group,
                [match.span() for match in own.months_in(text)],
                [own.scale_at(text, place) for place in places],
                [own.unit_at(text, place) for place in places],
            )
        )
    conventions_of.cache_clear()

    assert seen[0] == seen[1]
    assert (facts.folder / f"facts-{tag}.marshal").exists()


def test_letters_are_the_same(facts, monkeypatch):
    """What was kept of n-grams is what langdetect's own file says."""
    monkeypatch.setattr(statistics, "FACTS", facts)
    said = json.loads(get_data("langdetect", "profiles/uk") or b"")
    wanted = {
        gram: said["freq"].get(gram, 0) / said["n_words"][len(gram) - 1]
        for gram in ("ї", "ня", "ого", "ыть", "å")
    }

    for _ in range(2):
        letters = _seen_in.__wrapped__("Cyrl")
        assert wanted == {gram: letters.frequencies(gram)[-1] for gram in wanted}
    assert (facts.folder / "facts-letters-Cyrl.marshal").exists()
    assert wanted["ї"] > 0 == wanted["å"]
