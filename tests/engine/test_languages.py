"""The direction of a translation, and the ground on which it is assumed."""

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.languages import languages_of
from mtaudit.model import Document, Piece, Segment

ENGLISH = (
    (
        "The ferry that was to leave the harbour in the morning has not left yet, "
        "and the passengers who had come for it were sent back to the town."
    ),
    (
        "It is the third time this week that the crew of the ferry have refused to "
        "sail, said the head of the port, who was not there when they did."
    ),
    (
        "They will be asked what they want, but it may be that there is nothing to "
        "give them: the company has had no money for this since the spring."
    ),
)
GERMAN = (
    (
        "Die Fähre, die am Morgen aus dem Hafen fahren sollte, ist noch nicht "
        "gefahren, und die Gäste wurden in die Stadt zurückgeschickt."
    ),
)
SWEDISH = (
    "Hamnen ligger vid floden och är mycket större än byn som växte upp intill.",
    "Båtarna lämnar bryggan tidigt på morgonen när dimman ännu ligger över vattnet.",
    "Fiskarna säljer sin fångst på torget innan solen har gått upp över staden.",
    "På kvällen tänds fyren och de sista skutorna vänder hem till sina kajplatser.",
)
UKRAINIAN = (
    (
        "Пором, який мав вийти з порту вранці, ще не вийшов, і пасажирів, що на "
        "нього чекали, відправили назад до міста."
    ),
)


def document(*texts, declared=None, sources=()):
    """Return a document of a segment for each text."""
    pieces = [(Piece(0, len(text), 0, len(text)),) for text in texts]
    originals = sources or (None,) * len(texts)
    segments = tuple(
        Segment(text=text, pieces=piece, source=source)
        for text, piece, source in zip(texts, pieces, originals, strict=True)
    )
    return Document(
        path="a.txt", raw="", format="plain", segments=segments, declared_lang=declared
    )


def direction(*texts, settings=Settings(), path_language=None, **rest):  # noqa: B008 -- settings are a value
    """Return what is assumed of texts, as source, target and the ground."""
    found = languages_of(document(*texts, **rest), settings, path_language)
    return found.source, found.target, found.evidence


@pytest.mark.parametrize(
    ("given", "target", "evidence"),
    [
        pytest.param(
            {
                "settings": Settings(target_language="fr", target_ground="--target"),
                "path_language": "es",
                "declared": "it",
            },
            "fr",
            "target: --target",
            id="what was asked for comes first",
        ),
        pytest.param(
            {"path_language": "es", "declared": "it"},
            "es",
            "target: by its path",
            id="then the path",
        ),
        pytest.param(
            {"declared": "it"}, "it", "target: as the file says", id="then the file"
        ),
        pytest.param(
            {}, "en", "target: function words of 3 paragraphs", id="then the text"
        ),
    ],
)
def test_order(given, target, evidence):
    """The strongest word on the target language counts."""
    assert (None, target, evidence) == direction(*ENGLISH, **given)


def test_one_ground_for_both():
    """A ground that both languages stand on is told once."""
    settings = Settings(source_language="ja", target_language="en")

    assert ("ja", "en", "as set") == direction(*ENGLISH, settings=settings)


def test_source_as_set():
    """A source language that was asked for is not inferred."""
    settings = Settings(source_language="ja")

    source, _, evidence = direction(*ENGLISH, "Старый причал", settings=settings)

    assert "ja" == source
    assert evidence.endswith("; source: as set")


@pytest.mark.parametrize(
    ("texts", "target"),
    [
        pytest.param(ENGLISH, "en", id="english"),
        pytest.param(GERMAN, "de", id="german"),
        pytest.param(UKRAINIAN, "uk", id="ukrainian"),
        pytest.param((*ENGLISH, *GERMAN), "en", id="most paragraphs"),
        pytest.param(("港の船は今朝出なかった。",), "ja", id="japanese"),
        pytest.param(("Port", "Menu"), None, id="too little"),
        pytest.param((), None, id="empty"),
        pytest.param((*ENGLISH[:1], *UKRAINIAN), None, id="half and half"),
        pytest.param((*SWEDISH, *ENGLISH[:1]), "sv", id="a stray paragraph"),
        pytest.param(
            (*ENGLISH[:1], *["古い橋は今年の春に新しい橋へ架け替えられた。"] * 4),
            "ja",
            id="terse",
        ),
    ],
)
def test_majority(texts, target):
    """The language of most of the text is the target."""
    assert target == direction(*texts)[1]


@pytest.mark.parametrize(
    ("leftovers", "source", "ground"),
    [
        pytest.param(
            ("Старый причал", "Порт"), "ru", "2 leftover lines, Cyrillic ы", id="ru"
        ),
        pytest.param(("Нічний порт",), "uk", "1 leftover line, Cyrillic і", id="uk"),
        pytest.param(("Порт",), None, None, id="cyrillic that decides nothing"),
        pytest.param(("港の船",), "ja", "1 leftover line, kana", id="ja"),
        pytest.param(
            ("港口天气",), "zh", "1 leftover line, Han characters without kana", id="zh"
        ),
        pytest.param(("부두",), "ko", "1 leftover line, Hangul", id="ko"),
        pytest.param(
            ("Переведено Google",), "ru", "the credit “Переведено Google”", id="credit"
        ),
        pytest.param(
            ("Übersetzt mit DeepL",), "de", "the credit “Übersetzt mit DeepL”", id="de"
        ),
        pytest.param(
            ("Translated with DeepL",), None, None, id="credit in the target language"
        ),
        pytest.param(
            ("The ship is called «Крылья» in their papers.",), None, None, id="a quote"
        ),
        pytest.param(
            ("The Крылья and the Волны.", "The Ёлка was there as well."),
            "ru",
            "3 leftover words, Cyrillic ы, ё",
            id="three words",
        ),
        pytest.param(
            ("English | 中文 | 日本語 | Русский", "Українська", "한국어"),
            None,
            None,
            id="a language switcher",
        ),
        pytest.param(
            ("The angle α, the angle β and the Δ of them.",), None, None, id="symbols"
        ),
    ],
)
def test_inferred_source(leftovers, source, ground):
    """Whole foreign lines, credits and three foreign words betray the source."""
    found, target, evidence = direction(*ENGLISH, *leftovers)

    assert (source, "en") == (found, target)
    assert (f"source: {ground}" if ground else "paragraphs") in evidence


def test_originals_decide_the_source():
    """A file that carries the originals shows their language."""
    source, _, evidence = direction(*ENGLISH[:1], sources=GERMAN)

    assert "de" == source
    assert evidence.endswith("; source: the originals, function words")


def test_long_originals_tell():
    """Originals that are one word or come again do not hide the sentences."""
    labels = *(f"PDF {number}" for number in range(60)), *(["%d Boote"] * 60)

    source, *_ = direction(*ENGLISH[:1] * 121, sources=(*labels, *GERMAN))

    assert "de" == source


def test_sister_language():
    """A whole line with letters that the target lacks is a leftover."""
    source, target, _ = direction(*UKRAINIAN, "Рыбный порт был закрыт")

    assert ("ru", "uk") == (source, target)


def test_latin_leftovers():
    """Latin names say nothing in a Cyrillic text, and a Latin sentence does."""
    assert direction(*UKRAINIAN, "Microsoft Windows")[0] is None
    assert "en" == direction(*UKRAINIAN, "The ferry is in the port.")[0]


def test_nothing_to_go_by():
    """Without any ground, that is what is said."""
    assert (None, None, "nothing to go by") == direction("12:30")
