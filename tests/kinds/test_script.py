"""Letters of a foreign script, in words and instead of words."""

import pytest

from mtaudit.kinds.script import Script

# The words are spelled with \N{...} where a reader could not see the script.
ES = "\N{CYRILLIC SMALL LETTER ES}"
TE = "\N{CYRILLIC CAPITAL LETTER TE}"
IE = "\N{CYRILLIC SMALL LETTER IE}"
MU = "\N{GREEK SMALL LETTER MU}"
OMICRON = "\N{GREEK SMALL LETTER OMICRON}"


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        pytest.param(f"the {ES}ompany", f"{ES}ompany", "company", id="one letter"),
        pytest.param(f"a B{TE}R-80", f"B{TE}R", "BTR", id="a hyphen parts words"),
        pytest.param("в Москвa", "Москвa", "Москва", id="latin in cyrillic"),
        pytest.param(f"{TE}h{IE} end", f"{TE}h{IE}", "The", id="the minority decides"),
        pytest.param(f"{OMICRON}ne", f"{OMICRON}ne", "one", id="greek"),
        pytest.param("the KoЯn band", "KoЯn", None, id="no twin"),
        pytest.param("три SMSки", "SMSки", None, id="half and half"),
        pytest.param(f"使用{ES}ompany的", f"{ES}ompany", "company", id="between han"),
    ],
)
def test_mixed_word(hits, text, word, fix):
    """A word that mixes scripts is marked, and repaired where twins allow it."""
    ((_, hit),) = hits(Script(), text)

    assert word == hit.span.of(text)
    assert (() if fix is None else (fix,)) == hit.replacements


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a plain word", id="ascii"),
        pytest.param("naïve Ökonomen", id="latin"),
        pytest.param("слово and word", id="words of two scripts"),
        pytest.param(f"5 {MU}m, 5 \N{MICRO SIGN}m, 5 kΩ, Δt", id="units and variables"),
        pytest.param("α-helix and β-carotene", id="greek before a hyphen"),
        pytest.param("使用API、API를、東京タワーへ", id="scripts that go together"),
        pytest.param("foo_бар", id="underscore"),
        pytest.param("за\u0301мок", id="accent"),
    ],
)
def test_clean_word(hits, text):
    """What people write is no mixture."""
    assert [] == hits(Script(), text)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({}, f"⟦KoЯn⟧ ⟦{ES}at⟧", id="any"),
        pytest.param({"report": "homoglyph"}, f"KoЯn ⟦{ES}at⟧", id="twins"),
        pytest.param({"report": "other"}, f"⟦KoЯn⟧ {ES}at", id="the rest"),
        pytest.param({"allow": ("korn", "KOЯN")}, f"KoЯn ⟦{ES}at⟧", id="allowed"),
        pytest.param({"scripts": ("Grek",)}, f"KoЯn {ES}at", id="another script"),
        pytest.param({"unless": ("Ko.n",)}, f"KoЯn ⟦{ES}at⟧", id="excepted"),
    ],
)
def test_options(marked, options, expected):
    """A card says which mixtures it is about."""
    assert [expected] == marked(Script(**options), f"KoЯn {ES}at")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Причал", "⟦Причал⟧", id="a word"),
        pytest.param(" Да, 5! ", " ⟦Да, 5!⟧ ", id="signs and digits"),
        pytest.param("Причал and pier", "Причал and pier", id="not wholly"),
        pytest.param("я", "я", id="too short"),
        pytest.param("五", "五", id="another script"),
    ],
)
def test_whole_segment(marked, text, expected):
    """A segment is foreign if all its letters are."""
    kind = Script(whole_segment=True, scripts=("Cyrl", "Grek"))

    assert [expected] == marked(kind, text)


def test_unknown_script():
    """A script that we cannot tell is refused."""
    with pytest.raises(ValueError, match="“scripts” must be one of"):
        Script(scripts=("Cyrillic",))
