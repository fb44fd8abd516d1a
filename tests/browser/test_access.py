"""The page for those who do not see it, or see it otherwise."""

import subprocess

import pytest

from mtaudit.model import Earlier


@pytest.fixture(scope="session")
def axe(tmp_path_factory):
    """The script of axe-core, as its package has it."""
    folder = tmp_path_factory.mktemp("axe")
    npm = ["npm", "install", "--silent", "--no-audit", "--prefix", folder, "axe-core@4"]
    subprocess.run(npm, check=True, cwd=folder)
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


PLACES = [
    pytest.param("", None, id="summary"),
    pytest.param("#q=sev%3Aminor", "jj", id="findings"),
    pytest.param("#q=&g=suggestion", "ja", id="group"),
    pytest.param("#document", "j", id="document"),
    pytest.param("#q=", "jj?", id="help"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("fragment", "keys"), PLACES)
def test_axe(visit, report, axe, theme, fragment, keys):
    """axe finds no fault with any view in either theme."""
    here = visit(report, fragment, color_scheme=theme, bypass_csp=True)
    if fragment == "#document":
        here.page.wait_for_selector("#page .mark")
    for key in keys or "":
        here.page.keyboard.press(key)
    here.page.evaluate(axe)
    found = here.page.evaluate("axe.run()")

    assert [] == [
        (each["id"], [node["html"] for node in each["nodes"]][:3])
        for each in found["violations"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", "#q=", "#q=is%3Afixed", "#document"])
def test_axe_beside_others(visit, sample, laid_out, axe, theme, fragment):
    """Nor with earlier runs and originals in it."""
    report = laid_out(sample.REPORT, sample.RAW, ("Река держится", "Дождь лил."))
    first, *rest = sample.FINDINGS
    before = (first._replace(fingerprint="gone"), *rest[:4])
    runs = tuple(
        Earlier(name, before, sample.REPORT.documents) for name in ("first", "second")
    )
    link = "https://git.example.org/{path}#L{line}"
    report = report._replace(earlier=runs, link=link)
    here = visit(report, fragment, color_scheme=theme, bypass_csp=True)
    for key in "jj":
        here.page.keyboard.press(key)
    here.page.evaluate(axe)

    assert [] == [
        (each["id"], [node["html"] for node in each["nodes"]][:3])
        for each in here.page.evaluate("axe.run()")["violations"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_without_script(visit, report, axe, theme):
    """Neither with what stands there until the script runs."""
    here = visit(report, color_scheme=theme, bypass_csp=True)
    here.page.set_content(
        "<!doctype html>"
        + here.file.read_text(encoding="utf-8").replace(
            "<script>", "<script type='text/plain'>"
        )
    )
    here.page.evaluate(axe)

    assert [] == here.page.evaluate("axe.run()")["violations"]
