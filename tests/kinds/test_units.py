"""Units beside their originals: which of them hold a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.formats import po
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds.units import Units, units_of, without_joints

TEXT = st.text("ab%{<\0", min_size=1, max_size=6)


def catalogue(*pairs):
    raw = "\n".join(f'msgid "{one}"\nmsgstr "{other}"' for one, other in pairs)
    return po.parse(raw, "a.po", FormatOptions())


@given(pairs=st.lists(st.tuples(TEXT, TEXT), max_size=5), in_source=st.booleans())
def test_holding(pairs, in_source):
    """One look at all units finds what a look at each would, in their order."""
    units = Units(catalogue(*pairs))
    wanted = {"%", "{", "a<"}

    found = [*units.holding(wanted, in_source=in_source)]

    everything = [*units.holding(())]
    assert found == [unit for unit in everything if unit in found]
    for unit in everything:
        texts = [unit.source] if in_source else [unit.source, unit.text]
        holds = any(sign in text for sign in wanted for text in texts)
        assert unit in found or not holds


@pytest.mark.parametrize("in_source", [True, False])
def test_no_signs(in_source):
    """Where nothing tells, each unit is to be looked at."""
    units = Units(catalogue(("a", "b"), ("c", "d")))

    found = [*units.holding((), in_source=in_source)]

    assert [("a", "b"), ("c", "d")] == [unit[1:] for unit in found]


def test_remembered():
    """The units of a document are made once, and not kept for another one."""
    one, other = catalogue(("a", "b")), catalogue(("a", "b"))
    first = units_of(one)

    assert first is units_of(one)
    assert first is not units_of(other)


def test_joints():
    """What a catalogue breaks between two lines is whole again."""
    assert "a](b)" == without_joints('a]"\n"(b)')
