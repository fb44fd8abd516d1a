"""Every key is described, and the JSON Schema is the same list."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from mtaudit.config.describe import describe, json_schema, plain
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.model import UsageError

SCHEMA = Path(__file__).parents[2] / "docs/schema/configuration.schema.json"

EXAMPLE = """
extend = "base.toml"
source-language = "ru"
target-language = "auto"
fail-on = "never"
output-format = "json"
[severity]
"names/place-variant" = "major"
[rules."en/long-repetition"]
times = 4
[[translations]]
source = "content/ru/{path}"
target = "content/en/{path}"
[[overrides]]
files = ["content/de/**"]
target-language = "de"
"""


def test_every_key_has_a_text():
    """No key is left without a word on what it is for."""
    assert [] == [key.name for key in describe() if not key.text]


def test_one_key():
    """A table is described with what is in it."""
    assert ["names", "names.style", "names.allow"] == [
        key.name for key in describe("names")
    ]


def test_a_key():
    """A key comes with its type, its default as TOML, and its text."""
    (key,) = describe("min-confidence")

    assert ("one of low, medium, high", '"medium"') == (key.expected, key.default)
    assert "Rules below this confidence do not run." == key.text


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("min-confidenc", "did you mean “min-confidence”?", id="near"),
        pytest.param("teapot", "“mtaudit config” lists them", id="like none"),
    ],
)
def test_unknown_key(name, hint):
    """For a key that there is not, the nearest one is offered, or the list."""
    with pytest.raises(UsageError) as caught:
        describe(name)

    assert hint == caught.value.hint


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(key, id=key.name)
        for key in describe()
        if key.default and "." not in key.name
    ],
)
def test_defaults_are_valid(key, tmp_path):
    """Each default may be written as it is shown."""
    line = f"{key.name} = {key.default}"

    Configurations(str(tmp_path), CommandLine(configs=[line], isolated=True))


def test_plain():
    """Settings can be shown as they would be written."""
    said = CommandLine(values={"fail-on": "never"}, isolated=True)

    shown = plain(Configurations(".", said).for_file("a.md"))

    assert ("auto", "never") == (shown["target-language"], shown["fail-on"])
    assert {"style": "official", "allow": []} == shown["names"]
    assert "root" not in shown
    json.dumps(shown)


def test_schema_accepts_what_we_accept():
    """A valid configuration fits the schema."""
    jsonschema.validate(tomllib.loads(EXAMPLE), json_schema())


@pytest.mark.parametrize(
    "text",
    ["slect = []", "fix = 1", "select = 'ALL'", "[[overrides]]\nignore = []"],
)
def test_schema_refuses_what_we_refuse(text):
    """What is wrong for us is wrong for the schema."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), json_schema())


def test_schema_file(request):
    """The schema that is shipped is the one that the code makes."""
    made = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if request.config.getoption("--update"):
        SCHEMA.parent.mkdir(parents=True, exist_ok=True)
        SCHEMA.write_text(made, encoding="utf-8")

    assert made == SCHEMA.read_text(encoding="utf-8")
