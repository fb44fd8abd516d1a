"""What is no prose in a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.placeables import _SIGN, _pattern, from_signs, placeables


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("see https://a.b/c?d=1&e=2.", ["https://a.b/c?d=1&e=2"], id="url"),
        pytest.param(
            "a href=&quot;https://a.b/&quot;&gt;c", ["https://a.b/"], id="escaped tag"
        ),
        pytest.param("https://a.b/?c&amp;d", ["https://a.b/?c&amp;d"], id="ampersand"),
        pytest.param("%s\u056b %(n)dформ", ["%s", "%(n)d"], id="an ending after it"),
        pytest.param("%S с %1$Sмс", ["%S", "%1$S"], id="a capital"),
        pytest.param("5 %der, 100 %", [], id="per cent"),
        pytest.param("%%C, 100%% of %%s", [], id="per cent, escaped"),
        pytest.param("%%%s and %d%%", ["%s", "%d"], id="per cent beside a place"),
        pytest.param("<b>a</b> &lt;", ["<b>", "</b>", "&lt;"], id="HTML"),
        pytest.param("a &lt; b", [], id="no tag, no HTML"),
    ],
)
def test_placeables(text, found):
    """Addresses, tags and values are found where they begin and end."""
    assert found == [text[each.start : each.end] for each in placeables(text)]


@given(text=st.text("%{}$#@<>/&;bsn1 ()'\N{OBJECT REPLACEMENT CHARACTER}", max_size=20))
def test_signs(text):
    """What is looked for where its signs are is what is looked for everywhere."""
    pattern = _pattern(has_addresses=False)

    everywhere = [match.span() for match in pattern.finditer(text)]

    assert everywhere == [match.span() for match in from_signs(pattern, _SIGN, text)]
