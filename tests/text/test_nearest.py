"""Did you mean: the right word is offered, or none."""

import subprocess
import sys

import pytest

from mtaudit.text.nearest import did_you_mean, nearest

KEYS = ["min-confidence", "min-severity", "select", "extend-select", "fail-on"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        pytest.param("min-confidense", "min-confidence", id="one letter"),
        pytest.param("slect", "select", id="letter left out"),
        pytest.param("SELECT", "select", id="other case"),
        pytest.param("min_severity", "min-severity", id="underscore"),
        pytest.param("fail-level", "fail-on", id="another tool's word"),
        pytest.param("colour", None, id="nothing like it"),
        pytest.param("", None, id="empty"),
        pytest.param("\udce9", None, id="no valid text"),
    ],
)
def test_nearest(word, near):
    """The nearest word is found if it is near enough."""
    assert near == nearest(word, KEYS)


def test_first_in_the_alphabet():
    """Of equals, the first in the alphabet wins, in whatever order they come."""
    assert "ab-x" == nearest("ab-z", ["ab-y", "ab-x"])


def test_did_you_mean():
    """The hint is a question; without a near word there is none."""
    assert "did you mean “select”?" == did_you_mean("selec", KEYS)
    assert did_you_mean("zzz", KEYS) is None


def test_nothing_is_imported_before_it_is_needed():
    """Importing the module does not import rapidfuzz."""
    script = "import mtaudit.text.nearest, sys; sys.exit('rapidfuzz' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
