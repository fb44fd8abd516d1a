"""Conditions on the version of mtaudit."""

import pytest

from mtaudit.config.versions import version_fault


@pytest.mark.parametrize(
    ("conditions", "good"),
    [
        pytest.param(">=0.2", True, id="at least"),
        pytest.param(">=0.10", False, id="numbers, not letters"),
        pytest.param(">=0.2,<1", True, id="between"),
        pytest.param(">=0.2, <0.3", False, id="one of two fails"),
        pytest.param("==0.3", True, id="zeros at the end do not count"),
        pytest.param("0.3.0", True, id="no sign is equality"),
        pytest.param("!=0.3", False, id="not equal"),
        pytest.param(">0.3", False, id="more"),
    ],
)
def test_conditions(conditions, good):
    """Each condition must be fulfilled."""
    assert good == (version_fault(conditions, "0.3.0") is None)


def test_no_condition():
    """What is no condition is said to be none."""
    assert "“new” is no condition; write one such as “>=0.2”" == version_fault("new")
