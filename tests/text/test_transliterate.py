"""Cyrillic names in Latin letters."""

import pytest

from mtaudit.text.transliterate import sound, spellings, transliterate


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        pytest.param("Щёлково", "ru", "Shchyolkovo", id="russian"),
        pytest.param("Юрий Ежов", "ru", "Yury Yezhov", id="russian, of two words"),
        pytest.param("Київ", "uk", "Kyiv", id="ukrainian"),
        pytest.param("Їжакевич", "uk", "Yizhakevych", id="ukrainian, first letter"),
        pytest.param("Згурський", "uk", "Zghurskyi", id="zgh, not zh"),
        pytest.param("Знам’янка", "uk", "Znamianka", id="apostrophe"),
        pytest.param("Єва-Юлія", "uk", "Yeva-Yuliia", id="after a hyphen"),
        pytest.param("Стрыков", "uk", "Strykov", id="russian letters in a uk text"),
        pytest.param("Військо", "ru", "Viisko", id="ukrainian letters in a ru text"),
    ],
)
def test_transliterate(name, lang, expected):
    """Names come out as the press of their country writes them."""
    assert expected == transliterate(name, lang)


def test_spellings():
    """Other schemes follow the first one; equal ones are not repeated."""
    assert ("Shchyolkovo", "Shchelkovo") == spellings("Щёлково", "ru")
    assert ("Stambul",) == spellings("Стамбул", "ru")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Zelenskiy", "Zelenskyy", id="endings"),
        pytest.param("Kharkov", "Harkov", id="kh"),
        pytest.param("Aleksei", "Alexei", id="x"),
        pytest.param("Schmidt-Bauer", "schmidt bauer", id="case and signs"),
    ],
)
def test_sound(one, other):
    """Spellings of one sound are equal."""
    assert sound(one) == sound(other)
