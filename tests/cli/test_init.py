"""`mtaudit init`: what it proposes is true of the files that are there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib

import pytest
import yaml

EN = "The ferry left the harbour an hour late because of the fog in the bay.\n"
DE = "Die Fähre lief wegen des Nebels eine Stunde zu spät aus dem Hafen aus.\n"
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "The ferry left the harbour an hour late."
msgstr "Die Fähre lief eine Stunde zu spät aus."
"""
XML = '<resources><string name="a">The ferry left the harbour</string></resources>\n'
JSON = '{"late": "The ferry left the harbour"}\n'

LAYOUTS = [
    pytest.param(
        {
            "hugo.toml": 'defaultContentLanguage = "de"\n',
            "content/de/a.md": DE,
            "content/en/a.md": EN,
            "content/fr/posts/b.md": EN,
            "themes/x/README.md": EN,
        },
        {"content/en/a.md": "en", "content/fr/posts/b.md": "fr"},
        [("content/de/{path}", "content/{lang}/{path}", "de")],
        id="hugo, a folder for each language",
    ),
    pytest.param(
        {
            "content/a.md": EN,
            "content/b/c.md": EN,
            "content/a.de.md": DE,
            "content/b/c.de.md": DE,
        },
        {"content/a.de.md": "de", "content/b/c.de.md": "de"},
        [("content/{path}.md", "content/{path}.{lang}.md", "en")],
        id="hugo, languages in file names",
    ),
    pytest.param(
        {
            "docs/a.md": EN,
            "docs/api/b.md": EN,
            "blog/x.mdx": EN,
            "i18n/pt-BR/docusaurus-plugin-content-docs/current/a.md": EN,
            "i18n/de/docusaurus-plugin-content-docs/current/api/b.md": DE,
            "i18n/de/docusaurus-plugin-content-blog/x.mdx": DE,
        },
        {
            "i18n/de/docusaurus-plugin-content-blog/x.mdx": "de",
            "i18n/de/docusaurus-plugin-content-docs/current/api/b.md": "de",
            "i18n/pt-BR/docusaurus-plugin-content-docs/current/a.md": "pt-BR",
        },
        [
            (
                "docs/{path}",
                "i18n/{lang}/docusaurus-plugin-content-docs/current/{path}",
                "en",
            ),
            ("blog/{path}", "i18n/{lang}/docusaurus-plugin-content-blog/{path}", "en"),
        ],
        id="docusaurus",
    ),
    pytest.param(
        {
            "README.md": EN,
            "lessons/1.md": EN,
            "translations/de/README.md": DE,
            "translations/de/lessons/1.md": DE,
        },
        {"translations/de/README.md": "de", "translations/de/lessons/1.md": "de"},
        [("{path}", "translations/{lang}/{path}", "en")],
        id="translations beside all else",
    ),
    pytest.param(
        {
            "README.md": EN,
            "README.de.md": DE,
            "README.zh-CN.md": "渡轮因雾晚点了。\n",
            "CONTRIBUTING.md": EN,
        },
        {"README.de.md": "de", "README.zh-CN.md": "zh-CN"},
        [("README.md", "README.{lang}.md", "en")],
        id="readme",
    ),
    pytest.param(
        {"locale/de/LC_MESSAGES/app.po": PO, "locale/fr/LC_MESSAGES/app.po": PO},
        {"locale/de/LC_MESSAGES/app.po": "de", "locale/fr/LC_MESSAGES/app.po": "fr"},
        [],
        id="gettext",
    ),
    pytest.param(
        {f"app/res/{name}/strings.xml": XML for name in ("values", "values-de")}
        | {"app/res/values-night/colors.xml": "<resources/>\n"},
        {"app/res/values-de/strings.xml": "de"},
        [("app/res/values/{name}", "app/res/values-{lang}/{name}", "en")],
        id="android",
    ),
    pytest.param(
        {
            "config/application.rb": "    config.i18n.default_locale = :de\n",
            "config/locales/de.yml": "de:\n  late: Die Fähre\n",
            "config/locales/en.yml": "en:\n  late: The ferry\n",
            "config/locales/models.de.yml": "de:\n  boat: Boot\n",
            "config/locales/models.en.yml": "en:\n  boat: boat\n",
        },
        {"config/locales/en.yml": "en", "config/locales/models.en.yml": "en"},
        [
            ("config/locales/de.yml", "config/locales/{lang}.yml", "de"),
            ("config/locales/{name}.de.yml", "config/locales/{name}.{lang}.yml", "de"),
        ],
        id="rails",
    ),
    pytest.param(
        {f"public/locales/{name}/common.json": JSON for name in ("en", "de", "pt_BR")},
        {
            "public/locales/de/common.json": "de",
            "public/locales/pt_BR/common.json": "pt-BR",
        },
        [("public/locales/en/{path}", "public/locales/{lang}/{path}", "en")],
        id="json by folders",
    ),
    pytest.param(
        {
            "en/a.md": EN,
            "de/a.md": DE,
            "fr/a.md": EN,
            "tests/README.md": EN,
            "CONTRIBUTING.md": EN,
        },
        {"de/a.md": "de", "fr/a.md": "fr"},
        [("en/{path}", "{lang}/{path}", "en")],
        id="languages beside all else",
    ),
    pytest.param(
        {f"lib/l10n/app_{name}.arb": JSON for name in ("en", "de")},
        {"lib/l10n/app_de.arb": "de"},
        [("lib/l10n/app_en.arb", "lib/l10n/app_{lang}.arb", "en")],
        id="flutter",
    ),
    pytest.param(
        {
            "docs/a.md": EN,
            "docs/api/b.md": EN,
            "docs/de/a.md": DE,
            "docs/de/api/b.md": DE,
        },
        {"docs/de/a.md": "de", "docs/de/api/b.md": "de"},
        [("docs/{path}", "docs/de/{path}", "en")],
        id="a folder that looks like a language",
    ),
    pytest.param(
        {
            "i18n/en-GB.json": '{"a": "The mill is open."}',
            "i18n/de-AT.json": '{"a": "Die Mühle ist offen."}',
        },
        {"i18n/de-AT.json": "de-AT"},
        [("i18n/en-GB.json", "i18n/{lang}.json", "en-GB")],
        id="files called after regions",
    ),
    pytest.param(
        {"l/en-CA/a.md": EN, "l/en-US/a.md": EN, "l/de/a.md": DE},
        {"l/en-CA/a.md": "en-CA", "l/de/a.md": "de"},
        [("l/en-US/{path}", "l/{lang}/{path}", "en-US")],
        id="English of several countries",
    ),
]


def put(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def held(folder):
    """Return every file of a folder with its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("files", "translations", "templates"), LAYOUTS)
def test_layout(files, translations, templates, run, site):
    """After init, a check reads the translations, each in its language, and no more."""
    put(site, files)

    done = run("init", cwd=site)

    assert 0 == done.returncode, done.stderr.decode()
    config = tomllib.loads((site / "mtaudit.toml").read_text(encoding="utf-8"))
    assert templates == [
        (each["source"], each["target"], each.get("source-language"))
        for each in config.get("translations", ())
    ]
    checked = run("check", "--output-format", "json", "--exit-zero", cwd=site)
    assert 0 == checked.returncode, checked.stderr.decode()
    documents = json.loads(checked.stdout)["documents"]
    assert translations == {
        each["path"]: each["target_language"] for each in documents if each["words"]
    }
    hooks = yaml.safe_load((site / ".pre-commit-config.yaml").read_text("utf-8"))
    pattern = re.compile(hooks["repos"][0]["hooks"][0]["files"])
    assert set(translations) == {path for path in files if pattern.search(path)}


def test_language_of_originals(run, site):
    """What the originals are in may be said where no file of settings says it."""
    put(site, {"content/de/a.md": DE, "content/en/a.md": EN})

    run("init", "--source-language", "de", cwd=site)

    (said,) = tomllib.loads((site / "mtaudit.toml").read_text("utf-8"))["translations"]
    assert "content/de/{path}" == said["source"]
    assert "de" == said["source-language"]


@pytest.mark.parametrize("files", [pytest.param({}, id="empty"), {"notes.md": EN}])
def test_no_layout(files, run, site):
    """Where no layout is known, the configuration says nothing and loads."""
    put(site, files)

    done = run("init", cwd=site)

    assert 0 == done.returncode
    assert "Found no layout" in done.stdout.decode()
    assert {} == tomllib.loads((site / "mtaudit.toml").read_text(encoding="utf-8"))
    assert 0 == run("check", cwd=site).returncode


def test_what_is_written_is_printed(run, site):
    """Everything that init writes stands in what it prints; a dry run prints it too."""
    put(site, {"README.md": EN, "README.de.md": DE, "vendor/x/README.md": EN})
    before = held(site)

    dry = run("init", "--dry-run", cwd=site)
    assert before == held(site)
    wet = run("init", cwd=site)

    written = {name: text for name, text in held(site).items() if name not in before}
    assert {
        "mtaudit.toml",
        ".pre-commit-config.yaml",
        ".github/workflows/mtaudit.yml",
    } == set(written)
    for text in written.values():
        for printed in (dry.stdout.decode(), wet.stdout.decode()):
            assert all(line in printed for line in text.splitlines())
    assert "Would write mtaudit.toml" in dry.stdout.decode()
    assert "Wrote mtaudit.toml" in wet.stdout.decode()
    assert ["vendor"] == tomllib.loads(written["mtaudit.toml"])["exclude"]
    jobs = yaml.safe_load(written[".github/workflows/mtaudit.yml"])["jobs"]
    assert "mtaudit check --since" in jobs["mtaudit"]["steps"][-1]["run"]


@pytest.mark.parametrize(
    ("there", "said"),
    [
        pytest.param(
            {"mtaudit.toml": "# ours\n"},
            "mtaudit.toml (left: it has a configuration)",
            id="configuration",
        ),
        pytest.param(
            {".mtaudit.toml": "# ours\n"},
            ".mtaudit.toml (left: it has a configuration)",
            id="hidden configuration",
        ),
        pytest.param(
            {"pyproject.toml": "[tool.mtaudit]\nignore = []\n"},
            "pyproject.toml (left: it has a configuration)",
            id="pyproject",
        ),
        pytest.param(
            {".pre-commit-config.yaml": "repos: []\n"},
            "add the hook by hand",
            id="other hooks",
        ),
        pytest.param(
            {".pre-commit-config.yaml": "repos: [] # mtaudit\n"},
            "it has mtaudit",
            id="our hook",
        ),
        pytest.param(
            {".github/workflows/mtaudit.yml": "# ours\n"}, "it is there", id="workflow"
        ),
    ],
)
def test_nothing_is_overwritten(there, said, run, site):
    """What is there stays as it is, and init says so; the rest is written."""
    put(site, {"README.md": EN, "README.de.md": DE, **there})

    done = run("init", cwd=site)

    assert 0 == done.returncode
    assert said in done.stdout.decode()
    after = held(site)
    assert all(text == after[name] for name, text in there.items())
    assert 5 <= len(after) <= 6


def test_twice(run, site):
    """A second time there is nothing to write, which is no error."""
    run("init", cwd=site)
    before = held(site)

    done = run("init", cwd=site)

    assert 0 == done.returncode
    assert "Nothing to write." in done.stdout.decode()
    assert before == held(site)


def test_a_pyproject_of_others_is_no_configuration(run, site):
    """A pyproject.toml without a table of ours does not keep ours away."""
    put(site, {"pyproject.toml": "[tool.other]\n"})

    run("init", cwd=site)

    assert (site / "mtaudit.toml").exists()


def test_gitlab_gets_no_workflow_of_github(run, site):
    """Where GitLab builds, no workflow of GitHub is proposed."""
    put(site, {".gitlab-ci.yml": "test: {}\n"})

    run("init", cwd=site)

    assert not (site / ".github").exists()


def test_inside_a_repository(run, site):
    """In a folder of a repository there is a configuration to write, and no hook."""
    (site / ".git").mkdir()
    put(site, {"docs/README.md": EN, "docs/README.de.md": DE})

    done = run("init", cwd=site / "docs")

    assert "belong at its root" in done.stdout.decode()
    assert {"README.md", "README.de.md", "mtaudit.toml"} == set(held(site / "docs"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(
    ("args", "answer", "is_written"),
    [
        pytest.param([], b"n\n", False, id="no"),
        pytest.param([], b"\n", True, id="yes"),
        pytest.param(["--yes"], b"", True, id="not asked"),
    ],
)
def test_at_a_terminal_it_asks(args, answer, is_written, site):
    """Somebody at a terminal is asked before anything is written."""
    ours, theirs = os.openpty()
    os.write(ours, answer)

    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", "init", *args],
        cwd=site,
        stdin=theirs,
        stdout=theirs,
        check=False,
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)

    assert 0 == done.returncode
    assert is_written == (site / "mtaudit.toml").exists()


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
def test_nobody_reads(site):
    """Files are written though whoever reads what is said has gone."""
    ours, theirs = os.pipe()
    os.close(ours)

    subprocess.run(
        [sys.executable, "-m", "mtaudit", "init"],
        cwd=site,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        check=False,
        timeout=60,
    )
    os.close(theirs)

    assert (site / "mtaudit.toml").exists()
