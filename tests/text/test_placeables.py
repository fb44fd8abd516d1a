"""What is no prose in a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.placeables import _matches, _pattern, placeables


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


PIECES = st.sampled_from("%{}$#@<>/&;bsnd1 ()'._+-é\n\N{OBJECT REPLACEMENT CHARACTER}")
WORDS = st.sampled_from(
    (
        *("%s", "%(n)d", "{a}", "{{", "}}", "$t(", "<b>", "</b>", "<code>", "</code>"),
        *("a@b.co", "http://", "https://", "www.", "x.y", "&amp;"),
    )
)


@given(text=st.lists(PIECES | WORDS, max_size=12).map("".join))
def test_beginnings(text):
    """What is looked for where it may begin is what is looked for everywhere."""
    everywhere = [match.span() for match in _pattern().finditer(text)]

    assert everywhere == [match.span() for match in _matches(text)]
