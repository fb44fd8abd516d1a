"""`python -m mtaudit`."""

from mtaudit.cli.main import run

if __name__ == "__main__":
    run()
