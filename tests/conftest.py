"""Options of the test run."""


def pytest_addoption(parser):
    parser.addoption(
        "--update",
        action="store_true",
        help="write what is seen into golden files; then read the diff",
    )
