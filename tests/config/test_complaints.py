"""What is wrong with a configuration is said with place, remedy, and all at once."""

import pytest

from mtaudit.config.load import Configurations
from mtaudit.model import ConfigError, GroupedError


@pytest.fixture(autouse=True)
def no_home(tmp_path, monkeypatch):
    """No user's own configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))


def complaint(folder, text, name="mtaudit.toml"):
    """Return what is said of a configuration."""
    content = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(content)
    configurations = Configurations(str(folder), formats=("markdown", "plain"))
    with pytest.raises((ConfigError, GroupedError)) as caught:
        configurations.for_file("a.md")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "fix = true\nslect = []",
            "mtaudit.toml:2: unknown key “slect”\n  hint: did you mean “select”?",
            id="unknown key",
        ),
        pytest.param(
            "target_language = 'en'",
            "mtaudit.toml:1: unknown key “target_language”\n"
            "  hint: did you mean “target-language”?",
            id="underscore",
        ),
        pytest.param(
            "[names]\n\nalow = []",
            "mtaudit.toml:3: unknown key “names.alow”\n  hint: did you mean “allow”?",
            id="unknown key in a table",
        ),
        pytest.param(
            "root = '/'", "mtaudit.toml:1: unknown key “root”", id="not for writing"
        ),
        pytest.param(
            "select = 'ALL'",
            "mtaudit.toml:1: “select” must be a list of strings, not the string “ALL”\n"
            '  hint: write select = ["ALL"]',
            id="string for a list",
        ),
        pytest.param(
            "[per-file-ignores]\n'quotes/**' = 'names'",
            'mtaudit.toml:2: “per-file-ignores."quotes/**"” must be a list of strings,'
            " not the string “names”\n"
            '  hint: write "quotes/**" = ["names"]',
            id="string for a list, under a key that needs quotation marks",
        ),
        pytest.param(
            "select = [\n'ALL',\n3]",
            "mtaudit.toml:3: “select[2]” must be a string, not the number 3",
            id="item of a wrong type",
        ),
        pytest.param(
            "fix = 1",
            "mtaudit.toml:1: “fix” must be true or false, not the number 1",
            id="number for a boolean",
        ),
        pytest.param(
            "output-format = false",
            "mtaudit.toml:1: “output-format” must be a list of strings, not false",
            id="neither string nor list",
        ),
        pytest.param(
            "min-confidence = 'mediun'",
            "mtaudit.toml:1: “min-confidence” must be one of low, medium, high, "
            "not the string “mediun”\n  hint: did you mean “medium”?",
            id="word of a scale",
        ),
        pytest.param(
            "min-confidence = 'HIGH'",
            "mtaudit.toml:1: “min-confidence” must be one of low, medium, high, "
            "not the string “HIGH”\n  hint: did you mean “high”?",
            id="word in capitals",
        ),
        pytest.param(
            "[severity]\n'a/b' = 'major'\n'c/d' = 'error'",
            'mtaudit.toml:3: “severity."c/d"” must be one of neutral, minor, major, '
            "critical, not the string “error”",
            id="severity of a rule",
        ),
        pytest.param(
            "target-language = 'English'",
            "mtaudit.toml:1: “target-language”: “English” is no language tag; "
            "write one such as ru or pt-BR, or auto",
            id="language",
        ),
        pytest.param(
            "[formats]\n'*.json' = 'json'",
            "mtaudit.toml:2: “json” is no format; there are markdown, plain",
            id="format that is not there",
        ),
        pytest.param(
            "formats = { '*.x' = 'markdwn' }",
            "mtaudit.toml:1: “markdwn” is no format; there are markdown, plain\n"
            "  hint: did you mean “markdown”?",
            id="format spelled wrong",
        ),
        pytest.param(
            "names = 'official'",
            "mtaudit.toml:1: “names” must be a table, not the string “official”",
            id="string for a table",
        ),
        pytest.param(
            "overrides = { files = [] }",
            "mtaudit.toml:1: “overrides” must be a list of tables, not a table",
            id="table for a list of tables",
        ),
        pytest.param(
            "[[overrides]]\nfiles = []\n[[overrides]]\nignore = []",
            "mtaudit.toml:3: “overrides[2]” needs “files”",
            id="missing key",
        ),
        pytest.param(
            "[[translations]]\nsource = 'a/{path}'\ntarget = 'b/{file}'",
            "mtaudit.toml:3: “translations[1].target”: {file} stands for nothing; "
            "there are {path}, {name}, {lang}",
            id="unknown placeholder",
        ),
        pytest.param(
            "[[translations]]\nsource = 'a/{path}'\ntarget = 'b'",
            "mtaudit.toml:1: “translations[1]”: “{path}” must stand in both “source” "
            "and “target”, or in neither",
            id="placeholder on one side",
        ),
        pytest.param(
            "required-version = '>=99'",
            "mtaudit.toml:1: “required-version”: this is mtaudit 0.1.0, "
            "and “>=99” is asked for",
            id="version",
        ),
        pytest.param(
            "commit-url = 'ftp://example.org/{path}'",
            "mtaudit.toml:1: “commit-url”: “ftp://example.org/{path}” is no address; "
            "it begins with https://",
            id="no address",
        ),
        pytest.param(
            "commit-url = 'https://example.org/'",
            "mtaudit.toml:1: “commit-url”: the address needs “{path}” in it; "
            "{commit} and {line} may be",
            id="address of no file",
        ),
        pytest.param(
            "extend = 1",
            "mtaudit.toml:1: “extend” must be a list of strings, not the number 1",
            id="extend",
        ),
        pytest.param(
            "fix = true\nfix 2\n",
            "mtaudit.toml:2:5: not TOML: Expected '=' after a key in a key/value pair: "
            "“fix 2”",
            id="not TOML",
        ),
        pytest.param(
            "select = [",
            "mtaudit.toml:1:1: not TOML: Invalid value: “select = [”",
            id="not TOML at the end",
        ),
        pytest.param(
            b"# \xe9",
            "mtaudit.toml:1: byte 0xe9 is not UTF-8; TOML must be",
            id="not UTF-8",
        ),
    ],
)
def test_complaint(tmp_path, text, said):
    """The complaint names place, what was expected, what is there, and a remedy."""
    assert said == complaint(tmp_path, text)


def test_all_at_once(tmp_path):
    """Everything that is wrong with a file is said in one go, in order."""
    text = "slect = []\nfix = 1\n[[overrides]]\nfils = []\n[names]\nstyle = 1\nx = 2"

    said = complaint(tmp_path, text).split("\n")

    places = [line.split(": ")[0] for line in said if not line.startswith("  ")]
    assert [f"mtaudit.toml:{line}" for line in (1, 2, 4, 6, 7)] == places


def test_place_in_pyproject(tmp_path):
    """In pyproject.toml the line is that of the file."""
    text = "[project]\nname = 'x'\n[tool.mtaudit]\nfix = true\nslect = []"

    said = complaint(tmp_path, text, "pyproject.toml")

    assert said.startswith("pyproject.toml:5: unknown key “slect”")


def test_byte_order_mark(tmp_path):
    """A configuration may begin with a byte-order mark."""
    (tmp_path / "mtaudit.toml").write_bytes(b"\xef\xbb\xbffix = true\r\n")

    assert Configurations(str(tmp_path)).for_file("a.md").fix
