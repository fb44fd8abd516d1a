"""Options of the test run."""

import hypothesis


def pytest_addoption(parser):
    parser.addoption(
        "--update",
        action="store_true",
        help="write what is seen into golden files; then read the diff",
    )


# Machines differ and are busy: how long an example takes is no matter of a test.
hypothesis.settings.register_profile("mtaudit", deadline=None)
hypothesis.settings.load_profile("mtaudit")
