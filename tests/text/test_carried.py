"""What a translation carries over as it is."""

from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.carried import SORTS, carried

PARTS = (
    *("%s", "%(name)d", "%#@n@", "{0}", "{n, plural, other {# b}}", "${x}", "$t(a)"),
    *("$NAME$", "{{ x }}", "{% if %}", "%1", "%n", "\ufffc", "<b>", "</b>", "<img"),
    *("![", "](", "a.md)", "[a]: /b", "\n[a]:", 'href="x"', "src='y'", "www.a.b/c"),
    *("https://a.b/c", "a@b.cd", "`x`", "<code>y</code>", " @me", " #topic", "🙂"),
    *("word", "12", " ", "\n", ".", "ж", "\u00a0"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_signs_pass_nothing_over(text):
    """Texts without the signs of a sort, which nobody reads, have nothing of it."""
    for sort, find in SORTS.items():
        assert [*find(text)] == carried(sort, text)
