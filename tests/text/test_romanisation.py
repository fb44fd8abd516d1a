"""Romanisations of Cyrillic names, and the names themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.cyrillic_names import names_in
from mtaudit.text.nominatives import nominatives
from mtaudit.text.romanisation import SCHEMES, romanisations, romanised, scheme_of


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        pytest.param("Зеленского", "ru", "Зеленский", id="adjective"),
        pytest.param("Залужного", "ru", "Залужный", id="hard adjective"),
        pytest.param("Зеленського", "uk", "Зеленський", id="ukrainian adjective"),
        pytest.param("Иванова", "ru", "Иванов", id="genitive"),
        pytest.param("Иванова", "ru", "Иванова", id="or nominative"),
        pytest.param("Сергея", "ru", "Сергей", id="after a vowel"),
        pytest.param("Игоря", "ru", "Игорь", id="after a consonant"),
        pytest.param("Ігоря", "uk", "Ігор", id="without a soft sign"),
        pytest.param("Марией", "ru", "Мария", id="instrumental"),
        pytest.param("Казани", "ru", "Казань", id="third declension"),
        pytest.param("Шевченка", "uk", "Шевченко", id="in -o"),
        pytest.param("Львова", "uk", "Львів", id="vowel of the closed syllable"),
        pytest.param("Києвом", "uk", "Київ", id="and after a vowel"),
    ],
)
def test_nominatives(word, lang, expected):
    """Among the nominatives that are possible is the right one."""
    assert expected in nominatives(word, lang)


@pytest.mark.parametrize(
    ("word", "impossible"),
    [
        pytest.param("Игоря", "Игорй", id="й after a consonant"),
        pytest.param("Сергея", "Сергеь", id="ь after a vowel"),
        pytest.param("Зеленского", "Зеленскый", id="ы after к"),
        pytest.param("Залужного", "Залужний", id="и after a hard consonant"),
    ],
)
def test_impossible(word, impossible):
    """What Russian cannot spell is none of them."""
    assert impossible not in nominatives(word, "ru")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(("Зеленський", f"Zelensk{each}") for each in ("y", "yy", "yi", "iy", "yj")),
        ("Александр", "Alexander"),
        ("Хрущёв", "Khrushchev"),
        ("Юлія", "Julia"),
        ("Запоріжжя", "Zaporizhia"),
        ("Запоріжжя", "Zaporizhzhia"),
        ("Щербак", "Scherbak"),
        ("Шольц", "Scholz"),
    ],
)
def test_romanisations(name, form):
    """Whatever scheme a form follows, it is known for one of the name."""
    assert romanisations(name).fullmatch(form)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Зеленський", "Zelenska"),
        ("Украина", "Ukraine"),
        ("Москва", "Moscow"),
        ("Иванов", "Ivanova"),
    ],
)
def test_no_romanisation(name, form):
    """Another name, or the name in another language, is none."""
    assert not romanisations(name).fullmatch(form)


@given(st.text("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ", min_size=1, max_size=1))
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme(scheme, letter):
    """What a scheme makes of a Russian name is a romanisation of it."""
    name = f"{letter}андрей"

    assert romanisations(name).fullmatch(romanised(name, "ru", scheme))


@pytest.mark.parametrize(
    ("form", "name", "lang", "label"),
    [
        ("Zelensky", "Зеленский", "ru", "the press"),
        ("Zelenskiy", "Зеленский", "ru", "BGN/PCGN"),
        ("Zelenskii", "Зеленский", "ru", "the national system"),
        ("Zelenskyi", "Зеленський", "uk", "the national system"),
        ("Zelenskyy", "Зеленський", "uk", "BGN/PCGN"),
        ("Zelens'kyy", "Зеленський", "uk", "BGN/PCGN"),
        ("Zelenskiy", "Зеленський", "uk", "BGN/PCGN for Russian"),
        ("Selenskyj", "Зеленський", "uk", None),
    ],
)
def test_scheme(form, name, lang, label):
    """A form tells the scheme that it was written by."""
    assert label == scheme_of(form, name, lang)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["Пришёл Павел Белов."], [("Павел", "Белов"), ("Белов", "")], id="row"
        ),
        pytest.param(["Дождь. Все ушли."], [], id="starts of sentences"),
        pytest.param(
            ["Белов пришёл.", "Нет Белова."],
            [("Белов", ""), ("Белова", "")],
            id="known",
        ),
        pytest.param(
            ["Он из ООО «Весна»."], [("Весна", "")], id="capitals are no name"
        ),
        pytest.param(["Город Ростов-на-Дону"], [], id="hyphens"),
    ],
)
def test_names(texts, expected):
    """A name is a word with a capital that no sentence asks for."""
    assert expected == [(name.word, name.bearer) for _, name in names_in(texts)]
