"""Options of the test run."""

import hypothesis
import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--update",
        action="store_true",
        help="write what is seen into golden files; then read the diff",
    )


# Machines differ and are busy: how long an example takes is no matter of a test.
hypothesis.settings.register_profile("mtaudit", deadline=None)
hypothesis.settings.load_profile("mtaudit")


@pytest.fixture(scope="session", autouse=True)
def no_cache_of_the_user(tmp_path_factory):
    """What runs in this process leaves alone what the user's own runs keep."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", folder)
        patch.setenv("LOCALAPPDATA", folder)
        yield
