"""What a translation carries over as it is."""

from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.carried import PLACEHOLDERS, SORTS, carried, carry_alike

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


PLAIN = ("%s", "%(n)d", "{a}", "%", "{", " ", "b", "1")
TEXT = st.lists(st.sampled_from(PLAIN), max_size=4).map("".join)


@given(one=TEXT, other=TEXT)
def test_quick_look(one, other):
    """What looks alike at once is alike in full."""
    ours, theirs = (carried(PLACEHOLDERS, each) for each in (one, other))

    is_alike = [item.keys for item in ours] == [item.keys for item in theirs]
    assert is_alike or not carry_alike(PLACEHOLDERS, (one, other), "po")


def test_code_is_not_looked_at_quickly():
    """Of pages, whose code is passed over, nothing is said by a quick look."""
    assert not carry_alike(PLACEHOLDERS, ("`%s`", "%s"), "markdown")
