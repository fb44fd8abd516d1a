"""Settings come from the closest file, with the command line on top."""

import subprocess
import sys

import pytest

from mtaudit.config.load import CommandLine, Configurations
from mtaudit.model import Confidence, ConfigError, Severity, UsageError


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of one's own, beside the project and not above it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("APPDATA", str(folder))
    return folder


@pytest.fixture
def project(tmp_path):
    """A project, into which `write` puts files."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def put(folder, **files):
    """Write files; ``__`` in a name is a slash, ``_`` the dot before toml."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_toml", ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def load(project, **said):
    return Configurations(str(project), CommandLine(**said))


def test_nothing_said(project):
    """Without a file there are defaults, and the root is the working directory."""
    settings = load(project).for_file("a.md")

    assert str(project) == settings.root
    assert settings.origin is None
    assert ("DEFAULT",) == settings.select
    assert Confidence.MEDIUM is settings.min_confidence


def test_closest_file_wins(project):
    """The closest configuration holds, and the ones above it do not count."""
    put(
        project,
        mtaudit_toml='target-language = "en"\nmin-confidence = "low"',
        de__mtaudit_toml='target-language = "de"',
    )
    configurations = load(project)

    assert "en" == configurations.for_file("a.md").target_language
    german = configurations.for_file("de/deep/er/a.md")
    assert "de" == german.target_language
    assert Confidence.MEDIUM is german.min_confidence
    assert "de/mtaudit.toml" == german.origin
    assert "de/mtaudit.toml" == german.target_ground


def test_files_that_agree_share_an_object(project):
    """Two files with the same settings get the very same object."""
    put(project, mtaudit_toml='[[overrides]]\nfiles = ["b/**"]\nignore = ["x/y"]')
    configurations = load(project, values={"min-confidence": "low"})

    assert configurations.for_file("a.md") is configurations.for_file("c/a.md")
    assert configurations.for_file("b/a.md") is configurations.for_file("b/c.md")
    assert configurations.for_file("a.md") is not configurations.for_file("b/a.md")


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        pytest.param(["mtaudit.toml", ".mtaudit.toml"], ".mtaudit.toml", id="dot"),
        pytest.param(["mtaudit.toml", "pyproject.toml"], "mtaudit.toml", id="ours"),
        pytest.param(["pyproject.toml"], "pyproject.toml", id="pyproject"),
    ],
)
def test_several_in_a_folder(project, names, chosen):
    """The dot file comes before the other, and both before pyproject.toml."""
    for name in names:
        table = "[tool.mtaudit]" if name == "pyproject.toml" else ""
        (project / name).write_text(f'{table}\nignore = ["{name}"]')

    assert (chosen,) == load(project).for_file("a.md").ignore


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[tool.ruff]\n", id="not mentioned"),
        pytest.param('[project]\nname = "mtaudit"\n', id="mentioned elsewhere"),
        pytest.param("this is not TOML", id="broken, and not ours"),
    ],
)
def test_pyproject_without_our_table(project, text):
    """A pyproject.toml that says nothing of us is passed over."""
    put(project, mtaudit_toml='ignore = ["a/b"]', sub__pyproject_toml=text)

    assert ("a/b",) == load(project).for_file("sub/a.md").ignore


def test_extend(project):
    """What is extended lies below, lists are replaced, extending ones grow."""
    put(
        project,
        base_toml='ignore = ["a/b"]\nfail-on = "minor"\n[severity]\n"a/b" = "major"',
        more_toml='extend = "base.toml"\nextend-exclude = ["x"]\nfail-on = "never"',
        mtaudit_toml=(
            'extend = ["more.toml"]\nextend-exclude = ["y"]\nignore = ["c/d"]\n'
            '[severity]\n"c/d" = "minor"'
        ),
    )

    settings = load(project).for_file("a.md")

    assert ("a/b", "c/d") == settings.ignore
    assert settings.fail_on is None
    assert ("x", "y") == settings.extend_exclude
    assert {"a/b": Severity.MAJOR, "c/d": Severity.MINOR} == settings.severity


def test_extended_globs_and_paths_stay_where_they_are(project):
    """Globs and paths of an extended file are relative to that file."""
    put(
        project,
        shared__base_toml=(
            'exclude = ["old/**", "*.bak"]\npacks = ["./house", "acme-rules"]\n'
            'cache-dir = "kept"\n[names]\nstyle = "ours.tsv"\n'
            '[per-file-ignores]\n"quotes/*" = ["a/b"]\n'
            '[[translations]]\nsource = "ru/{path}"\ntarget = "en/{path}"'
        ),
        mtaudit_toml='extend = "shared/base.toml"',
    )

    settings = load(project).for_file("a.md")

    assert ("shared/old/**", "*.bak") == settings.exclude
    assert ("shared/./house", "acme-rules") == settings.packs
    assert "shared/kept" == settings.cache_dir
    assert "shared/ours.tsv" == settings.names.style
    assert ["shared/quotes/*"] == list(settings.per_file_ignores)
    assert "shared/en/{path}" == settings.translations[0].target


def test_extend_in_a_circle(project):
    """Files that extend each other are refused."""
    put(project, a_toml='extend = "mtaudit.toml"', mtaudit_toml='\nextend = "a.toml"')

    with pytest.raises(ConfigError) as caught:
        load(project).for_file("a.md")

    assert "a.toml:1" == caught.value.place
    assert "goes round in a circle" in caught.value.message


def test_extended_file_is_missing(project):
    """A missing extended file is named, with the line that names it."""
    put(project, mtaudit_toml='fix = true\nextend = "nowhere.toml"')

    with pytest.raises(ConfigError) as caught:
        load(project).for_file("a.md")

    assert "mtaudit.toml:2" == caught.value.place
    assert "nowhere.toml" in caught.value.message


def test_rule_options_are_kept(project):
    """Options of a rule are plain data, merged option by option."""
    put(
        project,
        base_toml='[rules."a/b"]\ntimes = 3\nwords = ["x"]',
        mtaudit_toml='extend = "base.toml"\n[rules."a/b"]\ntimes = 4',
    )

    rules = load(project).for_file("a.md").rules

    assert {"a/b": {"times": 4, "words": ["x"]}} == rules


def test_user_level(project, home):
    """The user's own file holds where no project has one, and only there."""
    put(home, mtaudit__mtaudit_toml='min-confidence = "low"\nexclude = ["a/*"]')

    mine = load(project).for_file("a.md")
    assert Confidence.LOW is mine.min_confidence
    assert str(project) == mine.root

    put(project, sub__mtaudit_toml="")
    assert Confidence.MEDIUM is load(project).for_file("sub/a.md").min_confidence


def test_isolated(project, home):
    """With ``--isolated`` no file counts, but the command line does."""
    put(home, mtaudit__mtaudit_toml="fix = true")
    put(project, mtaudit_toml="fix = true")

    settings = load(project, isolated=True, values={"show-fixes": True}).for_file("a")

    assert not settings.fix
    assert settings.show_fixes


def test_named_file(project):
    """A file in ``--config`` holds everywhere, and its globs are relative to it."""
    put(project, ci__audit_toml="fix = true", sub__mtaudit_toml="show-fixes = true")

    settings = load(project, configs=["ci/audit.toml"]).for_file("sub/a.md")

    assert settings.fix
    assert not settings.show_fixes
    assert str(project / "ci") == settings.root


def test_inline(project):
    """TOML in ``--config`` lies on the file, and flags lie on it."""
    put(project, mtaudit_toml='min-confidence = "high"\nfail-on = "minor"')
    said = {
        "configs": ['min-confidence = "low"', 'names.style = "none"'],
        "values": {"fail-on": "critical", "fix": None},
    }

    settings = load(project, **said).for_file("a.md")

    assert Confidence.LOW is settings.min_confidence
    assert "none" == settings.names.style
    assert Severity.CRITICAL is settings.fail_on
    assert not settings.fix


@pytest.mark.parametrize(
    ("said", "error", "sentence"),
    [
        pytest.param(
            {"configs": ["no.toml"]},
            ConfigError,
            "no.toml: the configuration cannot be read: No such file or directory\n"
            "  hint: did you mean “now.toml”?",
            id="missing",
        ),
        pytest.param(
            {"configs": ["now.toml", "now.toml"]},
            UsageError,
            "--config names more than one file: now.toml, now.toml\n"
            "  hint: let one extend the others",
            id="two",
        ),
        pytest.param(
            {"configs": ["now.toml"], "isolated": True},
            UsageError,
            "--isolated and a file in --config exclude each other",
            id="isolated",
        ),
        pytest.param(
            {"configs": ["fix = maybe"]},
            ConfigError,
            "--config:1:7: not TOML: Invalid value: “fix = maybe”",
            id="inline not TOML",
        ),
        pytest.param(
            {"configs": ['fix = "yes"']},
            ConfigError,
            "--config: “fix” must be true or false, not the string “yes”",
            id="inline of a wrong type",
        ),
        pytest.param(
            {"values": {"fail-on": "mayor"}},
            ConfigError,
            "--fail-on: “fail-on” must be one of neutral, minor, major, critical, "
            "never, not the string “mayor”\n  hint: did you mean “major”?",
            id="flag",
        ),
        pytest.param(
            {"configs": ["pyproject.toml"]},
            ConfigError,
            "pyproject.toml: there is no table [tool.mtaudit] in it",
            id="named pyproject without a table",
        ),
    ],
)
def test_wrong_command_line(project, said, error, sentence):
    """What is wrong on the command line is said at once."""
    put(project, now_toml="", pyproject_toml="")

    with pytest.raises(error) as caught:
        load(project, **said)

    assert sentence == str(caught.value)


@pytest.mark.parametrize(
    ("values", "selected", "ignored"),
    [
        pytest.param({}, ("DEFAULT", "a/b"), ("c/d", "e/f"), id="the file alone"),
        pytest.param({"select": ["c/d"]}, ("c/d",), (), id="select starts anew"),
        pytest.param(
            {"extend-select": ["c/d"]},
            ("DEFAULT", "a/b", "c/d"),
            ("e/f",),
            id="extend-select lifts an ignore",
        ),
        pytest.param(
            {"ignore": ["a/b"]},
            ("DEFAULT",),
            ("c/d", "e/f", "a/b"),
            id="ignore adds, and lifts an extend-select",
        ),
    ],
)
def test_selecting_on_the_command_line(project, values, selected, ignored):
    """The last word on a rule holds."""
    put(project, mtaudit_toml='extend-select = ["a/b"]\nignore = ["c/d", "e/f"]')

    settings = load(project, values=values).for_file("a.md")

    assert selected == (*settings.select, *settings.extend_select)
    assert ignored == settings.ignore


CONFIG = """
source-language = "uk"
target-language = "fr"
[language-from-path]
patterns = ["i18n/{lang}/**"]
[[translations]]
source = "src/{path}"
target = "tgt/{path}"
source-language = "ru"
target-language = "en"
[[translations]]
source = "i18n/src/{path}"
target = "i18n/{lang}/{path}"
[[overrides]]
files = ["tgt/de/**"]
target-language = "de"
select = ["a/b"]
"""


@pytest.mark.parametrize(
    ("path", "source", "target", "ground"),
    [
        pytest.param("a.md", "uk", "fr", "mtaudit.toml", id="top level"),
        pytest.param(
            "tgt/a.md", "ru", "en", "[[translations]] in mtaudit.toml", id="translation"
        ),
        pytest.param(
            "tgt/de/a.md", "ru", "de", "[[overrides]] in mtaudit.toml", id="override"
        ),
        pytest.param(
            "i18n/pt_BR/a.md",
            "uk",
            "pt-BR",
            "[[translations]] in mtaudit.toml",
            id="language in the template",
        ),
    ],
)
def test_languages_by_path(project, path, source, target, ground):
    """Overrides outweigh translations, and both the top level."""
    put(project, mtaudit_toml=CONFIG)

    settings = load(project).for_file(path)

    assert (source, target) == (settings.source_language, settings.target_language)
    assert ground == settings.target_ground


def test_language_from_path(project):
    """Without translations, a pattern gives the language of a path."""
    text = '[language-from-path]\npatterns = ["**/*.{lang}.md"]'
    put(project, mtaudit_toml=text)

    settings = load(project).for_file("docs/a.uk.md")

    assert "uk" == settings.target_language
    assert "language-from-path in mtaudit.toml" == settings.target_ground


def test_command_line_outweighs_paths(project):
    """A language on the command line holds for every file."""
    put(project, mtaudit_toml=CONFIG)
    configurations = load(project, values={"target-language": "it"})

    settings = configurations.for_file("tgt/de/a.md")

    assert "it" == settings.target_language
    assert "the command line" == settings.target_ground
    assert ("a/b",) == settings.select


@pytest.mark.parametrize(
    ("path", "original"),
    [
        ("src/a.md", True),
        ("tgt/a.md", False),
        ("other/a.md", False),
        pytest.param("i18n/src/a.md", True, id="src might be a tag, but it is said"),
    ],
)
def test_originals(project, path, original):
    """An original is where a template for sources says, and none for targets."""
    put(project, mtaudit_toml=CONFIG)

    assert original == load(project).is_original(path)


def test_auto(project):
    """“auto” is nothing said."""
    put(project, mtaudit_toml='target-language = "auto"')

    settings = load(project).for_file("a.md")

    assert (None, "") == (settings.target_language, settings.target_ground)


def test_nothing_heavy_is_imported(project):
    """Where there is no configuration, nothing is imported that would read it."""
    put(project, pyproject_toml="[tool.ruff]")
    script = (
        "import sys; from mtaudit.config.load import Configurations;"
        "Configurations(sys.argv[1]).for_file('a.md');"
        "heavy = {'tomllib', 'rapidfuzz', 'mtaudit.config.shapes', 'pathspec'};"
        "print(*heavy & set(sys.modules))"
    )
    command = [sys.executable, "-c", script, str(project)]

    ran = subprocess.run(command, check=True, capture_output=True, text=True)

    assert "" == ran.stdout.strip()
