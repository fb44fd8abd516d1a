"""Which language a text is in."""

import subprocess
import sys
from pkgutil import get_data

import pytest
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from mtaudit.text.function_words import LANGUAGES, scores
from mtaudit.text.language import identify, main_script, matches
from mtaudit.text.statistics import likeliest


@pytest.mark.parametrize(
    ("tag", "wanted", "expected"),
    [
        ("en", "en", True), ("pt-BR", "pt", True), ("pt", "pt-BR", False),
        ("zh-cn", "zh-CN", True), ("en_US", "en-us", True), ("eng", "en", False),
    ],
)  # fmt: skip
def test_matches(tag, wanted, expected):
    """A tag matches itself and what it is a variety of, case aside."""
    assert expected is matches(tag, wanted)


@pytest.mark.parametrize(
    ("text", "tag", "ground"),
    [
        pytest.param("안녕하세요", "ko", "Hangul", id="hangul"),
        pytest.param("港の天気", "ja", "kana", id="kana"),
        pytest.param("港口天气", "zh", "Han characters without kana", id="han"),
        pytest.param(
            "使用 API 和网络设置", "zh", "Han characters without kana", id="latin"
        ),
        pytest.param("נמל", "he", "Hebrew letters", id="hebrew"),
        pytest.param("ميناء", "ar", "Arabic letters", id="arabic"),
        pytest.param("بندر چابهار", "fa", "Arabic چ", id="persian"),
        pytest.param("ท่าเรือ", "th", "Thai letters", id="thai"),
        pytest.param("బందరు", "te", "Telugu letters", id="telugu"),
        pytest.param("जुने बंदर नदीजवळ आहे", "mr", "Devanagari ळ", id="marathi"),
        pytest.param(
            "Bến cảng cũ nằm bên bờ sông.", "vi", "Vietnamese letters", id="vietnamese"
        ),
        pytest.param("Рыбный порт", "ru", "Cyrillic ы", id="russian"),
        pytest.param("Її порт і місто", "uk", "Cyrillic ї, і", id="ukrainian"),
        pytest.param("У порце ўжо", "be", "Cyrillic ў", id="belarusian"),
        pytest.param("Подъезд", "ru", "Cyrillic ъ", id="a hard sign"),
        pytest.param("Къде е пътят към пристанището", "bg", "Cyrillic ъ", id="many"),
        pytest.param("Његов ће брод", "sr", "Cyrillic њ, ћ", id="serbian"),
        pytest.param(
            "Он не знает, где порт и что там", "ru", "function words", id="words"
        ),
        pytest.param("The port is on the river.", "en", "function words", id="en"),
        pytest.param(
            "Der Hafen ist nicht in der Stadt.", "de", "function words", id="de"
        ),
        pytest.param("Le port est dans la ville.", "fr", "function words", id="fr"),
        pytest.param("El puerto es más grande y los", "es", "function words", id="es"),
        pytest.param("Il porto è nella città.", "it", "function words", id="it"),
        pytest.param("O porto não é da cidade.", "pt", "function words", id="pt"),
        pytest.param("Port nie jest przez to.", "pl", "function words", id="pl"),
        pytest.param(
            "Přístav není ve městě, ale je tak.", "cs", "function words", id="cs"
        ),
        pytest.param("De haven is niet in het dorp.", "nl", "function words", id="nl"),
        pytest.param("Bu liman çok büyük ve", "tr", "function words", id="tr"),
        pytest.param(
            "Havnen ligger ved floden, og den er større end byen ved siden af.",
            "da",
            "letter statistics",
            id="by statistics",
        ),
    ],
)
def test_identified(text, tag, ground):
    """Letters decide before words, and words before statistics."""
    assert (tag, ground) == identify(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("12 + 5 = 17", id="no letters"),
        pytest.param("Порт", id="a word that several languages have"),
        pytest.param("Port of Spain", id="one function word"),
        pytest.param("Портовый Habour of Letters", id="two scripts"),
        pytest.param("foo.bar = baz(qux)", id="code"),
    ],
)
def test_undecided(text):
    """What decides nothing gives no language."""
    assert identify(text) is None


def test_statistics_are_repeatable():
    """The same text gives the same answer, whatever was asked before."""
    text = "Satama sijaitsee joen rannalla, kaupungin vanhimmassa osassa."
    first = likeliest(text, "Latn", ("fi", "et", "hu"))
    other = "Sadam asub jõe kaldal, linna kõige vanemas osas siin."
    likeliest(other, "Latn", ("fi", "et"))

    assert "fi" == first == likeliest(text, "Latn", ("hu", "et", "fi"))


@pytest.mark.parametrize(
    "text",
    [
        "Satama sijaitsee joen rannalla, kaupungin vanhimmassa osassa.",
        "Der Hafen liegt am Fluss, im ältesten Teil der Stadt, HINTER der Mole.",
        "El puerto está junto al río. https://a.example/de Havnen ligger ved elven.",
        "0123456789 0123456789 0123456789 0123456789",
        "Havnen ligger ved elva, i den eldste delen av byen, bak moloen " * 9,
    ],
)
@pytest.mark.parametrize(
    "names", [("da", "no"), ("de", "en", "es", "fi"), ("da", "fi", "no", "sv")]
)
def test_statistics_are_langdetects(text, names):
    """Our draws are those of langdetect, which has the same frequencies."""
    factory = DetectorFactory()
    factory.load_json_profile(
        [get_data("langdetect", f"profiles/{name}").decode() for name in names]
    )
    factory.set_seed(0)
    detector = factory.create()
    detector.append(text)
    try:
        best = detector.get_probabilities()[:1]
    except LangDetectException:
        best = []

    expected = [each.lang for each in best if each.prob >= 0.95]
    assert (expected or [None])[0] == likeliest(text, "Latn", names)


def test_statistics_need_forty_characters():
    """A short text is left undecided."""
    assert likeliest("Satama sijaitsee joen rannalla.", "Latn", ("fi", "et")) is None


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("abc", "Latn"), ("abc где", None), ("где или a", "Cyrl"),
        ("API の 使い方", "Hira"), ("漢字", "Hani"), ("漢字漢字漢字漢字漢字の", "Hani"),
        ("5", None),
    ],
)  # fmt: skip
def test_main_script(text, script):
    """The script that prevails is that of the text."""
    assert script == main_script(text)


def test_lists():
    """Each language has words that no other has, all in the form they are sought."""
    assert {"en", "de", "fr", "es", "it", "pt", "pl", "cs", "nl", "tr", "ru", "uk"} == {
        *LANGUAGES
    }
    assert {"en": 1.0} == scores("“the")


def test_ordinary_text_loads_no_detector():
    """For a text that letters or words decide, langdetect is not imported."""
    program = (
        "import sys; from mtaudit.text.language import identify;"
        "identify('The port is on the river, and it was there before.');"
        "identify('Рыбный порт'); print('langdetect' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False\n" == ran.stdout
