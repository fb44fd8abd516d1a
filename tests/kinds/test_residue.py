"""Text left in a script that the target language is not written in."""

import pytest

from mtaudit.kinds.residue import Residue
from mtaudit.model import OPAQUE, Applicability, Role

GLOSSARY = (
    ("Вокзал", "Railway station", "caption", ""),
    ("Киев", "Kyiv / Kiev", "place", ""),
    ("МИД", "Foreign Ministry", "institution", ""),
    ("Фото:", "Photo:", "caption", ""),
    ("новый", "new", "adjective", ""),
    ("сегодня", "today", "time", ""),
    ("Ёлка", "Christmas tree", "caption", ""),
)
CAPTIONS = Residue(whole_segment=True, glossary=GLOSSARY)
RUNS = Residue(glossary=GLOSSARY)
BODY = "The town has had a bridge for as long as anybody there can remember."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He went to Тверь.", "He went to ⟦Тверь⟧.", id="a word"),
        pytest.param(
            "We saw «Новый год» there.", "We saw «⟦Новый год⟧» there.", id="two words"
        ),
        pytest.param("In 2020 вышло 5 книг.", "In 2020 ⟦вышло 5 книг⟧.", id="a number"),
        pytest.param("The Volga (Волга) froze.", None, id="a name in brackets"),
        pytest.param("The word «мир» is old.", None, id="a word about words"),
        pytest.param("Мир is Russian for peace.", None, id="a language after it"),
        pytest.param("«Слово» (“The Word”) is out.", None, id="glossed"),
        pytest.param("Ask @новости now.", None, id="a handle"),
        pytest.param("See президент.рф for it.", None, id="a domain"),
        pytest.param("See https://x.org/вода/1.", None, id="an address"),
        pytest.param("The Т of the model.", None, id="one letter"),
        pytest.param("The Ново-Test lab.", None, id="half of a word"),
        pytest.param("Петров И. И. Мост // New Town. 1999.", None, id="a bibliography"),
        pytest.param(f"{OPAQUE} splits “Зд” in two.", None, id="a string next to code"),
        pytest.param("Ελλάδα is another script.", None, id="not the script"),
        pytest.param("Москва", None, id="a caption is for the other rule"),
    ],
)
def test_running_text(marked, text, expected):
    """Foreign stretches are marked unless the text is about them."""
    assert [BODY, expected or text] == marked(RUNS, BODY, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Москва", "⟦Москва⟧", id="a word"),
        pytest.param("Фото: сегодня, 5 мая", "⟦Фото: сегодня, 5 мая⟧", id="a line"),
        pytest.param("Сделано «Бюро»", "⟦Сделано «Бюро»⟧", id="the quotation mark too"),
        pytest.param("Bridge\n Мост \nRiver", "Bridge\n ⟦Мост⟧ \nRiver", id="of lines"),
        pytest.param("Фото: Reuters", None, id="half of it is Latin"),
        pytest.param(
            "раз два три четыре пять шесть семь восемь девять", None, id="long"
        ),
    ],
)
def test_captions(marked, text, expected):
    """Short lines that are foreign from end to end are marked as a whole."""
    assert [BODY, expected or text] == marked(CAPTIONS, BODY, text)


def test_long_line_is_running_text(marked):
    """A line too long for a caption is found by the rule for running text."""
    line = "Мост открыли в мае и закрыли в июне того же года"

    assert [BODY, f"⟦{line}⟧"] == marked(RUNS, BODY, line)


@pytest.mark.parametrize(
    ("text", "expected", "limit"),
    [
        pytest.param("вокзал", "railway station", "unsafe", id="in small letters"),
        pytest.param("Вокзал", "Railway station", "unsafe", id="with a capital"),
        pytest.param("ВОКЗАЛ", "RAILWAY STATION", "unsafe", id="in capitals"),
        pytest.param("Елка", "Christmas tree", "unsafe", id="without the dots"),
        pytest.param("Вокзал.", "Railway station.", "unsafe", id="with its full stop"),
        pytest.param("МИД", "Foreign Ministry", "unsafe", id="initials"),
        pytest.param("Новый вокзал", "New railway station", "unsafe", id="composed"),
        pytest.param("Новый мост", None, "safe", id="not all words are known"),
        pytest.param("Новый сегодня", None, "safe", id="no noun"),
        pytest.param("Стамбул", "Istanbul", "unsafe", id="a name of the document"),
        pytest.param("Анна Смит", "Anna Smith", "unsafe", id="a name of two words"),
        pytest.param("Энгельс", "Engels", "manual", id="transliterated"),
        pytest.param("мост", None, "safe", id="no name: nothing to transliterate"),
        pytest.param("Киев", "Kyiv", "unsafe", id="the first of two forms"),
    ],
)
def test_suggestion(hits, text, expected, limit):
    """The glossary comes first, then names nearby, then letters for letters."""
    near = "Istanbul has a bridge, wrote Anna Smith, and it is older than any other."
    ((_, hit),) = hits(CAPTIONS, near, text)

    assert ((expected,) if expected else ()) == hit.replacements[:1]
    assert Applicability.parse(limit) == hit.limit


def test_form_of_the_document(fixed):
    """Of several forms in the glossary, the one that the document uses is first."""
    near = "Kiev is a large city, and Kiev has several bridges over the wide river."

    assert ["Kiev"] == fixed(CAPTIONS, near, "Киев")


def test_foreign_document(marked):
    """A document that is mostly in the foreign script is no translation."""
    texts = ["Мост открыли в мае. " * 10, "Вокзал", "One line."]

    assert texts == marked(CAPTIONS, *texts)
    assert texts == marked(RUNS, *texts)


def test_language_table(marked):
    """Cells are left alone where a table lists words of the other language."""
    texts = [
        "вода",
        "хлеб",
        "соль",
        "water and bread and salt and everything else here",
    ]

    assert texts == marked(CAPTIONS, *texts, role=Role.CELL)
    assert ["⟦вода⟧", *texts[3:]] == marked(
        CAPTIONS, texts[0], texts[3], role=Role.CELL
    )


def test_scheme(fixed):
    """A name is transliterated from the language that its letters tell."""
    assert ["Zghurskyi"] == fixed(
        Residue(whole_segment=True, lang="uk"), BODY, "Згурський"
    )
    assert ["Viacheslav Yizhak"] == fixed(
        Residue(whole_segment=True, lang="uk"), BODY, "Вячеслав Їжак"
    )


HAN = Residue(scripts=("Hani", "Hira", "Kana"), least_letters=1, lang="zh")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The stall sells 馒头.", "The stall sells ⟦馒头⟧.", id="a word"),
        pytest.param("It paid S新40.", "It paid S⟦新⟧40.", id="touching Latin letters"),
        pytest.param(
            "See 春，夏、秋 now.", "See ⟦春，夏、秋⟧ now.", id="wide marks join"
        ),
        pytest.param("Ask @新城 or #新城 now.", None, id="a handle and a hashtag"),
        pytest.param("The character 福 hangs.", None, id="a word about words"),
        pytest.param("The surname Ouyang（欧阳）is old.", None, id="wide brackets"),
    ],
)
def test_scripts_without_spaces(marked, text, expected):
    """Where words are not parted by spaces, a leftover may touch its neighbours."""
    assert [BODY, expected or text] == marked(HAN, BODY, text)


def test_a_caption_without_spaces_is_measured_by_its_letters(marked):
    """Of scripts without spaces, two letters count as a word."""
    short, long = "新" * 16, "新" * 40
    captions = Residue(scripts=("Hani",), whole_segment=True, lang="zh")
    body = f"{BODY} {BODY}"

    assert [body, f"⟦{short}⟧", long] == marked(captions, body, short, long)
