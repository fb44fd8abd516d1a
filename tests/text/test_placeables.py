"""What is no prose in a message."""

import pytest

from mtaudit.text.placeables import placeables


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
        pytest.param("<b>a</b> &lt;", ["<b>", "</b>", "&lt;"], id="HTML"),
        pytest.param("a &lt; b", [], id="no tag, no HTML"),
    ],
)
def test_placeables(text, found):
    """Addresses, tags and values are found where they begin and end."""
    assert found == [text[each.start : each.end] for each in placeables(text)]
