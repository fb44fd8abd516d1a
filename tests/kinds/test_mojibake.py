"""Text whose bytes were read in the wrong encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.kinds.mojibake import Mojibake
from mtaudit.model import Piece, Segment


def segment(text):
    return Segment(text=text, pieces=(Piece(0, len(text), 0, len(text)),))


def spoiled(text, encoding):
    """Return `text` in UTF-8 as a program shows it that takes it for `encoding`."""
    return "".join(_shown(byte, encoding) for byte in text.encode())


def _shown(byte, encoding):
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def meant(misread, text):
    return [
        hit.replacements[0] for hit in Mojibake(misread=misread).check(segment(text))
    ]


@pytest.mark.parametrize(
    ("misread", "text", "expected"),
    [
        pytest.param("cp1252", spoiled("é", "cp1252"), ["é"], id="letter"),
        pytest.param("cp1252", spoiled("“x”", "cp1252"), ["“", "”"], id="quotes"),
        pytest.param("cp1252", spoiled("é", "latin-1"), ["é"], id="latin-1"),
        pytest.param(
            "cp1252", spoiled(spoiled("é", "cp1252"), "cp1252"), ["é"], id="twice"
        ),
        pytest.param("cp1252", spoiled("мост", "cp1252"), ["мост"], id="cyrillic"),
        pytest.param("cp1252", spoiled("橋", "cp1252"), ["橋"], id="han"),
        pytest.param("cp1251", spoiled("мост", "cp1251"), ["мост"], id="as cp1251"),
        pytest.param("cp1251", spoiled("—", "cp1251"), ["—"], id="dash as cp1251"),
        pytest.param("koi8-r", spoiled("мост", "koi8-r"), ["мост"], id="as koi8"),
        pytest.param("cp1252", "« é »", [], id="french quotes"),
        pytest.param("cp1252", "«\u00a0é\u00a0»", [], id="french quotes, no break"),
        pytest.param("cp1252", "“IRMû", [], id="portuguese capitals"),
        pytest.param("cp1252", "„Spaß“", [], id="german"),
        pytest.param("cp1252", "NGÔI NHÀ “Ở ĐÂY”", [], id="vietnamese"),
        pytest.param("cp1251", "СІРІ ДНІ, Ірі", [], id="ukrainian"),
        pytest.param("koi8-r", "┌─┐ окно └─┘", [], id="boxes"),
        pytest.param("cyrillic-as-latin", "Ïðèâåò", ["Привет"], id="single bytes"),
        pytest.param("cyrillic-as-latin", "naïveté, œuvre", [], id="french"),
    ],
)
def test_mojibake(misread, text, expected):
    """What decodes is read right; words of languages are left alone."""
    assert expected == meant(misread, text)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=4, max_size=12))
def test_cyrillic_words_come_back(word):
    """A Cyrillic word that was read as Windows-1252 is found whole."""
    assert meant("cp1252", spoiled(word, "cp1252")) == [word]


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗ ,.—«»", max_size=60))
def test_russian_is_left_alone(text):
    """Nothing in plain Russian is taken for bytes."""
    assert meant("cp1251", text) == meant("koi8-r", text) == []
