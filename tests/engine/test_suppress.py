"""Comments that suppress, and what is wrong with comments."""

from __future__ import annotations

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.formats import FORMATS
from mtaudit.kinds import OPEN
from mtaudit.model import Applicability, Confidence, RuleMeta, Severity
from mtaudit.packs.rule import Options, Rule
from mtaudit.text.suppression import comment_style, ignore_comment


def _rule(rule_id, kind="existence", source_langs=(), **options):
    meta = RuleMeta(
        id=rule_id,
        message="{match}{detail}",
        severity=Severity.MINOR,
        category="style",
        confidence=Confidence.HIGH,
        why="Because. So.",
        fix=Applicability.MANUAL,
        aliases=(f"{rule_id}-before",),
        source_langs=source_langs,
    )
    return Rule.of(
        meta,
        kind,
        Options.of(options),
        OPEN,
        document_wide=kind == "suppression",
    )


FAULTS = ("malformed", "unknown-rule", "expired", "unused")
RULES = [
    _rule("t/kiev", phrases=("Kiev",)),
    _rule("t/lvov", phrases=("Lvov",)),
    _rule("u/odessa", source_langs=("uk",), phrases=("Odessa",)),
    *(_rule(f"s/{fault}", "suppression", fault=fault) for fault in FAULTS),
]


def _audit(raw, format_name="markdown", **fields):
    settings = Settings(select=("ALL",), **fields)
    auditor = Auditor(settings, RULES, today="2026-06-15")
    return auditor.audit("a.md", raw, format_name).findings


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("Kiev.", ["Kiev"], id="no comment"),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] dish -->\n\nKiev. Kiev.", [], id="next block"
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] dish -->\n\nKiev.\n\nKiev.",
            ["Kiev"],
            id="next block only",
        ),
        pytest.param(
            "Kiev. <!-- mtaudit: ignore[t/kiev] dish -->\nKiev.", ["Kiev"], id="line"
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] dish -->\n\nKiev, Lvov.", ["Lvov"], id="named"
        ),
        pytest.param("<!-- mtaudit: ignore[t] a -->\n\nKiev, Lvov.", [], id="pack"),
        pytest.param("<!-- mtaudit: ignore[t/k*] a -->\n\nKiev.", [], id="glob"),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev-before] a -->\n\nKiev.", [], id="former name"
        ),
        pytest.param(
            '<!-- mtaudit: ignore[t="Kiev"] dish -->\n\nKiev, Lvov.',
            ["Lvov"],
            id="one wording",
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev, t/lvov] a -->\n\nKiev, Lvov.", [], id="two"
        ),
        pytest.param(
            "A.\n\nKiev.\n\n<!-- mtaudit: file-ignore[t/kiev] history -->",
            [],
            id="file",
        ),
        pytest.param(
            "<!-- mtaudit: disable[t] -->\n\nKiev.\n\n"
            "<!-- mtaudit: enable[t] -->\n\nLvov.",
            ["Lvov"],
            id="range",
        ),
        pytest.param(
            "Lvov.\n\n<!-- mtaudit: disable[t] -->\n\nKiev.", ["Lvov"], id="open range"
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev, until=2026-06-15] a -->\n\nKiev.",
            [],
            id="last day",
        ),
    ],
)
def test_suppression(raw, shown):
    """A comment leaves out what it names, where it reaches, and nothing else."""
    found = _audit(raw)

    assert shown == [each.match for each in found if not each.suppressed_by]
    assert all(
        each.suppressed_by == "comment" for each in found if each.match not in shown
    )


@pytest.mark.parametrize(
    ("raw", "rule", "match"),
    [
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] -->\n\nKyiv.",
            "s/unused",
            "<!-- mtaudit: ignore[t/kiev] -->",
            id="unused",
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kyiv] -->\n\nText.",
            "s/unknown-rule",
            "<!-- mtaudit: ignore[t/kyiv] -->",
            id="unknown",
        ),
        pytest.param(
            "<!-- mtaudit: ignore -->\n\nText.",
            "s/malformed",
            "<!-- mtaudit: ignore -->",
            id="no rule",
        ),
        pytest.param(
            "<!-- mtaudit: skip[t] -->\n\nText.",
            "s/malformed",
            "<!-- mtaudit: skip[t] -->",
            id="no such verb",
        ),
    ],
)
def test_fault(raw, rule, match):
    """A comment that has no effect is a finding on the comment."""
    assert [(rule, match)] == [(each.rule.id, each.match) for each in _audit(raw)]


def test_expired():
    """After its last day a comment suppresses nothing, and says so."""
    raw = "<!-- mtaudit: ignore[t/kiev, until=2026-06-14] a -->\n\nKiev."

    assert ["s/expired", "t/kiev"] == [each.rule.id for each in _audit(raw)]


def test_unselected_rule_is_not_unused():
    """A comment for a rule that did not run is not called unused."""
    raw = "<!-- mtaudit: ignore[t/kiev] -->\n\nText."

    assert () == _audit(raw, ignore=("t/kiev",))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("uk", ["s/unused"], id="ran"),
        pytest.param("pl", [], id="for another source"),
        pytest.param(None, [], id="source unknown"),
    ],
)
def test_rule_for_another_language_is_not_unused(source, expected):
    """A comment for a rule that is not for the text is not called unused."""
    raw = "<!-- mtaudit: ignore[u] -->\n\nText."

    found = _audit(raw, source_language=source)

    assert expected == [each.rule.id for each in found]


def test_plain_text():
    """Plain text has comments of its own, on lines of their own."""
    raw = "# mtaudit: ignore[t/kiev] dish\n\nKiev.\n\nKiev."

    found = _audit(raw, "plain")

    assert ["comment", None] == [each.suppressed_by for each in found]


TMX = '<tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="uk"><seg>Kiev</seg></tuv>'
UNITS = {
    "android": (
        "<resources>\n",
        '<string name="a">Kiev</string>\n',
        '<string name="b">Kiev</string>\n</resources>',
    ),
    "fluent": ("", "a = Kiev\n", "b = Kiev\n"),
    "po": ("", 'msgid "a"\nmsgstr "Kiev"\n', 'msgid "b"\nmsgstr "Kiev"\n'),
    "properties": ("", "a = Kiev\n", "b = Kiev\n"),
    "qt": (
        "<TS><context>\n",
        "<message><source>a</source><translation>Kiev</translation></message>\n",
        "<message><source>b</source><translation>Kiev</translation></message></context></TS>",
    ),
    "resx": (
        "<root>\n",
        '<data name="a"><value>Kiev</value></data>\n',
        '<data name="b"><value>Kiev</value></data>\n</root>',
    ),
    "strings": ("", '"a" = "Kiev";\n', '"b" = "Kiev";\n'),
    "stringsdict": (
        "<plist><dict>\n",
        "<key>a</key><string>Kiev</string>\n",
        "<key>b</key><string>Kiev</string>\n</dict></plist>",
    ),
    "tmx": (
        '<tmx><header srclang="en"/><body>\n',
        f'<tu tuid="a">{TMX.format("x")}</tu>\n',
        f'<tu tuid="b">{TMX.format("y")}</tu>\n</body></tmx>',
    ),
    "toml": ("", 'a = "Kiev"\n', 'b = "Kiev"\n'),
    "vtt": (
        "WEBVTT\n\n",
        "\n00:01.000 --> 00:02.000\nKiev.\n\n",
        "00:02.000 --> 00:03.000\nKiev.\n",
    ),
    "xliff": (
        "<xliff>\n",
        '<trans-unit id="a"><source>x</source><target>Kiev</target></trans-unit>\n',
        '<unit id="b"><segment><target>Kiev</target></segment></unit></xliff>',
    ),
    "yaml": ("uk:\n", "  a: Kiev\n", "  b: Kiev\n"),
    "asciidoc": ("", "Kiev.\n\n", "Kiev.\n"),
    "html": ("", "<p>Kiev.</p>\n\n", "<p>Kiev.</p>\n"),
    "markdown": ("", "\nKiev.\n\n", "Kiev.\n"),
    "plain": ("", "Kiev.\n\n", "Kiev.\n"),
    "rst": ("", "\nKiev.\n\n", "Kiev.\n"),
}
"""What stands before a comment, the unit under it, and the unit after."""


@pytest.mark.parametrize(
    ("name", "path"),
    [(name, f"a.{name}") for name in UNITS] + [("markdown", "a.mdx")],
)
def test_every_format(name, path):
    """The comment that a format is given holds for the unit under it alone."""
    before, unit, after = UNITS[name]
    comment = ignore_comment(comment_style(name, path), "t/kiev", "a dish")
    raw = f"{before}{comment}\n{unit}{after}"
    auditor = Auditor(Settings(select=("ALL",)), RULES, today="2026-06-15")

    found = auditor.audit(path, raw, name).findings

    assert [("t/kiev", "comment"), ("t/kiev", None)] == [
        (each.rule.id, each.suppressed_by) for each in found
    ]


def test_every_comment_is_tried():
    """No format has a comment that the test above does not know."""
    have = {name for name in FORMATS if comment_style(name, "a")}

    assert have == {*UNITS}
