"""Quantities as texts write them, and what sets two texts apart."""

from decimal import Decimal
from itertools import pairwise

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.quantities import Text, differences, quantities

LOCALES = ("en", "de", "de-CH", "fr", "es", "it", "pt-BR", "pl", "cs", "ru", "uk", "tr")
WIDE = ("zh", "zh-Hant", "ja", "ko")


def _values(text, lang):
    """Return the first value of each quantity that has one."""
    return [f"{each.values[0]:f}" for each in quantities(text, lang) if each.values]


def _signs(text, lang):
    return [sign for each in quantities(text, lang) for sign in sorted(each.signs)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("1,234.5", "en", ["1234.5"], id="english marks"),
        pytest.param("1.234,5", "de", ["1234.5"], id="german marks"),
        pytest.param("1,234", "en", ["1234"], id="english thousand"),
        pytest.param("1,234", "de", ["1.234"], id="german decimals"),
        pytest.param("1 234,5", "ru", ["1234.5"], id="space"),
        pytest.param("26 тыс.", "ru", ["26000"], id="abbreviated thousand"),
        pytest.param("1,5 миллионами", "ru", ["1500000"], id="inflected million"),
        pytest.param("3,2 млрд", "uk", ["3200000000"], id="ukrainian milliard"),
        pytest.param("2 Mrd. Euro", "de", ["2000000000"], id="german milliard"),
        pytest.param("2 mil millones", "es", ["2000000000"], id="spanish milliard"),
        pytest.param("2 billones", "es", ["2000000000000"], id="spanish billion"),
        pytest.param("2 billion", "en", ["2000000000"], id="english billion"),
        pytest.param("£5m and 3K", "en", ["5000000", "3000"], id="letters"),
        pytest.param("5m deep", "en", ["5"], id="metres"),
        pytest.param("Ka-52M", "en", ["52"], id="letter of a name"),
        pytest.param("3 lakh", "en", ["300000"], id="lakh"),
        pytest.param("5–10 thousand", "en", ["5000", "10000"], id="range"),
        pytest.param("от 5 до 10 тысяч", "ru", ["5000", "10000"], id="range in words"),
        pytest.param("3000多万人", "zh", ["30000000"], id="more than"),
        pytest.param("1亿2000万", "zh", ["120000000"], id="two multipliers"),
        pytest.param("1.2万亿", "zh", ["1200000000000"], id="multiplied twice"),
        pytest.param("82万千瓦", "zh", ["820000"], id="prefix of a unit"),
        pytest.param("三百二十一", "zh", ["321"], id="han numeral"),
        pytest.param("二〇二〇年", "zh", ["2020"], id="han digits"),
        pytest.param("七成", "zh", ["70"], id="tenths"),
        pytest.param("3만 5천", "ko", ["35000"], id="hangul multipliers"),
        pytest.param("令和2年", "ja", ["2"], id="era, at first sight"),
        pytest.param("twenty-five", "en", ["25"], id="hyphen"),
        pytest.param("two hundred and five thousand", "en", ["205000"], id="and"),
        pytest.param("half a million", "en", ["500000"], id="half"),
        pytest.param("двадцать пятый", "ru", ["25"], id="russian ordinal"),
        pytest.param("двухсот сорока", "ru", ["240"], id="genitive"),
        pytest.param("полмиллиона", "ru", ["500000"], id="half of a word"),
        pytest.param("двадцатилетний", "ru", ["20"], id="years old"),
        pytest.param("п’ятдесят два", "uk", ["52"], id="apostrophe"),
        pytest.param("dwieście pięćdziesiąt", "pl", ["250"], id="polish"),
        pytest.param("fünfundzwanzigtausend", "de", ["25000"], id="german compound"),
        pytest.param("quatre-vingt-dix-sept", "fr", ["97"], id="french score"),
        pytest.param("soixante et onze", "fr", ["71"], id="french seventy"),
        pytest.param("ventuno", "it", ["21"], id="italian elision"),
        pytest.param("drieëntwintig", "nl", ["23"], id="dutch"),
        pytest.param("Louis XIV", "en", ["14"], id="roman"),
        pytest.param("ХХ век", "ru", ["20", "100"], id="roman in cyrillic letters"),
        pytest.param("see https://a.example/1500", "en", [], id="link"),
        pytest.param("{20} left", "en", [], id="placeholder"),
        pytest.param("12,5", "xx", ["12.5"], id="unknown language"),
    ],
)
def test_values(text, lang, expected):
    """A quantity means what a reader of the language takes it for."""
    found = _values(text, lang)

    assert expected == found


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("18:30", "ru", ["t390"], id="24 hours"),
        pytest.param("6:30 p.m.", "en", ["t390"], id="12 hours"),
        pytest.param("6 p.m.", "en", ["t360"], id="whole hour"),
        pytest.param("в 18 часов", "ru", ["t360"], id="hour in words"),
        pytest.param("в 11 часов 28 минут", "ru", ["t688"], id="minutes in words"),
        pytest.param("18.30 Uhr", "de", ["t390"], id="stop"),
        pytest.param("18h30", "fr", ["t390"], id="h"),
        pytest.param("下午6点30分", "zh", ["t390"], id="han"),
        pytest.param("6時半", "ja", ["t390"], id="half past"),
        pytest.param("0500", "en", ["t300"], id="military"),
        pytest.param("в полночь", "ru", ["t0"], id="midnight"),
        pytest.param("3 июля", "ru", ["m7"], id="month"),
        pytest.param("7月3日", "zh", ["m7"], id="month in figures"),
        pytest.param("03.07.2020", "de", ["m3", "m7"], id="either may be the month"),
        pytest.param("I may march", "en", [], id="no months"),
    ],
)
def test_signs(text, lang, expected):
    """Times are minutes on a dial, and months are months in every language."""
    assert expected == _signs(text, lang)


@pytest.mark.parametrize("lang", LOCALES)
@given(amount=st.decimals(0, 10**9, places=2))
def test_formatted(lang, amount):
    """What a locale formats is read back as the same."""
    written = format_decimal(amount, locale=lang.replace("-", "_"))

    (found,) = quantities(written, lang)

    assert found.values[0] == amount
    assert written == found.text


@pytest.mark.parametrize("lang", [*LOCALES, *WIDE])
@given(digits=st.integers(2, 99), power=st.sampled_from([6, 8, 9]))
def test_scaled(lang, digits, power):
    """What a locale shortens with a word for its scale is read back as the same."""
    amount = digits * 10**power
    written = format_compact_decimal(
        amount, format_type="short", locale=lang.replace("-", "_"), fraction_digits=3
    )

    values = [each.readings for each in quantities(f"({written})", lang)]

    assert Decimal(amount) in values[0]


@given(st.text(max_size=40), st.sampled_from((*LOCALES, *WIDE)))
def test_places(text, lang):
    """Quantities lie where they say, in order and apart; no text breaks the reader."""
    found = quantities(text, lang)

    assert [text[each.start : each.end] for each in found] == [
        each.text for each in found
    ]
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.text("einundzwähudrtsm двадцатьпмло", max_size=400))
def test_words_in_heaps(text):
    """Words glued to one another are read in time."""
    quantities(text, "de")
    quantities(text, "ru")


def test_long_compound():
    """A compound without an end is read in time."""
    assert () == quantities("einund" * 3000 + "x", "de")[1:]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(("в 2014", "ru"), ("in 2041", "en"), "digits", id="swapped"),
        pytest.param(
            ("300 млн", "ru"), ("30 million", "en"), "digits", id="lost nought"
        ),
        pytest.param(("1,5 м", "ru"), ("15 m", "en"), "magnitude", id="lost comma"),
        pytest.param(("89.6亿", "zh"), ("89.6 billion", "en"), "magnitude", id="scale"),
        pytest.param(("3 июля", "ru"), ("June 3", "en"), "month", id="month"),
        pytest.param(("12,500", "en"), ("12,500", "de"), "marks", id="marks"),
        pytest.param(("85mph", "en"), ("85 km/h", "de"), "unit", id="unit"),
        pytest.param(("13元", "zh"), ("$13", "en"), "unit", id="currency"),
        pytest.param(("450 литров", "ru"), ("full", "en"), "lost", id="lost"),
        pytest.param(("полный", "ru"), ("450 litres", "en"), "added", id="added"),
        pytest.param(("1871", "ru"), ("1950", "en"), "other", id="another"),
        pytest.param(("2022", "ru"), ("2020", "en"), "digits", id="no year is rounded"),
        pytest.param(("5 дней", "ru"), ("7 days", "en"), "other", id="small ones"),
        pytest.param(("3.5.2020", "ru"), ("4/5/2020", "en"), "other", id="day"),
        pytest.param(("v1.2.3", "en"), ("v1.2.4", "de"), "digits", id="version"),
        pytest.param(("18:30", "en"), ("18:20 Uhr", "de"), "digits", id="minutes"),
    ],
)
def test_difference(source, target, expected):
    """One thing that differs is one difference, of its sort."""
    (found,) = differences(Text(*source), Text(*target), least=13)

    assert expected == found.sort


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(("26 тыс.", "ru"), ("26,000", "en"), id="scale"),
        pytest.param(("25 лет", "ru"), ("twenty-five years", "en"), id="words"),
        pytest.param(("XVII век", "ru"), ("the 17th century", "en"), id="roman"),
        pytest.param(("в 18:30", "ru"), ("at 6:30 p.m.", "en"), id="clock"),
        pytest.param(("17.07.2014", "ru"), ("July 17, 2014", "en"), id="date"),
        pytest.param(("90-х", "ru"), ("the 1990s", "en"), id="decade"),
        pytest.param(("平成30年", "ja"), ("2018", "en"), id="era"),
        pytest.param(("22年8月", "ja"), ("August 2022", "en"), id="short year"),
        pytest.param(("3 метра", "ru"), ("10 feet", "en"), id="metres in feet"),
        pytest.param(("68°F", "en"), ("20 °C", "de"), id="fahrenheit in celsius"),
        pytest.param(("1986–88", "ru"), ("1986–1988", "en"), id="range of years"),
        pytest.param(("6 decades", "en"), ("60 Jahre", "de"), id="decades"),
        pytest.param(("am 26.12. da", "de"), ("on December 26", "en"), id="no year"),
        pytest.param(
            ("at 8pm, in his 20s", "en"), ("20 Uhr, 20er", "de"), id="time first"
        ),
        pytest.param(("1993.03万", "zh"), ("19.93 million", "en"), id="cut"),
        pytest.param(("24 993", "ru"), ("25,000", "en"), id="rounded"),
        pytest.param(("-.35", "en"), ("–0,35", "de"), id="bare point"),
        pytest.param(("04.04.2022", "uk"), ("4. 4.2022", "en"), id="split date"),
        pytest.param(("May 3, 2020", "en"), ("May 3,2020", "en"), id="glued date"),
        pytest.param(("50%", "ru"), ("half", "en"), id="half"),
        pytest.param(("за сутки", "ru"), ("in 24 hours", "en"), id="day and night"),
        pytest.param(("229-62-00", "ru"), ("229 6200", "en"), id="telephone"),
        pytest.param(("新冠", "zh"), ("COVID-19", "en"), id="number of a name"),
        pytest.param(("3 дня", "ru"), ("some days", "en"), id="a small number"),
        pytest.param(("250 тонн", "ru"), ("250 tons", "en"), id="tons"),
        pytest.param(("£5 million", "en"), ("5 Mio. £", "de"), id="currency behind"),
    ],
)
def test_no_difference(source, target):
    """What is only written otherwise is the same."""
    assert () == differences(Text(*source), Text(*target), least=13)
