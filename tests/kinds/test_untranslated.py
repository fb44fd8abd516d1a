"""What stands in a translation as it stands in the original."""

import pytest

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds.untranslated import Untranslated
from mtaudit.model import OPAQUE, Document, Languages, Piece, Segment

COPY, NEAR, PART = (Untranslated(report=each) for each in ("copy", "near", "part"))


def found(kind, source, text, languages=("en", "de")):
    """Return what a kind finds in the translation of one unit."""
    piece = Piece(0, len(text), 0, len(text))
    segment = Segment(text, (piece,), source=source)
    target, origin = languages
    document = Document(
        "a.txt", text, "plain", (segment,), languages=Languages(target, origin)
    )
    return [hit.span.of(text) for _, hit in kind.check(document)]


HAN = "这座桥对所有人开放"
CODE = f"{OPAQUE} a_b c/d x=1 --flag"
SHORT = "Boat type doesn’t float"
WHOLE = "Die Brücke ist für alle offen, die zu Fuß gehen."


@pytest.mark.parametrize(
    ("source", "text", "languages", "expected"),
    [
        pytest.param(WHOLE, f" {WHOLE}\n", ("en", "de"), [WHOLE], id="spaces around"),
        pytest.param(WHOLE, WHOLE.upper(), ("en", "de"), [], id="in capitals"),
        pytest.param(WHOLE, WHOLE, ("de-AT", "de-DE"), [], id="one language"),
        pytest.param(WHOLE, WHOLE, ("de", "en"), [], id="in the target language"),
        pytest.param(WHOLE, WHOLE, (None, None), [WHOLE], id="languages not known"),
        pytest.param("Bad Tölz", "Bad Tölz", ("en", "de"), [], id="a name"),
        pytest.param(None, WHOLE, ("en", "de"), [], id="no original"),
        pytest.param(SHORT, SHORT, ("de", "en"), [SHORT], id="a contraction"),
        pytest.param(HAN, HAN, ("en", "zh"), [HAN], id="without spaces"),
        pytest.param(CODE, CODE, ("en", "de"), [], id="code"),
    ],
)
def test_copies(source, text, languages, expected):
    """A unit is a copy where words that a translation changes are the same."""
    assert expected == found(COPY, source, text, languages)


@pytest.mark.parametrize(
    ("text", "near", "part"),
    [
        pytest.param(WHOLE, [], [], id="a copy is neither"),
        pytest.param(f"{WHOLE[:-1]} (de).", [f"{WHOLE[:-1]} (de)."], [], id="near"),
        pytest.param(
            f"It is a gift from the people of the town. {WHOLE}",
            [],
            [WHOLE.rstrip(".")],
            id="sentence left",
        ),
        pytest.param(
            f"He sang a song that all the children of the town know, “{WHOLE}”.",
            [],
            [],
            id="quoted",
        ),
        pytest.param("The bridge is for alle offen.", [], [], id="two words"),
        pytest.param("The bridge is open.", [], [], id="translated"),
    ],
)
def test_near_and_part(text, near, part):
    """A unit with some changed letters is near; of others, runs of words are found."""
    assert near == found(NEAR, WHOLE, text)
    assert part == found(PART, WHOLE, text)


def test_words_of_both_languages_count_for_nothing():
    """What kin languages write alike is no copy."""
    source = "La casa de la persona es importante para la industria."
    text = "A casa da persona é importante para a industria."

    assert [] == found(PART, source, text, ("pt", "es"))


def test_unknown_report():
    """A word that is none is refused."""
    with pytest.raises(ValueError, match="“report” must be one of"):
        Untranslated(report="all")


def test_variant():
    """Where all originals are in the target language, none of them was left."""
    names = ["Low German", "Upper Sorbian"] * 100
    said = *names, "The lamp on the pier", "Where the boats go when it is cold"
    raw = "".join(f'msgid "{text}"\nmsgstr "{text}"\n' for text in said)
    document = load_format("po").parse(raw, "a.po", FormatOptions())

    def hits(target):
        return [*COPY.check(document._replace(languages=Languages(target)))]

    assert [] == hits("en-GB")
    assert said[-2:] == tuple(segment.text for segment, _ in hits("de"))
