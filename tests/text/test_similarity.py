"""Names that are nearly the same."""

import pytest

from mtaudit.text.similarity import best_romanised

NAMES = ("Ankara", "Istanbul", "Izmir", "Kazan", "Kyiv", "Moscow", "Rio", "Zelensky")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Стамбул", "Istanbul", id="another first letter"),
        pytest.param("Анкара", "Ankara", id="letter for letter"),
        pytest.param("Зеленский", "Zelensky", id="another ending"),
        pytest.param("Измир", "Izmir", id="not the longer Izmail"),
        pytest.param("Рио", None, id="too short to tell"),
        pytest.param("Мельбурн", None, id="not there"),
        pytest.param("Казахстан", None, id="only its beginning"),
    ],
)
def test_best(name, expected):
    """The candidate that sounds most alike is found, if it is like enough."""
    found = best_romanised(name, NAMES, "ru")

    assert expected == (found[0] if found else None)


def test_order():
    """The order of the candidates does not matter."""
    assert best_romanised("Измир", NAMES, "ru") == best_romanised(
        "Измир", NAMES[::-1], "ru"
    )
