"""How a language writes quantities: words behind figures, names of months."""

import re

import pytest

from mtaudit.text.quantities.cldr import facts_of
from mtaudit.text.quantities.conventions import conventions_of

LANGUAGES = ("en", "de", "fr", "pl", "ru", "ar", "el", "tr", "az", "hi", "vi", "zh")
ENDINGS = re.compile(r"\\w\{0,4\}|\(\?!\\w\)(?:\\\.\?)?")
GAPS = ("", " ", "-", "\N{NO-BREAK SPACE}")


def _spelled(pattern):
    """Return a text that a pattern of ours finds."""
    return re.sub(r"\\(.)", r"\1", ENDINGS.sub("", pattern).replace(r"\s+", " "))


def _cases(form):
    return form, form.upper(), form.title(), form.upper().replace("I", "İ")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sort", ["scales", "units"])
def test_words_behind_figures(lang, sort):
    """A quick look at how a word begins hides none, however it is spelled."""
    conventions = conventions_of(lang)
    find = conventions.scale_at if sort == "scales" else conventions.unit_at

    for pattern, _ in getattr(facts_of(lang), sort):
        alone = re.compile(rf"[\s-]?(?:{pattern})", re.IGNORECASE)
        for text in _cases(_spelled(pattern)):
            for figure in (f"5{gap}{text}." for gap in GAPS):
                assert find(figure, 1) or not alone.match(figure, 1), figure


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months(lang):
    """A quick look for names of months hides none."""
    pattern = re.compile(facts_of(lang).months)
    months_in = conventions_of(lang).months_in

    for name in filter(None, re.split(r"[|()]+", pattern.pattern)):
        text = f"5 {_spelled(name)} 2020"
        expected = [match.span() for match in pattern.finditer(text)]
        assert expected == [match.span() for match in months_in(text)]


def test_no_month():
    """A word is no month because a month begins so."""
    assert [] == [*conventions_of("en").months_in("may I, in the year 5? mayor Mayer")]
